/* Answers questions to cubes, which lie in memory that all threads share. */
import { parentPort } from 'node:worker_threads';
import type { Cube } from '@monitor/cube';
import { collectAtRest } from '../collect-at-rest.ts';
import { lowerPriority } from '../lower-priority.ts';
import { CubeReader } from './cube-reader.ts';
import type { Question, QuestionName, Told } from './questions.ts';

/** What a thread is told: a cube that it will be asked about, one that it will not be asked about again, or a question. */
export type ToAnswering = { readonly cube: Cube; readonly number: number } | { readonly forget: number } | Asking;

interface Asking {
  readonly question: Question;
  readonly number: number;
  /** Number of the cube. */
  readonly to: number;
}

/** What it answers, with the number of the question and the milliseconds that it took. */
export type FromAnswering = Answered & { readonly number: number; readonly milliseconds: number };

type Answered = { readonly told: Told[QuestionName] } | { readonly failure: { readonly name: string; readonly message: string } };

lowerPriority('answers');
collectAtRest();
const reader = new CubeReader();
const cubes = new Map<number, Cube>();

async function answer({ question, to }: Asking): Promise<Answered> {
  try {
    return { told: await reader.answer(cubes.get(to)!, question) };
  } catch (error) {
    const { name, message } = error as Error;
    return { failure: { name, message } };
  }
}

async function reply(message: Asking): Promise<void> {
  const since = performance.now();
  const answered = await answer(message);
  parentPort?.postMessage({ ...answered, number: message.number, milliseconds: performance.now() - since });
}

parentPort?.on('message', (message: ToAnswering) => {
  if ('cube' in message) cubes.set(message.number, message.cube);
  else if ('forget' in message) cubes.delete(message.forget);
  else void reply(message);
});
