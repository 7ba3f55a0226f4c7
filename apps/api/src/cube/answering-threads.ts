import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { Cube } from '@monitor/cube';
import { untilAborted } from '@monitor/store';
import type { Answering } from './answering-thread.ts';
import { Line } from '../line.ts';
import { ServedRequest, servedRequest } from '../served-request.ts';
import { Thread, ThreadPool } from '../threads.ts';
import { type AskCube, cubesKnown, type Question, type QuestionName, type Told } from '@monitor/engine';

/** Threads that answer, at most: each keeps intermediate results of its own. */
const mostThreads = 4;
/**
 * Questions that a thread has at once. While one is answered, the next is there already; and while one pauses, such as that of new
 * hexagons, the other is answered.
 */
const ofWorker = 2;

/** Answers questions to cubes on threads of their own, one for each processor but that which answers requests, so that a hard question delays no other. */
export function answeringThreads(workers = Math.max(1, Math.min(mostThreads, availableParallelism() - 1))) {
  const pool = new ThreadPool(workers, () => new AnsweringThread());
  const line = new Line({ workers, ofWorker, isThere: (worker) => !pool.at(worker).hasEnded });
  const ask: AskCube = async <Name extends QuestionName>(cube: Cube, question: Question<Name>, signal: AbortSignal) => {
    const request = servedRequest.getStore() ?? new ServedRequest('');
    const told = line.run(request, signal, (worker, noteCost) => pool.at(worker).ask(cube, question, noteCost));
    return untilAborted(told, signal) as Promise<Told[Name]>;
  };
  return { ask, line, stop: () => pool.stop() };
}

class AnsweringThread extends Thread<Answering> {
  /** Numbers of the cubes that the thread knows. It forgets the same ones, since it hears of them in the same order. */
  readonly #known = new LRUCache<Cube, number>({ max: cubesKnown });
  #count = 0;

  constructor() {
    super(new URL('./answering-thread.js', import.meta.url));
  }

  async ask(cube: Cube, question: Question, noteCost: (milliseconds: number) => void): Promise<Told[QuestionName]> {
    const known = this.#known.get(cube);
    const number = known ?? ++this.#count;
    this.#known.set(cube, number);
    return this.call('answer', [question, number, known === undefined ? cube : undefined], noteCost);
  }
}
