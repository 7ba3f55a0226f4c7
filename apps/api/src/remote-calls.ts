import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';

/** Functions that another thread runs, by their names. What they are given and give back is copied. */
export type Functions = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

type Result<One> = One extends (...values: never[]) => Promise<infer Value> ? Value : never;

/** A thread, or the way back from it. */
interface Port {
  postMessage(message: Call | Reply, transfer: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: Call | Reply) => void): unknown;
}

interface Call {
  readonly call: number;
  readonly name: string;
  readonly values: readonly unknown[];
}

interface Reply {
  readonly to: number;
  readonly result?: unknown;
  readonly failure?: NodeJS.ErrnoException;
  /** What the thread has worked for it; waiting is not work. */
  readonly milliseconds: number;
}

/** Calls functions of another thread, and runs those that it calls. */
export class RemoteCalls<Theirs extends Functions> {
  readonly #port: Port;
  readonly #waiting = new Map<number, { readonly settle: (reply: Reply) => void; readonly reject: (error: Error) => void }>();
  #calls = 0;
  #ended: Error | undefined;

  /** @param own functions that the other thread may call */
  constructor(port: Port, own: Functions = {}) {
    this.#port = port;
    port.on('message', (message) => {
      if ('call' in message) void this.#run(own, message);
      else this.#waiting.get(message.to)?.settle(message);
    });
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  /** @param noteCost called with the milliseconds of work of the other thread, even if it fails */
  call<Name extends keyof Theirs & string>(
    name: Name,
    values: Parameters<Theirs[Name]>,
    noteCost?: (milliseconds: number) => void,
  ): Promise<Result<Theirs[Name]>> {
    if (this.#ended) return Promise.reject(this.#ended);
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      const settle = ({ result, failure, milliseconds }: Reply) => {
        this.#waiting.delete(call);
        noteCost?.(milliseconds);
        if (failure) reject(Object.assign(new Error(failure.message), failure));
        else resolve(result as Result<Theirs[Name]>);
      };
      this.#waiting.set(call, { settle, reject });
      this.#port.postMessage({ call, name, values }, []);
    });
  }

  /** Rejects whatever is and will be called. */
  end(error: Error): void {
    this.#ended = error;
    for (const { reject } of this.#waiting.values()) reject(error);
  }

  async #run(own: Functions, { call, name, values }: Call): Promise<void> {
    const since = performance.eventLoopUtilization();
    const reply = (outcome: Pick<Reply, 'result' | 'failure'>, transfer: readonly ArrayBuffer[] = []) =>
      this.#port.postMessage({ to: call, ...outcome, milliseconds: performance.eventLoopUtilization(since).active }, transfer);
    try {
      const result = await own[name]!(...(values as never[]));
      // Bytes are handed over instead.
      reply({ result }, result instanceof Uint8Array && result.buffer instanceof ArrayBuffer ? [result.buffer] : []);
    } catch (error) {
      // The copy of an error would have no code.
      const { name: kind, message, code } = error as NodeJS.ErrnoException;
      reply({ failure: { name: kind, message, code } });
    }
  }
}

/** Lets the thread that has started this one call functions, and this one call its. */
export function answerCalls<Theirs extends Functions>(own: Functions): RemoteCalls<Theirs> {
  return new RemoteCalls(parentPort!, own);
}
