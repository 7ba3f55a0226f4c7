import type { DatasetList } from '@monitor/contract';
import { learnLocations, siteLanguages } from '@monitor/geography';
import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { sitePath } from '../api/site.ts';
import { startTexts } from '../i18n/i18n.ts';
import { textFiles } from '../i18n/text-files.ts';
import { DrawsLaterSections } from '../sections/later-sections.tsx';
import { App } from './app.tsx';
import { openingQueryOf, trendsOpeningQuery } from './opening-query.ts';
import { createQueryClient, type FirstAnswer, isPartialAnswer } from './query-client.ts';
import { createPageRouter } from './router.tsx';

export { learnFocus } from '@monitor/geography';
export { learnSite } from '../api/site.ts';
export { pagePaths } from './page-names.ts';

/** A page as the server sends it. */
export interface FirstPage {
  /** What it shows until its script runs: all words and figures, and the places of what is loaded later. */
  readonly html: string;
  /** What it would request before it can show figures. */
  readonly answers: readonly FirstAnswer[];
  /** Whether an answer that it can be sent without came too late: another time it may have it. */
  readonly isPartial: boolean;
}

/** Gives the answer to a path of the API, from the `/` after its version; rejects if there is none. */
export type Ask = (path: string) => Promise<unknown>;

let texts: Promise<void> | undefined;

/** How often a page is drawn at most. Each drawing may ask for what the answers to the one before made it need. */
const mostDrawings = 6;

/**
 * Draws the page of an address for the server, so that a phone shows figures before it has loaded the script. The build makes a
 * module of its own of this. What the page needs is not listed anywhere: it is drawn, what it waits for is requested, and it is drawn
 * again.
 * @param address path and query string
 * @param ask gives the answer to a path of the API; where it rejects, so does this
 * @param whole false leaves out the sections further down, whose figures are requested after the first ones
 */
export async function firstPage(address: string, ask: Ask, whole = true): Promise<FirstPage> {
  const { path, queryKey } = queries.datasets();
  // Once the focus is known, which has the languages.
  texts ??= startTexts(i18next.use(initReactI18next), siteLanguages(), textFiles);
  const [list] = await Promise.all([ask(path) as Promise<DatasetList>, texts]);
  learnLocations(list.elsewhere ?? []);
  const answers: FirstAnswer[] = [{ key: queryKey, data: list }];
  const client = createQueryClient(answers);
  try {
    const router = createPageRouter(client, createMemoryHistory({ initialEntries: [sitePath(openedAt(address, list))] }));
    await router.load();
    const draw = () =>
      renderToString(
        <DrawsLaterSections value={whole}>
          <App router={router} />
        </DrawsLaterSections>,
      );
    let html = draw();
    let isPartial = false;
    for (let drawing = 1; drawing < mostDrawings; drawing++) {
      const found = await Promise.all(awaited(client, drawing === 1).map((one) => answerTo(one, ask)));
      const came = found.flatMap((one) => one ?? []);
      isPartial ||= came.length < found.length || came.some(({ data }) => isPartialAnswer(data));
      if (came.length === 0) break;
      for (const { key, data } of came) client.setQueryData(key, data);
      answers.push(...came);
      html = draw();
    }
    return { html, answers, isPartial };
  } finally {
    // It would keep them for as long as a reader who may come back to them.
    client.clear();
  }
}

/** Where the router would lead: it cannot lead anywhere on the server. */
function openedAt(address: string, { datasets }: DatasetList): string {
  const opening = address === '/explore' ? openingQueryOf(datasets) : address === '/trends' ? trendsOpeningQuery : undefined;
  return opening === undefined ? address : `${address}?${opening}`;
}

/** A request of a drawing. */
interface Awaited {
  readonly key: readonly unknown[];
  readonly path: string;
  /** Whether the page can be sent without its answer. */
  readonly isOptional: boolean;
}

/** Milliseconds that the page waits for an answer that it can be sent without. */
const longestOptionalWait = 250;

async function answerTo({ key, path, isOptional }: Awaited, ask: Ask): Promise<FirstAnswer | undefined> {
  const answer = ask(path).then((data) => ({ key, data }));
  if (!isOptional) return answer;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), longestOptionalWait));
  return Promise.race([answer.catch(() => undefined), late]);
}

/**
 * What a drawing waits for, of the requests that are meant for the first page.
 * @param withOptional whether those are wanted too that it can be sent without
 */
function awaited(client: QueryClient, withOptional: boolean): Awaited[] {
  return client
    .getQueryCache()
    .findAll({ predicate: ({ state, observers }) => state.data === undefined && observers.length === 0 })
    .flatMap(({ queryKey, meta, options }) => {
      const isWanted = !('enabled' in options) || options.enabled !== false;
      const isOptional = meta?.isOptional === true;
      if (!isWanted || meta?.firstPage === undefined || (isOptional && !withOptional)) return [];
      return [{ key: queryKey, path: meta.firstPage, isOptional }];
    });
}
