import { siteFocus } from '@monitor/geography';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Line } from '../line.ts';
import { ServedRequest } from '../served-request.ts';
import type { Services } from '../services.ts';
import { Thread, ThreadPool } from '../threads.ts';
import { clientOf } from './client-address.ts';
import type { Answers, Drawing } from './page-thread.ts';
import type { AccountOf } from './rate-limit.ts';
import { awaitSeenVersion } from './seen-version.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** How many milliseconds a page waits for its first answers. Without them, it requests them itself. */
const longestWait = 700;
/** Pages that are drawn at a time. */
const atOnce = 2;
/** Threads that draw them, which hold up neither health checks nor numbers. */
const workers = Math.max(1, Math.min(atOnce, availableParallelism() - 1));
/** Millions of bytes. */
const resourceLimits = { maxOldGenerationSizeMb: 256 } as const;

/** Where the web app draws, empty as the build leaves it. */
const root = '<div id="root"></div>';

/** A page, and a dataset version that nothing it shows is newer than; none if it shows nothing. */
interface FirstPage {
  readonly page: Buffer;
  readonly datasetVersion?: number;
}

/**
 * Fills the page of the web app with what it shows at an address, so that a phone need neither run the script nor request the
 * answers before it shows figures. The page stays as it is where that is not ready in time, or too many others are to be drawn before.
 * @param page the built page
 * @param folder of the built web app
 * @param accountOf what drawing is paid from
 * @param kept what has been drawn for others
 */
export function loadFirstPage(
  app: FastifyInstance,
  page: string,
  folder: string,
  services: Pick<Services, 'analytics' | 'database' | 'newest'>,
  accountOf: AccountOf,
  kept: SharedAnswers,
): (request: FastifyRequest) => Promise<FirstPage> {
  const { analytics } = services;
  const built = join(folder, '../dist-server/first-page.js');
  const empty = Buffer.from(page);
  if (!existsSync(built)) return async () => ({ page: empty });
  let newest = 0;
  // So that what is read of the database is of the version that the numbers are of.
  const headers = { 'dataset-version': '0' };
  const answers: Answers = {
    // As the page would request it, and counted towards the same visitor's limit.
    async find(path, client) {
      const { statusCode, body, headers: found } = await app.inject({ url: `/api/v1${path}`, remoteAddress: client, headers });
      newest = Math.max(newest, Number(found['dataset-version'] ?? 0));
      if (statusCode === 200) return body;
      throw new Error(`${path} is answered by ${statusCode}.`);
    },
  };
  const options = { workerData: { built: pathToFileURL(built).href, focus: siteFocus() }, resourceLimits };
  const pool = new ThreadPool(workers, () => new Thread<Drawing>(new URL('./page-thread.js', import.meta.url), options, answers));
  const line = new Line({
    workers,
    ofWorker: atOnce / workers,
    longest: longestWait,
    // The empty page is sent at once.
    delay: 0,
    cost: 150,
    isThere: (worker) => !pool.at(worker).hasEnded,
  });
  app.addHook('onClose', () => pool.stop());
  return async (request) => {
    const served = new ServedRequest(clientOf(request), accountOf(request));
    const late = AbortSignal.any([request.signal, AbortSignal.timeout(longestWait)]);
    const draw = async () => {
      await awaitSeenVersion(request, services, longestWait);
      const datasetVersion = await analytics.version(late);
      return kept.find(datasetVersion, `page ${request.url}`, late, async (signal) => {
        // A page that is being drawn already is drawn to its end, for others.
        const { elements, isPartial } = await line.run(served, signal, (worker, noteCost) =>
          pool.at(worker).call('draw', [request.url, request.ip], noteCost),
        );
        return { datasetVersion, body: Buffer.from(page.replace(root, () => elements)), isPartial };
      });
    };
    const drawn = draw().catch((error: unknown) => {
      request.log.info({ err: error }, 'The page is sent without its figures');
    });
    const first = await Promise.race([drawn, pause(longestWait, undefined, { ref: false })]);
    if (first === undefined) return { page: empty };
    return { page: first.body, datasetVersion: newest };
  };
}
