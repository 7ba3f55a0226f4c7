/* The thread that answers in a published site what a server would: from the files of the site. */
import { type Manifest, PublishedRecord, PublishedSite, type ReadFile, type SiteBody } from '@monitor/engine';
import { type Focus, learnFocus } from '@monitor/geography';
import type { SiteQuestion, SiteReply } from './site-channel.ts';

/** What the page tells the thread at its beginning. */
export interface SiteStart {
  readonly channel: string;
  /** Name of the file that lists those of the edition. */
  readonly manifest: string;
  readonly focus: Focus;
}

const folder = '/record/';

const readFile: ReadFile = async (name, part) => {
  const answer = await fetch(folder + name, part && { headers: { range: `bytes=${part.start}-${part.end - 1}` } });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), isWhole: answer.status !== 206 };
};

/** Opens the record once; a failure is not kept, so that the next question tries again. */
function opener(manifest: string): () => Promise<PublishedSite> {
  let opened: Promise<PublishedSite> | undefined;
  return async () => {
    opened ??= readFile(manifest).then(
      ({ bytes }) =>
        new PublishedSite(
          new PublishedRecord(JSON.parse(new TextDecoder().decode(bytes)) as Manifest, readFile),
          self.location.origin,
        ),
    );
    opened.catch(() => (opened = undefined));
    return opened;
  };
}

/** A blob of what comes in pieces, which may be large. A browser takes longer to read one than to hand over a text. */
async function wholeOf(body: SiteBody): Promise<Extract<SiteReply, { kind: 'answer' }>['body']> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  const pieces: BlobPart[] = [];
  for await (const piece of body) pieces.push(piece as BlobPart);
  return new Blob(pieces);
}

function start({ channel: name, manifest, focus }: SiteStart): void {
  learnFocus(focus);
  const open = opener(manifest);
  const channel = new BroadcastChannel(name);
  const underWay = new Map<string, AbortController>();
  const say = (reply: SiteReply) => channel.postMessage(reply);

  const answer = async ({ id, url, method }: Extract<SiteQuestion, { kind: 'ask' }>) => {
    const leave = new AbortController();
    underWay.set(id, leave);
    try {
      const site = await open();
      const { status, headers, body } = await site.answer({ url, method }, leave.signal);
      const whole = await wholeOf(body);
      if (!leave.signal.aborted) say({ kind: 'answer', id, status, headers, body: whole });
    } catch {
      if (!leave.signal.aborted) say({ kind: 'no answer', id });
    } finally {
      underWay.delete(id);
    }
  };

  channel.addEventListener('message', ({ data }: MessageEvent<SiteQuestion>) => {
    if (data.kind === 'there?') say({ kind: 'here' });
    else if (data.kind === 'cancel') underWay.get(data.id)?.abort();
    else void answer(data);
  });
  say({ kind: 'here' });
  // The page, which began it.
  self.postMessage('here');
}

self.addEventListener('message', ({ data }: MessageEvent<SiteStart>) => start(data), { once: true });
