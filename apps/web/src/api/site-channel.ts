/*
 * A published site has no server that answers: a thread of the page does, from files. The page and the map's own worker ask it through a
 * channel of this page. See packages/engine/src/published.
 */

/** What is asked of the thread. */
export type SiteQuestion =
  | { readonly kind: 'there?' }
  | { readonly kind: 'ask'; readonly id: string; readonly url: string; readonly method: 'GET' | 'HEAD' }
  | { readonly kind: 'cancel'; readonly id: string };

/** What the thread says. */
export type SiteReply =
  | { readonly kind: 'here' }
  /** The files could not be read. */
  | { readonly kind: 'no answer'; readonly id: string }
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Blob;
    };

/** A worker of the page finds the name of its channel in its own address. */
export const channelParameter = 'site';

/** What a page of a published site says of itself. */
export interface SitePage {
  /** Name of the file that lists those of the edition. */
  readonly manifest: string;
  /** When the edition was first published, as an ISO 8601 moment. */
  readonly publishedAt: string;
}

let page: SitePage | undefined;

/** What the page is of: before it is drawn, on the server too, where nothing answers. */
export function learnSite(site: SitePage): void {
  page = site;
}

/** What this page of a published site says of itself; undefined if it is of a server. */
export function siteOfPage(): SitePage | undefined {
  return page;
}

/** The thread of a page. */
export interface SiteThread {
  readonly channel: string;
  /** Begins it, unless it runs. Rejects if its program cannot be loaded. */
  readonly begin: () => Promise<unknown>;
}

/** A name that nothing else has. Over a plain connection, browsers have no `randomUUID`. */
export function ownName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

let thread: SiteThread | undefined;
let channel: BroadcastChannel | undefined;

/** From now on, this thread answers what would be asked of the API. */
export function answerBySite(answering: SiteThread): void {
  thread = answering;
}

/** The thread that answers; undefined if the API does. */
export function siteThread(): SiteThread | undefined {
  return thread;
}

/** Waits until the thread listens, which a channel does not. */
async function isThere(open: BroadcastChannel): Promise<void> {
  await new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent<SiteReply>) => {
      if (data.kind !== 'here') return;
      open.removeEventListener('message', listen);
      resolve();
    };
    open.addEventListener('message', listen);
    // It says so by itself when it begins, and again when it is asked.
    open.postMessage({ kind: 'there?' } satisfies SiteQuestion);
  });
}

let listens: Promise<void> | undefined;

/** Asks the thread what would be asked of the API. Rejects with the signal's reason when it aborts, and if the files cannot be read. */
export async function askSite(
  { channel: name, begin }: SiteThread,
  url: string,
  method: 'GET' | 'HEAD',
  signal: AbortSignal,
): Promise<Response> {
  channel ??= new BroadcastChannel(name);
  const open = channel;
  await begin();
  await (listens ??= isThere(open));
  signal.throwIfAborted();
  const id = ownName();
  return new Promise((resolve, reject) => {
    const leave = () => {
      open.removeEventListener('message', listen);
      signal.removeEventListener('abort', cancel);
    };
    const listen = ({ data }: MessageEvent<SiteReply>) => {
      if (data.kind === 'here' || data.id !== id) return;
      leave();
      if (data.kind === 'no answer') reject(new TypeError('The files of the site cannot be read.'));
      else {
        const { status, headers, body } = data;
        resolve(new Response(status === 204 ? null : body, { status, headers }));
      }
    };
    const cancel = () => {
      leave();
      open.postMessage({ kind: 'cancel', id } satisfies SiteQuestion);
      reject(signal.reason as Error);
    };
    open.addEventListener('message', listen);
    signal.addEventListener('abort', cancel);
    open.postMessage({ kind: 'ask', id, url, method } satisfies SiteQuestion);
  });
}
