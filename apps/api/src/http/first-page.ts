import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** What the built `apps/web/src/app/first-page.tsx` makes. */
interface FirstPage {
  readonly html: string;
  readonly answers: readonly unknown[];
  readonly isPartial: boolean;
}

interface FirstPageModule {
  readonly firstPage: (address: string, ask: (path: string) => Promise<unknown>) => Promise<FirstPage>;
}

/** How many milliseconds a page waits for its first answers. Without them, it requests them itself. */
const longestWait = 700;

/** Where the web app draws, empty as the build leaves it. */
const root = '<div id="root"></div>';

/**
 * Fills the page of the web app with what it shows at an address, so that a phone need neither run the script nor request the
 * answers before it shows figures. The page stays as it is where that is not ready in time.
 * @param folder of the built web app
 * @param kept what has been drawn for others
 */
export async function loadFirstPage(
  app: FastifyInstance,
  folder: string,
  { analytics }: Pick<Services, 'analytics'>,
  kept: SharedAnswers,
): Promise<(request: FastifyRequest, page: string) => Promise<string>> {
  const built = join(folder, '../dist-server/first-page.js');
  if (!existsSync(built)) return async (_, page) => page;
  const { firstPage } = (await import(pathToFileURL(built).href)) as FirstPageModule;
  return async (request, page) => {
    // As the page would request it, and counted towards the same visitor's limit.
    const ask = async (path: string): Promise<unknown> => {
      const answer = await app.inject({ url: `/api/v1${path}`, remoteAddress: request.ip });
      if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
      return answer.json();
    };
    const draw = async () => {
      const datasetVersion = await analytics.version(request.signal);
      return kept.find(datasetVersion, `page ${request.url}`, request.signal, async () => {
        const { html, answers, isPartial } = await firstPage(request.url, ask);
        return { datasetVersion, body: Buffer.from(`<div id="root">${html}</div>${dataElement(answers)}`), isPartial };
      });
    };
    const drawn = draw().catch((error: unknown) => {
      request.log.info({ err: error }, 'The page is sent without its figures');
    });
    const first = await Promise.race([drawn, pause(longestWait, undefined, { ref: false })]);
    return first ? page.replace(root, () => first.body.toString()) : page;
  };
}

/** Data inside the page, which browsers do not run. The character that could end the element is escaped. */
function dataElement(data: unknown): string {
  return `<script type="application/json" id="first-answers">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
}
