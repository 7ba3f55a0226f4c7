import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { SlowNetwork } from './slow-network.ts';

/** A server that sends back what it gets, reached over a network. */
async function useNetwork() {
  const server = createServer({ allowHalfOpen: true }, (socket) => socket.on('error', () => undefined).pipe(socket)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const network = await SlowNetwork.open(async () => (server.address() as AddressInfo).port);
  onTestFinished(() => {
    network.close();
    server.close();
  });
  return { network, socket: connect(network.port, '127.0.0.1') };
}

test('all bytes come in order, later than without it', async () => {
  const { network, socket } = await useNetwork();
  network.delay = 20;
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  const begun = performance.now();
  socket.end(sent);
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).equals(sent)).toBe(true);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(39);
});

test('connections that are cut end on both sides', async () => {
  const { network, socket } = await useNetwork();
  socket.on('error', () => undefined).write('a');
  await once(socket, 'data');
  network.cut();
  await expect.poll(() => socket.destroyed).toBe(true);
});
