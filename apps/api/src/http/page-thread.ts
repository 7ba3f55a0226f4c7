/* Draws pages of the web app, apart from what answers requests. */
import { parentPort, workerData } from 'node:worker_threads';
import { collectAtRest } from '../collect-at-rest.ts';
import { lowerPriority } from '../lower-priority.ts';
import type { DrawnPage, FromPageThread, ToPageThread } from './page-messages.ts';

/** What the built `apps/web/src/app/first-page.tsx` makes. */
interface FirstPageModule {
  readonly firstPage: (
    address: string,
    ask: (path: string) => Promise<unknown>,
  ) => Promise<{ readonly html: string; readonly answers: readonly unknown[]; readonly isPartial: boolean }>;
}

lowerPriority('later');
collectAtRest();
const { firstPage } = (await import(workerData as string)) as FirstPageModule;

const say = (message: FromPageThread) => parentPort?.postMessage(message);

/** What drawings wait for, by the numbers of their pages and paths. */
const awaited = new Map<string, { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }>();
let paths = 0;

async function draw(page: number, address: string): Promise<DrawnPage> {
  const ask = async (asked: string): Promise<unknown> => {
    const path = ++paths;
    return new Promise((resolve, reject) => {
      awaited.set(`${page} ${path}`, { resolve, reject });
      say({ page, path, asked });
    });
  };
  const { html, answers, isPartial } = await firstPage(address, ask);
  return { elements: `<div id="root">${html}</div>${dataElement(answers)}`, isPartial };
}

/** Data inside the page, which browsers do not run. The character that could end the element is escaped. */
function dataElement(data: unknown): string {
  return `<script type="application/json" id="first-answers">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
}

parentPort?.on('message', (message: ToPageThread) => {
  const { page } = message;
  if ('address' in message) {
    // Waiting for answers is not work.
    const since = performance.eventLoopUtilization();
    const milliseconds = () => performance.eventLoopUtilization(since).active;
    draw(page, message.address).then(
      (drawn) => say({ page, drawn, milliseconds: milliseconds() }),
      (error: unknown) => say({ page, failure: String(error), milliseconds: milliseconds() }),
    );
    return;
  }
  const name = `${page} ${message.path}`;
  const waiting = awaited.get(name);
  awaited.delete(name);
  if (message.body === undefined) waiting?.reject(new Error('There is no answer.'));
  else waiting?.resolve(JSON.parse(message.body));
});
