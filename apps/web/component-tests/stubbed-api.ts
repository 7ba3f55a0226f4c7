import { expect } from 'vitest';
import { type Answer, madeUpApi } from './made-up-api.ts';

const base = '/api/v1';
const standard = madeUpApi();
let answers: Record<string, Answer> = standard;
const requests: string[] = [];
const unanswered: string[] = [];
let underWay = 0;

/** Paths and query strings that were requested in this test, below the version of the API, oldest first. */
export function requested(start = ''): readonly string[] {
  return requests.filter((one) => one.startsWith(start));
}

/**
 * Answers requests of this test otherwise than with the made-up data.
 * @param others by path; `*` stands for a part of it. A promise holds an answer back.
 */
export function answer(others: Record<string, Answer>): void {
  answers = { ...answers, ...others };
}

/** What the made-up data answer to a path. */
export function standardAnswer(path: string): Answer {
  return standard[path]!;
}

const fetchOfBrowser = globalThis.fetch;

async function fetchFromStub(input: RequestInfo | URL, { signal }: RequestInit = {}): Promise<Response> {
  const { pathname, search, searchParams } = new URL(input instanceof Request ? input.url : input, location.href);
  if (!pathname.startsWith(base)) return fetchOfBrowser(input);
  const path = pathname.slice(base.length);
  requests.push(path + search);
  const found = answers[path] ?? answers[path.replace(/[^/]+$/, '*')];
  if (found === undefined) {
    unanswered.push(path + search);
    return new Response(null, { status: 501 });
  }
  const body = await answered(() => found(searchParams, path));
  signal?.throwIfAborted();
  if (!(body instanceof Response)) return Response.json(body);
  // As of a server, a body that is still coming ends with its request.
  return new Response(body.body?.pipeThrough(new TransformStream(), { ...(signal && { signal }) }), body);
}

/** Counts an answer as under way until it is there. */
async function answered(give: () => unknown): Promise<unknown> {
  underWay++;
  try {
    return await give();
  } finally {
    underWay--;
  }
}

/** Waits until all requests are answered, and what is drawn is of these answers and does not move. */
export async function atRest(): Promise<void> {
  const isMoving = ({ playState, effect }: Animation) =>
    playState === 'running' && Number(effect?.getComputedTiming().endTime) < Infinity;
  const isAtRest = async () => {
    // What was changed just now is drawn, and begins to move, with the next frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const changing = document.querySelector('[data-outdated], [aria-busy=true]') ?? document.getAnimations().find(isMoving);
    return underWay === 0 && document.fonts.status === 'loaded' && (changing ?? undefined) === undefined;
  };
  await expect.poll(isAtRest).toBe(true);
}

/** Before each test: requests of the page come here. */
export function stubApi(): void {
  globalThis.fetch = fetchFromStub;
  answers = standard;
  requests.length = 0;
  unanswered.length = 0;
}

/** After each test. Throws where it had no answer to a request. */
export function endStub(): void {
  globalThis.fetch = fetchOfBrowser;
  if (unanswered.length > 0) throw new Error(`Requests that the test does not answer: ${unanswered.join(', ')}`);
}
