import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServedRequest } from '../served-request.ts';
import type { Services } from '../services.ts';
import { clientOf } from './client-address.ts';
import { pageThreads } from './page-threads.ts';
import type { AccountOf } from './rate-limit.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** How many milliseconds a page waits for its first answers. Without them, it requests them itself. */
const longestWait = 700;

/** Where the web app draws, empty as the build leaves it. */
const root = '<div id="root"></div>';

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
  { analytics }: Pick<Services, 'analytics'>,
  accountOf: AccountOf,
  kept: SharedAnswers,
): (request: FastifyRequest) => Promise<Buffer> {
  const built = join(folder, '../dist-server/first-page.js');
  const empty = Buffer.from(page);
  if (!existsSync(built)) return async () => empty;
  const threads = pageThreads(pathToFileURL(built).href, longestWait);
  app.addHook('onClose', () => threads.stop());
  return async (request) => {
    // As the page would request it, and counted towards the same visitor's limit.
    const ask = async (path: string): Promise<string | undefined> => {
      const answer = await app.inject({ url: `/api/v1${path}`, remoteAddress: request.ip });
      return answer.statusCode === 200 ? answer.body : undefined;
    };
    const served = new ServedRequest(clientOf(request), accountOf(request));
    const late = AbortSignal.any([request.signal, AbortSignal.timeout(longestWait)]);
    const draw = async () => {
      const datasetVersion = await analytics.version(late);
      return kept.find(datasetVersion, `page ${request.url}`, late, async (signal) => {
        const { elements, isPartial } = await threads.draw({ address: request.url, ask, served, signal });
        return { datasetVersion, body: Buffer.from(page.replace(root, () => elements)), isPartial };
      });
    };
    const drawn = draw().catch((error: unknown) => {
      request.log.info({ err: error }, 'The page is sent without its figures');
    });
    const first = await Promise.race([drawn, pause(longestWait, undefined, { ref: false })]);
    return first?.body ?? empty;
  };
}
