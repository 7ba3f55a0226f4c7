import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenchContext } from './cleanup.ts';

const longestStart = 600_000;
const longestStop = 60_000;
/** What `pnpm start` sets. */
const startVariables = variablesOfStart();
const peakReporter = new URL('../../report-peak-memory.mjs', import.meta.url);

/** A program of the product in a process of its own. */
export class OwnProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** All that it has printed. */
  printed = '';
  #peak = '';

  /**
   * @param program path of the program, from the folder of the apps
   * @param node options of Node.js
   * @param before words that go before Node.js, and replace themselves by it
   */
  constructor(
    program: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string>>,
    node: readonly string[] = [],
    before: readonly string[] = [],
  ) {
    const path = fileURLToPath(new URL(`../../../${program}`, import.meta.url));
    const [first = '', ...words] = [...before, process.execPath, ...node, '--import', peakReporter.href, path, ...parameters];
    this.#child = spawn(first, words, {
      env: { ...process.env, INIT_CWD: process.cwd(), ...environment },
      // The program writes its peak memory into the fourth stream when it ends.
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // Ctrl-C must reach the bench alone, which ends what it has started in the right order.
      detached: true,
    });
    this.#ended = once(this.#child, 'close');
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.printed += chunk.toString();
      });
    this.#child.stdio[3]?.on('data', (chunk: Buffer) => {
      this.#peak += chunk.toString();
    });
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Waits for a text among what it prints. Throws where it ends or takes too long.
   * @param patience milliseconds
   */
  async says(pattern: RegExp, signal: AbortSignal, patience = longestStart): Promise<RegExpExecArray> {
    const late = AbortSignal.timeout(patience);
    for (;;) {
      const found = pattern.exec(this.printed);
      if (found) return found;
      if (!this.running || late.aborted) throw new Error(`A program of the product did not print ${pattern}:\n${this.printed}`);
      const either = new AbortController();
      const news = [this.#child.stdout, this.#child.stderr].map((stream) =>
        stream ? once(stream, 'data', { signal: either.signal }) : undefined,
      );
      const aborted = once(AbortSignal.any([signal, late]), 'abort', { signal: either.signal });
      await Promise.race([...news, aborted, this.#ended]).finally(() => either.abort());
      signal.throwIfAborted();
    }
  }

  /** Waits for its end. Throws where it fails; the signal ends it early. */
  async succeeds(signal: AbortSignal): Promise<void> {
    const end = () => this.#child.kill('SIGTERM');
    signal.addEventListener('abort', end, { once: true });
    await this.#ended;
    signal.removeEventListener('abort', end);
    signal.throwIfAborted();
    if (this.#child.exitCode !== 0) throw new Error(`A program of the product failed:\n${this.printed}`);
  }

  /** Waits for its end, however it ends, and gives its exit code; null if it was killed. */
  async ended(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Asks it to end, as Ctrl-C does. */
  interrupt(): void {
    this.#child.kill('SIGTERM');
  }

  /** Ends it as Ctrl-C does, and by force where that takes too long. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.#child.kill('SIGTERM');
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), longestStop);
    await this.#ended;
    clearTimeout(forced);
  }

  /** Ends it by force. */
  async kill(): Promise<void> {
    if (!this.running) return;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Bytes of memory at most, once it has ended. */
  get peakMemory(): number {
    return Number(this.#peak) * 1024;
  }
}

/** The HTTP server in a process of its own, without a limit of requests. */
export interface OwnServer {
  readonly address: string;
  /** Stops it and gives the bytes of memory that it took at most. */
  stop(): Promise<number>;
  /** Ends it by force. */
  kill(): Promise<void>;
  readonly isRunning: () => boolean;
}

export async function startServer(
  environment: Readonly<Record<string, string>>,
  { cleanup, signal }: BenchContext,
  node: readonly string[] = [],
  before: readonly string[] = [],
): Promise<OwnServer> {
  const variables = {
    HOST: '127.0.0.1',
    PORT: '0',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    ANALYTICS: 'cube',
    ...startVariables,
    ...environment,
  };
  const server = new OwnProcess('api/dist/main.js', [], variables, node, before);
  const stop = cleanup.add(() => server.stop());
  const [, address = ''] = await server.says(/ready at (http:\/\/\S+)/, signal);
  return {
    address,
    async stop() {
      await stop();
      return server.peakMemory;
    },
    kill: () => server.kill(),
    isRunning: () => server.running,
  };
}

function variablesOfStart(): Record<string, string> {
  const { scripts } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return Object.fromEntries([...scripts.start.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]));
}

/** Reads the metrics of a server. Gives the value of one by its name, and throws if there is none of that name. */
export async function readMetrics(address: string, signal?: AbortSignal): Promise<(name: string) => number> {
  const answer = await fetch(`${address}/metrics`, signal && { signal });
  const text = await answer.text();
  return (name) => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`The server has no metric ${name}.`);
    return Number(value);
  };
}
