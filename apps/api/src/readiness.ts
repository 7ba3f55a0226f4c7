import type { FastifyInstance } from 'fastify';
import { readDatasetVersion } from '@monitor/store';
import { answerLimits } from './answer-limits.ts';
import { databaseUnavailable } from './http/describe-error.ts';
import type { Services } from './services.ts';

/** The server can answer, with this version of the data. */
export interface Ready {
  readonly status: 'ready';
  readonly datasetVersion: number;
}

/** Milliseconds after which the database is asked again, and for which the last answer still counts meanwhile. */
const [askAfter, longestKept] = [1000, 3000];

/**
 * Says whether the server can answer with data. The database is asked once a second at most, however many want to know, and a client that asks
 * often does not wait for it. What is returned rejects with the error that readers would get, at the latest after `answerLimits.readiness`.
 */
export function watchReadiness(app: FastifyInstance, { analytics, database, watch = database }: Services): () => Promise<Ready> {
  let last: { readonly at: number; readonly found: Promise<Ready> } | undefined;
  let looking: Promise<Ready> | undefined;

  async function look(): Promise<Ready> {
    const signal = AbortSignal.timeout(answerLimits.readiness);
    try {
      await analytics.version(signal);
      return { status: 'ready', datasetVersion: await readDatasetVersion(watch, { signal }) };
    } catch (error) {
      throw signal.aborted ? databaseUnavailable(app.databaseTrouble() ?? 'The database does not respond.') : error;
    }
  }

  function begin(): Promise<Ready> {
    const found = look();
    const keep = () => {
      last = { at: performance.now(), found };
      looking = undefined;
    };
    found.then(keep, keep);
    return found;
  }

  return async () => {
    const age = last ? performance.now() - last.at : Infinity;
    if (age > askAfter) looking ??= begin();
    return last && age <= longestKept ? last.found : looking!;
  };
}
