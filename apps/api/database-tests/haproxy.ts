import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@monitor/built-in-server/free-port';
import { eventually } from './listening.ts';

const file = new URL('../../../docs/operating/haproxy.cfg', import.meta.url);

/** Whether HAProxy is installed on this machine. */
export function hasHaproxy(): boolean {
  try {
    return execFileSync('haproxy', ['-v'], { encoding: 'utf8' }).includes('HAProxy');
  } catch {
    return false;
  }
}

/** Starts HAProxy with the file of `compose.scale.yml` in front of servers of this machine, and of no databases. @param change what the file is to say instead */
export async function startHaproxy(servers: readonly URL[], change = (text: string) => text) {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-haproxy-'));
  const port = await freePort();
  const lines = servers.map(({ host }, at) => `    server app${at} ${host}`).join('\n');
  const text = (await readFile(file, 'utf8'))
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace(/^ {4}server-template .*$/m, lines)
    .replace(/^resolvers [^]*?\n\n/m, '')
    .replace(/^defaults databases[^]*$/m, '');
  const configuration = join(folder, 'haproxy.cfg');
  await writeFile(configuration, change(text));
  const child = spawn('haproxy', ['-db', '-f', configuration], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`HAProxy ended with ${child.exitCode}.`);
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return isOpen;
  });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
