import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { assertPortFree, PortError } from './port.ts';

test('a free port is found free and left free', async () => {
  await expect(assertPortFree({ host: '127.0.0.1', port: 0 })).resolves.toBeUndefined();
});

test('a port in use is named, with a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const attempt = assertPortFree({ host: '127.0.0.1', port });
  await expect(attempt).rejects.toThrow(PortError);
  await expect(attempt).rejects.toThrow(new RegExp(`^Port ${port} is already in use[.] .* PORT=\\d+\\.$`));
  other.close();
});

test('an address of another machine is refused in words', async () => {
  await expect(assertPortFree({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    /^HOST "192.0.2.1" is not an address of this machine/,
  );
});
