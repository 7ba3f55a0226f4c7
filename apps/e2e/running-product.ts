import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../api/dist/main.js', import.meta.url));

/** The product as a person runs it: its own process, its own PostgreSQL, demonstration data. */
export interface RunningProduct {
  readonly address: string;
  /** Its data folder. */
  readonly folder: string;
  /** Ends the server as Ctrl-C does; the data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  startAgain(): Promise<void>;
  /** Stops and removes the data. */
  remove(): Promise<void>;
}

/** Starts the built product on a free port with a data folder of its own. Throws with what it printed where it does not come up. */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<RunningProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-journeys-'));
  // Where the tests run as root, PostgreSQL runs as another account, which must get through to its data.
  await chmod(folder, 0o755);
  let port = '0';
  let running = await launch();
  port = new URL(running.address).port;

  async function launch() {
    return launchServer({ PORT: port, DATA_FOLDER: folder, RATE_LIMIT: 'off', LOG_LEVEL: 'warn', ...environment });
  }
  return {
    address: running.address,
    folder,
    stop: () => ended(running.process),
    async startAgain() {
      running = await launch();
    },
    async remove() {
      await ended(running.process);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const longestStart = 120_000;

async function launchServer(environment: Readonly<Record<string, string>>): Promise<{ process: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [server], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
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
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
  }).catch(async (error: unknown) => {
    await ended(child);
    throw error;
  });
  return { process: child, address };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await exit;
  clearTimeout(forced);
}
