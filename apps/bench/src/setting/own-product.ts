import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Summary } from '@monitor/contract';
import type { BenchContext } from './cleanup.ts';
import { OwnProcess, type OwnServer, startServer } from './own-process.ts';

interface Counts {
  readonly listed: number;
  readonly counted: number;
}

/** The product on a folder of its own, with its built-in PostgreSQL. */
export class OwnProduct {
  readonly folder: string;
  readonly #context: BenchContext;
  readonly #environment: Readonly<Record<string, string>>;
  #server: OwnServer | undefined;

  /** @param environment settings of the server; made-up incidents are loaded only where they say so */
  constructor(folder: string, context: BenchContext, environment: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#context = context;
    this.#environment = { DEMO: 'off', ...environment, DATABASE_URL: '', DATA_FOLDER: folder };
  }

  /** Of the server that was started last. */
  get address(): string {
    return this.#server?.address ?? '';
  }

  async start(): Promise<void> {
    this.#server = await startServer(this.#environment, this.#context);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** Ends the server by force. */
  async kill(): Promise<void> {
    await this.#server?.kill();
  }

  /** Identifier of PostgreSQL's first process; 0 if there is none. */
  async postmaster(): Promise<number> {
    const text = await readFile(join(this.folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
    return Number(text.split('\n')[0]);
  }

  /** Begins a command of the product, such as `import`. */
  command(...parameters: readonly string[]): OwnProcess {
    const command = new OwnProcess('cli/dist/main.js', parameters, this.#environment);
    this.#context.cleanup.add(() => command.stop());
    return command;
  }

  /** Incidents that the list and the numbers have; undefined if one of them does not answer. */
  async counts(): Promise<Counts | undefined> {
    return readCounts(this.address);
  }
}

/** Incidents that the list and the numbers of a server have; undefined if one of them does not answer. */
export async function readCounts(address: string): Promise<Counts | undefined> {
  try {
    const [list, summary] = await Promise.all(
      ['incidents?limit=1', 'summary?facets=none'].map((path) =>
        // Not what a cache in front has kept.
        fetch(`${address}/api/v1/${path}`, { headers: { 'Cache-Control': 'no-cache' }, signal: AbortSignal.timeout(10_000) }),
      ),
    );
    if (list?.status !== 200 || summary?.status !== 200) return undefined;
    const { total } = (await list.json()) as { total: number };
    return { listed: total, counted: ((await summary.json()) as Summary).totals.incidents };
  } catch {
    return undefined;
  }
}
