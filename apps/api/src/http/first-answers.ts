import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The module that the build makes of `apps/web/src/app/first-answers.ts`. */
interface FirstAnswersModule {
  readonly firstAnswers: (query: string, ask: (path: string) => Promise<unknown>) => Promise<readonly unknown[]>;
}

/** How many milliseconds a page waits for its first answers. Without them, it requests them itself. */
const longestWait = 700;

/**
 * Gets the first answers that the Explore page of an address needs, as an element of the page. This saves a phone the round trips of
 * requesting them. An empty text if they are not ready in time.
 * @param folder of the built web app
 */
export async function loadFirstAnswers(
  app: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest) => Promise<string>> {
  const built = join(folder, '../dist-server/first-answers.js');
  if (!existsSync(built)) return async () => '';
  const { firstAnswers } = (await import(pathToFileURL(built).href)) as FirstAnswersModule;
  return async (request) => {
    // As the page would request it, and counted towards the same visitor's limit.
    const ask = async (path: string): Promise<unknown> => {
      const answer = await app.inject({ url: `/api/v1${path}`, remoteAddress: request.ip });
      if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
      return answer.json();
    };
    const query = request.url.split('?').slice(1).join('?');
    const found = firstAnswers(query, ask).catch(() => undefined);
    const answers = await Promise.race([found, pause(longestWait, undefined, { ref: false })]);
    return answers === undefined ? '' : dataElement(answers);
  };
}

/** Data inside the page, which browsers do not run. The character that could end the element is escaped. */
function dataElement(data: unknown): string {
  return `<script type="application/json" id="first-answers">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
}
