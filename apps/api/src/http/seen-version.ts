import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '@monitor/engine';
import { readDatasetVersion } from '@monitor/store';
import type { Services } from '../services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The newest dataset version that the client has seen; undefined if it does not say. No answer is older. */
    seen: number | undefined;
  }
}

/** Milliseconds that a request waits for a version that another server has, and between looks. */
const longestWait = 2000;
const lookEvery = 10;

type Needed = Pick<Services, 'analytics' | 'database' | 'newest'>;

/**
 * Several servers share an address, and one takes over a new version a little later than another. A proxy in front, or the client
 * itself, says in the header `Dataset-Version` which version was seen: requests of this scope wait until this server has it.
 */
export function keepToSeenVersion(app: FastifyInstance, services: Needed): void {
  app.addHook('preHandler', (request) => awaitSeenVersion(request, services));
}

/**
 * Waits until this server has the version that the client has seen, or the newest there is: a client may name one of another database,
 * such as that before a backup was restored. Throws `behind` if it takes too long, so that another server can be asked.
 */
export async function awaitSeenVersion(
  request: FastifyRequest,
  { analytics, database, newest = database }: Needed,
  longest = longestWait,
): Promise<void> {
  const said = readHeader(request);
  if (said === undefined) return;
  const { signal } = request;
  const end = performance.now() + longest;
  let wanted: number | undefined;
  for (;;) {
    const version = await analytics.version(signal);
    if (version >= (wanted ?? said)) {
      request.seen = Math.min(said, version);
      return;
    }
    wanted ??= Math.min(said, await readDatasetVersion(newest, { signal }));
    if (performance.now() > end) throw behind();
    await wait(lookEvery, undefined, { signal });
  }
}

function readHeader({ headers }: FastifyRequest): number | undefined {
  const text = headers['dataset-version']?.toString();
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ProblemError('bad_request', 'The header Dataset-Version must be a whole number, as in an earlier response.');
}

/** An answer would be older than what the client has seen. */
export function behind(): ProblemError {
  return new ProblemError('behind', 'Try again in a second.', { headers: { 'Retry-After': '1' } });
}
