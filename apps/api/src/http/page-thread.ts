/* Draws pages of the web app, apart from what answers requests. */
import { workerData } from 'node:worker_threads';
import type { Focus } from '@monitor/geography';
import { collectAtRest } from '../collect-at-rest.ts';
import { lowerPriority } from '../lower-priority.ts';
import { answerCalls } from '../remote-calls.ts';
import { dataElement } from '@monitor/engine';

/** What a page shows until its script runs. */
export interface DrawnPage {
  /** Elements for the page, with the answers that it was drawn from. */
  readonly elements: string;
  /** Whether something came too late for it. */
  readonly isPartial: boolean;
}

/** What the thread calls. */
export type Answers = {
  /** The answer to a path of the API, as JSON. Rejects if there is none. @param client for whom the page is drawn first */
  readonly find: (path: string, client: string) => Promise<string>;
};

/** What the built `apps/web/src/app/first-page.tsx` makes. */
interface FirstPageModule {
  readonly learnFocus: (focus: Focus) => void;
  readonly firstPage: (
    address: string,
    ask: (path: string) => Promise<unknown>,
  ) => Promise<{ readonly html: string; readonly answers: readonly unknown[]; readonly isPartial: boolean }>;
}

lowerPriority('later');
collectAtRest();
const { built, focus } = workerData as { readonly built: string; readonly focus: Focus };
const { firstPage, learnFocus } = (await import(built)) as FirstPageModule;
learnFocus(focus);

const functions = {
  async draw(address: string, client: string): Promise<DrawnPage> {
    const ask = async (path: string): Promise<unknown> => JSON.parse(await main.call('find', [path, client]));
    const { html, answers, isPartial } = await firstPage(address, ask);
    return {
      elements: `<div id="root">${html}</div>${dataElement(answers, 'type="application/json" id="first-answers"')}`,
      isPartial,
    };
  },
};
export type Drawing = typeof functions;

const main = answerCalls<Answers>(functions);
