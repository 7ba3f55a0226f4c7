import { createMemoryHistory } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { startTexts } from '../i18n/i18n.ts';
import { languages } from '../i18n/languages.ts';
import { textFiles } from '../i18n/text-files.ts';
import { App } from './app.tsx';
import { type Ask, type FirstAnswer, findFirstAnswers } from './first-answers.ts';
import { createQueryClient } from './query-client.ts';
import { createPageRouter } from './router.tsx';

/** A page as the server sends it. */
export interface FirstPage {
  /** What it shows until its script runs: all words and figures, and the places of what is loaded later. */
  readonly html: string;
  /** What it would request before it can show figures. */
  readonly answers: readonly FirstAnswer[];
}

const texts = startTexts(i18next.use(initReactI18next), languages, textFiles);

/**
 * Draws the Explore page of an address for the server, so that a phone shows figures before it has loaded the script. The build makes a
 * module of its own of this.
 * @param query query string of the address, without its question mark
 * @param ask gives the answer to a path of the API; where it rejects, so does this
 */
export async function firstPage(query: string, ask: Ask): Promise<FirstPage> {
  const [{ opened, answers }] = await Promise.all([findFirstAnswers(query, ask), texts]);
  const history = createMemoryHistory({ initialEntries: [opened === '' ? '/' : `/?${opened}`] });
  const router = createPageRouter(createQueryClient(answers), history);
  await router.load();
  return { html: renderToString(<App router={router} />), answers };
}
