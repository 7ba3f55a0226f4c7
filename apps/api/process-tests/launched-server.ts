import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const longestStart = 240_000;

export interface LaunchedServer {
  readonly process: ChildProcess;
  readonly address: string;
  /** What it has said until it was ready. */
  readonly printed: string;
}

/**
 * Starts the built server as a process of its own. Rejects with what it printed where it does not come up.
 * @param before words that go before the command and replace themselves by it
 */
export async function launchServer(
  environment: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): Promise<LaunchedServer> {
  const [program, ...words] = [...before, process.execPath, server];
  const child = spawn(program, words, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start in time:\n${printed}`)), longestStart);
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /ready at (http:\/\/\S+)/.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
  }).catch(async (error: unknown) => {
    await ended(child);
    throw error;
  });
  return { process: child, address, printed };
}

/** Ends a server as Ctrl-C does. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await exit;
  clearTimeout(forced);
}
