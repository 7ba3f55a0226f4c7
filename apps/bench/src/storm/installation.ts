import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningServerUrl } from '@monitor/built-in-server';
import type { BenchContext } from '../setting/cleanup.ts';
import { connect } from '../setting/connect.ts';
import { OwnProcess, type OwnServer, startServer } from '../setting/own-process.ts';
import { until } from '../setting/until.ts';
import { SlowNetwork } from './slow-network.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

const shiftClock = fileURLToPath(new URL('../../shift-clock.mjs', import.meta.url));

export interface CommandOptions {
  /** Whether it reaches the database over the network. */
  readonly isFar?: boolean;
  /** Blocks of 512 bytes that a file may have that it writes. */
  readonly largestFile?: number | undefined;
}

/** The product as it is installed: a data folder, the server with its PostgreSQL, and a second server that asks it over a network. */
export class Installation {
  /** Milliseconds that all clocks but those of the machine and of PostgreSQL are ahead. */
  clockShift = 0;
  readonly network: SlowNetwork;
  readonly disk: SmallDisk | undefined;
  readonly #base: string;
  readonly #context: BenchContext;
  #number = 0;
  #server: OwnServer | undefined;
  #second: OwnServer | undefined;

  private constructor(base: string, context: BenchContext, disk: SmallDisk | undefined, network: SlowNetwork) {
    this.#base = base;
    this.#context = context;
    this.disk = disk;
    this.network = network;
  }

  /** @param base an empty folder */
  static async open(base: string, context: BenchContext): Promise<Installation> {
    const disk = await openSmallDisk(base, context);
    let made: Installation | undefined;
    const network = await SlowNetwork.open(async () => Number(new URL((await made?.databaseUrl()) ?? '').port));
    context.cleanup.add(async () => network.close());
    made = new Installation(base, context, disk, network);
    await made.useNewFolder();
    return made;
  }

  /** The server that answers from its cube; empty before the first start. */
  get address(): string {
    return this.#server?.address ?? '';
  }

  /** The one that answers with SQL. */
  get sqlAddress(): string {
    return this.#second?.address ?? '';
  }

  get #dataFolder(): string {
    return join(this.#base, String(this.#number));
  }

  get #node(): readonly string[] {
    return this.clockShift === 0 ? [] : ['--import', shiftClock];
  }

  get #environment(): Readonly<Record<string, string>> {
    return { DEMO: 'off', DATABASE_URL: '', DATA_FOLDER: this.#dataFolder, CLOCK_SHIFT: String(this.clockShift) };
  }

  /** The path of a data folder as this process sees it. */
  #seen(path: string): string {
    return this.disk?.seen(path) ?? path;
  }

  /** From now on another data folder is used, which is empty. The servers must have been stopped. */
  async useNewFolder(): Promise<void> {
    await rm(this.#seen(this.#dataFolder), { recursive: true, force: true });
    this.#number += 1;
    await mkdir(this.#seen(this.#dataFolder), { recursive: true });
  }

  /** The address of PostgreSQL; undefined if it does not run. */
  async databaseUrl(): Promise<string | undefined> {
    return runningServerUrl({ folder: this.#seen(join(this.#dataFolder, 'postgres')) });
  }

  /** The same over the network. */
  async #farUrl(): Promise<string> {
    let found: string | undefined;
    await until(async () => (found = await this.databaseUrl().catch(() => undefined)) !== undefined);
    const url = new URL(found ?? '');
    url.port = String(this.network.port);
    return url.href;
  }

  /** Starts what does not run, and waits until both servers are ready. False if they never are. */
  async isReady(): Promise<boolean> {
    await this.startServer();
    if (this.#second?.isRunning() !== true)
      this.#second = await startServer(
        { ...this.#environment, DATABASE_URL: await this.#farUrl(), ANALYTICS: 'sql' },
        this.#context,
        this.#node,
        this.disk?.before,
      );
    return until(async () => {
      this.#context.signal.throwIfAborted();
      // A server says for up to a second that it is ready when its database no longer is.
      if (!(await this.#databaseAnswers())) return false;
      const states = await Promise.all([this.address, this.sqlAddress].map(statusOf));
      return states.every((status) => status === 200);
    });
  }

  async #databaseAnswers(): Promise<boolean> {
    const url = await this.databaseUrl().catch(() => undefined);
    if (url === undefined) return false;
    const { sql, close } = connect(url, this.#context.cleanup);
    const answer = await sql`select 1`.catch(() => undefined);
    await close();
    return answer !== undefined;
  }

  /** Starts the server. It refuses that for as long as a command that found no server has started PostgreSQL itself. */
  async startServer(): Promise<void> {
    const isStarted = await until(async () => {
      if (this.#server?.isRunning() === true) return true;
      try {
        this.#server = await startServer(this.#environment, this.#context, this.#node, this.disk?.before);
        return true;
      } catch (error) {
        if (/is in use by process/.test(String(error))) return false;
        throw error;
      }
    });
    if (!isStarted) throw new Error('The data folder stays in use by another process.');
  }

  async stop(): Promise<void> {
    await this.#second?.stop();
    await this.#server?.stop();
  }

  async killServer(): Promise<void> {
    await this.#server?.kill();
  }

  /** Ends both servers, PostgreSQL and a command by force. */
  async killEverything(command: OwnProcess): Promise<void> {
    const [first] = await this.#databaseProcesses();
    await Promise.all([this.#server?.kill(), this.#second?.kill(), command.kill()]);
    killProcess(first);
  }

  /** Ends one of the processes of PostgreSQL by force. @param chance from 0 to 1, chooses which */
  async killDatabaseProcess(chance: number): Promise<void> {
    const all = await this.#databaseProcesses();
    killProcess(all[Math.floor(chance * all.length)]);
  }

  /** Process numbers of PostgreSQL, the first of which started the others. */
  async #databaseProcesses(): Promise<number[]> {
    const file = this.#seen(join(this.#dataFolder, 'postgres', 'cluster', 'postmaster.pid'));
    const first = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
    if (first === 0) return [];
    const children = await readFile(`/proc/${first}/task/${first}/children`, 'utf8').catch(() => '');
    return [first, ...children.trim().split(' ').map(Number)].filter((pid) => pid > 0);
  }

  /** Begins a command of the product. */
  async command(words: readonly string[], { isFar = false, largestFile }: CommandOptions = {}): Promise<OwnProcess> {
    const limit = largestFile === undefined ? [] : ['/bin/sh', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'sh'];
    const environment = { ...this.#environment, ...(isFar && { DATABASE_URL: await this.#farUrl() }) };
    const before = [...(this.disk?.before ?? []), ...limit];
    const command = new OwnProcess('cli/dist/main.js', words, environment, this.#node, before);
    const stop = this.#context.cleanup.add(() => command.stop());
    void command.ended().then(stop);
    return command;
  }
}

function killProcess(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
}
