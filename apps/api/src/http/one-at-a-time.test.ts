import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readOneAtATime } from './one-at-a-time.ts';

/** A server that answers when it is told to, with the paths and bodies that it has read. */
async function heldServer() {
  const read: string[] = [];
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    read.push(request.url!);
    held.push(response);
    request.on('data', (body) => read.push(String(body)));
  });
  readOneAtATime(server);
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const open = async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return { read, held, open };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

test('of all that a connection sends at once, the next request is read when the one before is answered', async () => {
  const { read, held, open } = await heldServer();
  const [many, one] = [await open(), await open()];
  let answers = '';
  many.on('data', (part) => (answers += String(part)));
  many.write(Array.from({ length: 300 }, (_, number) => get(`/${number}`)).join(''));
  await expect.poll(() => read).toEqual(['/0']);
  one.write(get('/one'));
  await expect.poll(() => read).toEqual(['/0', '/one']);
  for (let number = 0; number < 300; number++) {
    const next = held.findIndex(({ req }) => req.url === `/${number}`);
    held.splice(next, 1)[0]!.end(`answer ${number};`);
    await expect.poll(() => read.length, { interval: 0 }).toBe(Math.min(number + 3, 301));
  }
  await expect.poll(() => answers).toContain('answer 299;');
  expect(answers.match(/(?<=answer )\d+/g)).toEqual(Array.from({ length: 300 }, (_, number) => String(number)));
});

test('a body that comes with its request, or after it, is read before that is answered', async () => {
  const { read, held, open } = await heldServer();
  const socket = await open();
  socket.write('POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nfirst');
  await expect.poll(() => read).toEqual(['/body', 'first']);
  socket.write(`later${get('/next')}`);
  await expect.poll(() => read).toEqual(['/body', 'first', 'later', '/next']);
  for (const response of held) response.end();
});

test('a request in pieces is read', async () => {
  const { read, open } = await heldServer();
  const socket = (await open()).setNoDelay();
  for (const letter of get('/slow')) {
    socket.write(letter);
    await new Promise(setImmediate);
  }
  await expect.poll(() => read).toEqual(['/slow']);
});
