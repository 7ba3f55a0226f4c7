/* The thread that answers in a published site what a server would: from the files of the site. */
import { type Manifest, PublishedRecord, PublishedSite, type ReadFile } from '@monitor/engine';
import { type Focus, learnFocus } from '@monitor/geography';
import { answerAt } from './answer-at.ts';

/** What the page tells the thread at its beginning. */
export interface SiteStart {
  readonly channel: string;
  /** Path of the folder that the site is in. */
  readonly base: string;
  /** Name of the file that lists those of the edition. */
  readonly manifest: string;
  readonly focus: Focus;
}

/** Reads files of the record. @param base path of the folder that the site is in */
const readerOf =
  (base: string): ReadFile =>
  async (name, part) => {
    const answer = await fetch(`${base}/record/${name}`, part && { headers: { range: `bytes=${part.start}-${part.end - 1}` } });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return { bytes: new Uint8Array(await answer.arrayBuffer()), isWhole: answer.status !== 206 };
  };

/** Opens the record once; a failure is not kept, so that the next question tries again. */
function opener({ manifest, base }: SiteStart): () => Promise<PublishedSite> {
  const readFile = readerOf(base);
  let opened: Promise<PublishedSite> | undefined;
  return async () => {
    opened ??= readFile(manifest).then(
      ({ bytes }) =>
        new PublishedSite(
          new PublishedRecord(JSON.parse(new TextDecoder().decode(bytes)) as Manifest, readFile),
          self.location.origin + base,
        ),
    );
    opened.catch(() => (opened = undefined));
    return opened;
  };
}

function start(site: SiteStart): void {
  learnFocus(site.focus);
  const open = opener(site);
  answerAt(site.channel, async (asked, signal) => (await open()).answer(asked, signal));
  // The page, which began it.
  self.postMessage('here');
}

self.addEventListener('message', ({ data }: MessageEvent<SiteStart>) => start(data), { once: true });
