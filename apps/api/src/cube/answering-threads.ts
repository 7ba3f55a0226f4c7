import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Cube } from '@monitor/cube';
import type { FromAnswering, ToAnswering } from './answering-thread.ts';
import type { AskCube, Question, QuestionName, Told } from './questions.ts';
import { onAbort } from '../on-abort.ts';
import { type ServedRequest, servedRequest } from '../served-request.ts';
import { WaitingLine } from '../waiting-line.ts';

/** Threads that answer, at most: each keeps intermediate results of its own. */
const mostThreads = 4;
/**
 * Questions that a thread has at once. While one is answered, the next is there already; and where one gives way, such as that of new
 * hexagons, the other is answered meanwhile.
 */
const atOnce = 2;
/** Milliseconds before a thread that has ended unexpectedly is started again. */
const restartAfter = 1000;
/** Cubes that a thread knows: the present one, and the one that requests under way began with. */
const cubesKnown = 2;

export interface AnsweringThreads {
  readonly ask: AskCube;
  /** Questions that wait for a thread, and how many were sent away, since too many waited. */
  readonly figures: () => { readonly waiting: number; readonly refused: number };
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly cube: Cube;
  readonly question: Question;
  /** For which it is answered; undefined where the server wants to know. */
  readonly request: ServedRequest | undefined;
  /** Called with the milliseconds that it took, of the whole server. */
  readonly pay: (milliseconds: number) => void;
  readonly settle: { readonly resolve: (told: never) => void; readonly reject: (error: unknown) => void };
}

/** Answers questions to cubes on threads of their own, one for each processor but that which answers requests, so that a hard question holds up nobody. */
export function answeringThreads(threads = Math.max(1, Math.min(mostThreads, availableParallelism() - 1))): AnsweringThreads {
  const line = new WaitingLine<Waiting>(threads, {
    underWay: () => all.reduce((sum, { underWay }) => sum + underWay, 0),
    isFree: () => all.some(({ busy }) => busy === 0),
  });
  let isStopped = false;

  /** Gives waiting questions to threads that have room, those with least to do first. */
  function give(): void {
    for (;;) {
      const free = all.toSorted((one, other) => one.busy - other.busy)[0]!;
      const waiting = free.busy < atOnce ? line.take() : undefined;
      if (waiting === undefined) return;
      if (waiting.request) waiting.request.hasBegun = true;
      free.take(waiting);
    }
  }

  const all = Array.from(
    { length: threads },
    () =>
      new AnsweringThread((done) => {
        if (done !== undefined) {
          line.served(done.milliseconds);
          done.pay(done.milliseconds / threads);
        }
        if (!isStopped) give();
      }),
  );

  return {
    async ask<Name extends QuestionName>(cube: Cube, question: Question<Name>, signal: AbortSignal): Promise<Told[Name]> {
      signal.throwIfAborted();
      const request = servedRequest.getStore();
      const client = request?.client ?? '';
      const pay = request?.reserve(line.cost / threads) ?? (() => undefined);
      let forget = () => {};
      return new Promise<Told[Name]>((resolve, reject) => {
        const waiting: Waiting = { cube, question, request, pay, settle: { resolve, reject } };
        const refuse = (error: unknown) => {
          pay(0);
          reject(error);
        };
        if (request?.hasBegun === true) line.goOn(client, waiting);
        else line.join(client, waiting, refuse, signal, request?.since);
        forget = onAbort(signal, (reason) => {
          if (line.leave(client, waiting)) pay(0);
          reject(reason);
        });
        give();
      }).finally(() => forget());
    },
    figures: () => ({ waiting: line.length, refused: line.refused }),
    async stop() {
      isStopped = true;
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

/** A question that was answered, with the milliseconds that it took. */
interface Done extends Pick<Waiting, 'pay'> {
  readonly milliseconds: number;
}

/** A thread with what it was asked. It is started again where it ends unexpectedly; what it was asked then fails. */
class AnsweringThread {
  readonly #onFree: (done?: Done) => void;
  readonly #asked = new Map<number, Pick<Waiting, 'pay' | 'settle'>>();
  /** The cubes that the thread knows, the last one that it was asked about at the end. */
  #cubes: { readonly cube: Cube; readonly number: number }[] = [];
  #count = 0;
  #isStopped = false;
  /** Whether it has ended unexpectedly and was not started again yet. */
  #isAway = false;
  #worker: Worker;

  /** @param onFree called with what was done, and without when it has to be given work again */
  constructor(onFree: (done?: Done) => void) {
    this.#onFree = onFree;
    this.#worker = this.#start();
  }

  /** Questions that it has. */
  get underWay(): number {
    return this.#asked.size;
  }

  /** The same, but infinitely many where it can take none. */
  get busy(): number {
    return this.#isAway ? Infinity : this.underWay;
  }

  take({ cube, question, pay, settle }: Waiting): void {
    const number = ++this.#count;
    this.#asked.set(number, { pay, settle });
    this.#tell({ question, number, to: this.#numberOf(cube) });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#isAway) return;
    const ended = once(this.#worker, 'exit');
    await this.#worker.terminate();
    await ended;
  }

  #startAgain(): void {
    if (this.#isStopped) return;
    this.#worker = this.#start();
    this.#isAway = false;
    this.#onFree();
  }

  #start(): Worker {
    // Without the options of this process, such as those with which tests take modules from their sources.
    const worker = new Worker(new URL('./answering-thread.js', import.meta.url), { execArgv: [] });
    worker.on('message', (message: FromAnswering) => this.#settle(message));
    // An error is followed by the end.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const lost = [...this.#asked.values()];
      this.#asked.clear();
      this.#cubes = [];
      for (const { settle } of lost) settle.reject(new Error('The thread that answers has ended.'));
      if (this.#isStopped) return;
      this.#isAway = true;
      setTimeout(() => this.#startAgain(), restartAfter).unref();
    });
    // The process may end although this thread still waits for questions.
    worker.unref();
    return worker;
  }

  #tell(message: ToAnswering): void {
    this.#worker.postMessage(message);
  }

  #settle(message: FromAnswering): void {
    const asked = this.#asked.get(message.number);
    this.#asked.delete(message.number);
    if ('told' in message) asked?.settle.resolve(message.told as never);
    else asked?.settle.reject(Object.assign(new Error(message.failure.message), { name: message.failure.name }));
    if (asked) this.#onFree({ milliseconds: message.milliseconds, pay: asked.pay });
  }

  /** The number by which the thread knows a cube; it is handed over where it is new. */
  #numberOf(cube: Cube): number {
    const known = this.#cubes.find((one) => one.cube === cube) ?? { cube, number: ++this.#count };
    if (!this.#cubes.includes(known)) this.#tell({ cube, number: known.number });
    this.#cubes = [...this.#cubes.filter((one) => one !== known), known];
    for (const { number } of this.#cubes.slice(0, -cubesKnown)) this.#tell({ forget: number });
    this.#cubes = this.#cubes.slice(-cubesKnown);
    return known.number;
  }
}
