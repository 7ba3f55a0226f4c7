import { siteFocus } from '@monitor/geography';
import { answerBySite, askSite, learnSite, type SitePage } from '../api/site-channel.ts';
import { fileName } from '../api/client.ts';
import type { SiteStart } from '../api/site-thread.ts';
// oxlint-disable-next-line import/default -- what is imported is the address of the built file
import threadAddress from '../api/site-thread.ts?worker&url';
import { saveFile } from '../controls/save-file.ts';

/** Where this is a page of a published site: answers come from a thread of the page, and stay when the network is gone. */
export function startSite(): void {
  const said = document.getElementById('site')?.textContent;
  if (!said) return;
  const site = JSON.parse(said) as SitePage;
  const { manifest } = site;
  learnSite(site);
  let channel: string | undefined;
  const start = () => {
    if (channel !== undefined) return channel;
    channel = crypto.randomUUID();
    const thread = new Worker(threadAddress, { type: 'module' });
    thread.postMessage({ channel, manifest, focus: siteFocus() } satisfies SiteStart);
    return channel;
  };
  answerBySite(start);
  document.addEventListener('click', saveLinkedFile);
  if (savesData()) return;
  // What the first figures do not need comes after them: the next thing that somebody asks for is then answered at once.
  afterLoading(300, start);
  afterLoading(4000, () => void keepForLater(manifest));
}

/** @param pause milliseconds */
function afterLoading(pause: number, work: () => unknown): void {
  const begin = () => window.setTimeout(work, pause);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

/** Whether the person has asked for few bytes, or pays for each. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean; readonly type?: string } };
  return connection?.saveData === true || connection?.type === 'cellular';
}

/** A link to a file of the API leads nowhere on a site: the thread makes the file. */
function saveLinkedFile(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="/api/v1/"]') : null;
  const address = link?.getAttribute('href');
  if (!link || typeof address !== 'string' || event.defaultPrevented) return;
  event.preventDefault();
  void (async () => {
    const answer = await askSite(address, 'GET', new AbortController().signal);
    const name = fileName(answer.headers.get('content-disposition')) ?? address.split('?')[0]!.split('/').at(-1)!;
    saveFile(name, await answer.blob());
  })();
}

/** Lets the browser keep the site, where it can: over a plain connection or in a private window it cannot. */
async function keepForLater(manifest: string): Promise<void> {
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register(`/site-worker.js?${manifest}`).catch(() => undefined);
}
