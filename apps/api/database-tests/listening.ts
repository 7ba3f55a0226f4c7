import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from '../src/services.ts';

/** Lets the app listen on a free port of this machine and gives its address. */
export async function listen(app: Api): Promise<URL> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
}

/** A request that can be dropped half-way, unlike those of `fetch`. */
export function get(url: URL, headers: Record<string, string> = {}): { response: Promise<IncomingMessage>; drop: () => void } {
  const sent = request(url, { agent: false, headers });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
  });
  sent.end();
  return { response, drop: () => sent.destroy() };
}

/** Waits until something holds; throws after two minutes, which is long also on a busy machine. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not hold within two minutes.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
