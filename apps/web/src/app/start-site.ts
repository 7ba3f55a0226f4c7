import type { SitePage } from '@monitor/engine';
import { siteFocus } from '@monitor/geography';
import i18next from 'i18next';
import { answerBySite, learnSite, sitePath, type SiteThread } from '../api/site.ts';
import { ownName, threadAt } from '../api/site-channel.ts';
import { fileName } from '../api/client.ts';
import type { SiteStart } from '../api/site-thread.ts';
// oxlint-disable-next-line import/default -- what is imported is the address of the built file
import threadAddress from '../api/site-thread.ts?worker&url';
import { savesData } from '../controls/connection.ts';
import { saveFile } from '../controls/save-file.ts';

/** From now on, answers come from a thread of the page, and stay when the network is gone. @param said what the page says of its site */
export function startSite(said: string): void {
  const site = JSON.parse(said) as SitePage;
  const { manifest, base } = site;
  learnSite(site);
  const channel = ownName();
  let running: Promise<unknown> | undefined;
  const begin = () => {
    running ??= beginThread({ channel, base, manifest, focus: siteFocus() });
    // Without its program, the next question begins it again.
    running.catch(() => (running = undefined));
    return running;
  };
  const thread = threadAt(channel, begin);
  answerBySite(thread);
  document.addEventListener('click', (event) => saveLinkedFile(thread, event));
  if (savesData()) return;
  // What the first figures do not need comes after them: the next thing that somebody asks for is then answered at once.
  afterLoading(300, () => begin().catch(() => undefined));
  afterLoading(4000, () => void keepForLater(manifest));
}

async function beginThread(start: SiteStart): Promise<unknown> {
  const worker = new Worker(threadAddress, { type: 'module' });
  worker.postMessage(start);
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', () => reject(new TypeError('The program of the site cannot be loaded.')), { once: true });
  });
}

/** @param pause milliseconds */
function afterLoading(pause: number, work: () => unknown): void {
  const begin = () => window.setTimeout(work, pause);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

/** A link to a file of the API leads nowhere on a site: the thread makes the file. */
function saveLinkedFile(thread: SiteThread, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="/api/v1/"]') : null;
  const address = link?.getAttribute('href');
  if (!link || typeof address !== 'string' || event.defaultPrevented) return;
  event.preventDefault();
  const save = async () => {
    const answer = await thread.ask(address, 'GET', new AbortController().signal);
    if (!answer.ok) throw new Error(`${address} is answered by ${answer.status}.`);
    const name = fileName(answer.headers.get('content-disposition')) ?? address.split('?')[0]!.split('/').at(-1)!;
    saveFile(name, await answer.blob());
  };
  // A link has no place to say so.
  save().catch(() => window.alert(i18next.t('export.failed.title')));
}

/** Lets the browser keep the site, where it can: over a plain connection or in a private window it cannot. */
async function keepForLater(manifest: string): Promise<void> {
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register(sitePath(`/site-worker.js?${manifest}`)).catch(() => undefined);
}
