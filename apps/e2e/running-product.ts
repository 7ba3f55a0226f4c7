import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { copyTemplate, dropDatabase, type Template } from '../../packages/store/database-tests/template-database.ts';
import { prepareData } from '../api/src/prepare-data.ts';

const server = fileURLToPath(new URL('../api/dist/main.js', import.meta.url));

/** The built product as a process of its own, over a database with the demonstration data. */
export interface RunningProduct {
  readonly address: string;
  readonly databaseUrl: string;
  /** Ends the server as Ctrl-C does; the data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  startAgain(): Promise<void>;
  /** Stops and removes the data. */
  remove(): Promise<void>;
}

/**
 * Starts the built product on a free port, with a database of its own. Throws with what it printed where it does not come up.
 * @param cluster address of the database server of the run
 */
export async function startProduct(cluster: string): Promise<RunningProduct> {
  const databaseUrl = await copyTemplate(cluster, demonstration);
  let port = '0';
  let running = await launch();
  port = new URL(running.address).port;

  async function launch() {
    return launchServer({ PORT: port, DATABASE_URL: databaseUrl, RATE_LIMIT: 'off', LOG_LEVEL: 'warn' });
  }
  return {
    address: running.address,
    databaseUrl,
    stop: () => ended(running.process),
    async startAgain() {
      running = await launch();
    },
    async remove() {
      await ended(running.process);
      await dropDatabase(databaseUrl);
    },
  };
}

/** What the product itself loads where its database is empty. */
const demonstration: Template = {
  name: 'demonstration',
  async fill(database) {
    const terminal = { line: () => undefined, progress: () => undefined };
    await prepareData(database, { demo: true, signal: new AbortController().signal, terminal });
  },
};

const longestStart = 240_000;

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
