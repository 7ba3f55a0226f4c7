import autocannon from 'autocannon';
import type { Problem, ProblemCode } from '@monitor/contract';

/** Requests that many connections send at once, each the next as soon as the one before is answered. */
export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** Seconds before, whose answers do not count. */
  readonly warmUp?: number;
  readonly path: () => string;
  /** Whether each connection is a client of its own to a server that trusts one proxy; all are the same client otherwise. */
  readonly ofManyClients?: boolean;
}

/** Answers with an error, by code; by status where they have none. */
export interface Refused {
  readonly count: number;
  /** Seconds after which to try again, as the first of them says. */
  readonly retryAfter: string | undefined;
  /** Milliseconds until the latest of them. */
  readonly latest: number;
}

export interface LoadResult {
  /** Milliseconds of each answer. */
  readonly durations: readonly number[];
  readonly refused: ReadonlyMap<string, Refused>;
  /** Connections that broke and requests without an answer. */
  readonly failed: number;
  /** Measured, without those of the warm-up. */
  readonly seconds: number;
  readonly bytes: number;
}

/** @param measuring is called when the warm-up is over */
export async function runLoad(address: string, load: Load, signal: AbortSignal, measuring?: () => void): Promise<LoadResult> {
  signal.throwIfAborted();
  const { connections, seconds, warmUp = 0, path, ofManyClients = false } = load;
  const durations: number[] = [];
  const refused = new Map<string, Refused>();
  let failed = 0;
  let bytes = 0;
  let clients = 0;
  let since = performance.now();
  // What the answer says that is reported next.
  let refusal: { code: string; retryAfter: string | undefined } | undefined;
  const options: autocannon.Options = {
    url: address,
    connections,
    duration: warmUp + seconds,
    // Seconds. One of six downloads at once may take more than a minute, and is an answer all the same.
    timeout: 300,
    // As browsers do, so that packing the answers is part of it.
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => ({ ...request, path: path() }),
        onResponse(status, body, _context, headers) {
          refusal = status < 400 ? undefined : { code: problemCodeOf(body) ?? String(status), retryAfter: retryAfterOf(headers) };
        },
      },
    ],
    setupClient(client) {
      if (ofManyClients) client.setHeaders({ 'X-Forwarded-For': addressOfClient((clients += 1)) });
    },
  };
  await new Promise<void>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null) => (error ? reject(error) : resolve()));
    running.on('response', (_client, _status, length, duration) => {
      if (refusal) {
        const { count = 0, latest = 0 } = refused.get(refusal.code) ?? {};
        refused.set(refusal.code, { retryAfter: refusal.retryAfter, count: count + 1, latest: Math.max(latest, duration) });
      } else durations.push(duration);
      bytes += length;
    });
    running.on('reqError', () => (failed += 1));
    signal.addEventListener('abort', () => running.stop(), { once: true });
    setTimeout(() => {
      durations.length = 0;
      refused.clear();
      failed = bytes = 0;
      since = performance.now();
      measuring?.();
    }, warmUp * 1000);
  });
  signal.throwIfAborted();
  return { durations, refused, failed, bytes, seconds: (performance.now() - since) / 1000 };
}

/** One of the addresses that are kept for documentation and tests (RFC 2544). */
function addressOfClient(number: number): string {
  return `198.18.${number >> 8}.${number & 255}`;
}

function retryAfterOf(headers: object = {}): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1] as string | undefined;
}

/** What a client is told who may come back later: more is requested than can be answered in time. */
const refusals: readonly ProblemCode[] = ['too_busy', 'too_many_downloads'];

export function isRefusal(code: string): boolean {
  return refusals.some((refusal) => refusal === code);
}

/** The code of an answer that is a problem. */
export function problemCodeOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as Problem).code;
  } catch {
    return undefined;
  }
}
