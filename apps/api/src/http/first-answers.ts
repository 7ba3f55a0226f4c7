import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The module that the build makes of `apps/web/src/app/first-answers.ts`. */
interface FirstAnswersModule {
  readonly firstAnswers: (query: string, ask: (path: string) => Promise<unknown>) => Promise<readonly unknown[]>;
}

/** Milliseconds that a page waits for its first answers; without them it asks for them itself. */
const longestWait = 700;

/**
 * Finds the answers that the Explore page of an address begins with, as an element that the page reads: a phone saves the round trips
 * of asking for them. An empty text where there are none in time.
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
    // As the page would ask, and counted to the same visitor.
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

/** Data within the page, which no browser runs; the sign that could end the element is escaped. */
function dataElement(data: unknown): string {
  return `<script type="application/json" id="first-answers">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
}
