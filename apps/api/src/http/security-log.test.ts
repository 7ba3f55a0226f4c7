import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerErrors } from './reply-with-problem.ts';
import { type ClientMinute, keepSecurityLog, SecurityLog } from './security-log.ts';

function linesOf(act: (log: SecurityLog) => void): ClientMinute[] {
  const lines: ClientMinute[] = [];
  const log = new SecurityLog((line) => lines.push(line));
  act(log);
  log.turn();
  return lines;
}

test('a client that a limit refused has one line a minute, however often it was', () => {
  const lines = linesOf((log) => {
    for (let count = 0; count < 500; count++) {
      log.refused('203.0.113.1', 'too_many_requests');
      log.answered('203.0.113.1', 1);
    }
    log.answered('203.0.113.2', 5);
  });
  expect(lines).toEqual([{ client: '203.0.113.1', requests: 500, seconds: 0.5, refused: { too_many_requests: 500 } }]);
});

test('nobody is written down for a few mistakes, but whoever makes many is', () => {
  const mistakes = (count: number) =>
    linesOf((log) => {
      for (let at = 0; at < count; at++) log.refused('203.0.113.1', 'bad_query');
    });
  expect(mistakes(10)).toEqual([]);
  expect(mistakes(100)).toHaveLength(1);
});

test('a client that keeps the server busy is written down', () => {
  expect(linesOf((log) => log.answered('203.0.113.1', 25_000))).toMatchObject([{ client: '203.0.113.1', seconds: 25 }]);
});

test('a minute is forgotten with the next, and a flood of clients does not fill the memory', () => {
  const lines: ClientMinute[] = [];
  const log = new SecurityLog((line) => lines.push(line));
  for (let client = 0; client < 50_000; client++) log.refused(String(client), 'too_many_requests');
  log.turn();
  log.turn();
  expect(lines).toHaveLength(10_000);
});

test('readers who leave are refused nothing', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => void lines.push(line) } } });
  keepSecurityLog(app);
  answerErrors(app);
  const arrived: Promise<unknown>[] = [];
  app.get('/slow', async ({ raw }) => {
    const left = once(raw.socket, 'close');
    if (arrived.push(left) === readers.length) for (const reader of readers) reader.destroy();
    await left;
    throw new Error('aborted');
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const readers = Array.from({ length: 40 }, () => connect({ host: '127.0.0.1', port }));
  for (const reader of readers) reader.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await Promise.all(readers.map((reader) => once(reader, 'close')));
  await Promise.all(arrived);
  await app.close();
  expect(lines).toEqual([]);
});
