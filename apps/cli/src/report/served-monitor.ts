import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandContext, repository, UsageError } from '../command-context.ts';
import { withDatabaseServer } from '../with-database.ts';

/** Milliseconds that a server may take to start; it may have to be built first. */
const longestStart = 300_000;

/**
 * Does something with a server of the monitor that can be reached: the one at an address, or else one of its own, which is started for
 * this on the same database and a free port of this machine, and stopped afterwards.
 * @param given address of a running server
 */
export async function withServer<Result>(
  context: CommandContext,
  given: string | undefined,
  work: (address: string) => Promise<Result>,
): Promise<Result> {
  if (given !== undefined) return work(originOf('--server', given));
  return withDatabaseServer(context, async (databaseUrl) => {
    const { process: child, address } = await launch(context, databaseUrl);
    try {
      return await work(address);
    } finally {
      await ended(child);
    }
  });
}

/** The origin of an address of the web. @throws UsageError for anything else */
export function originOf(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new UsageError(`${option} must be an address such as http://127.0.0.1:8080, not "${text}".`);
}

/** From sources it is built first, where it is stale; an image has it built, and no compiler. */
function program(): string {
  return join(repository, existsSync(join(repository, 'node_modules/typescript')) ? 'apps/api/start.mjs' : 'apps/api/dist/main.js');
}

async function launch(
  { signal, notify }: CommandContext,
  databaseUrl: string,
): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  notify('Starting a server for the briefs …');
  const settings = { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: databaseUrl, DEMO: 'off', RATE_LIMIT: 'off', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [program()], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const stop = AbortSignal.any([signal, AbortSignal.timeout(longestStart)]);
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /ready at (http:\/\/\S+)/.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', reject);
      child.once('exit', () => reject(new UsageError(`The server did not start:\n${printed.trim()}`)));
      stop.addEventListener('abort', () => reject(new UsageError(`The server did not start in time:\n${printed.trim()}`)), {
        once: true,
      });
    });
    return { process: child, address };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

/** Ends a server as Ctrl-C does. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  await exit;
}
