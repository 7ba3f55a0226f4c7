import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../command-context.ts';

/** Times that a server which has too much to do is asked again, as often as it says. */
const mostTimes = 20;

/** An answer of the API. @throws UsageError where the server cannot be reached, or refuses */
export async function askApi<Answer>(server: string, path: string, signal: AbortSignal): Promise<Answer> {
  for (let times = 0; ; times++) {
    const answer = await fetch(`${server}/api/v1${path}`, { signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new UsageError(`No server answers at ${server}: ${error instanceof Error ? error.message : String(error)}.`);
    });
    if (answer.ok) return (await answer.json()) as Answer;
    const seconds = answer.headers.get('retry-after');
    if (answer.status !== 503 || seconds === null || times === mostTimes)
      throw new UsageError(`${server}/api/v1${path} answered ${answer.status}. Is it an Open Armed Violence Monitor?`);
    await wait(1000 * Number(seconds), undefined, { signal });
  }
}
