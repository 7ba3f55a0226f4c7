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

let nameOf: (() => string) | undefined;
let page: SitePage | undefined;

/** What the page is of: before it is drawn, on the server too, where nothing answers. */
export function learnSite(site: SitePage): void {
  page = site;
}

/** What this page of a published site says of itself; undefined if it is of a server. */
export function siteOfPage(): SitePage | undefined {
  return page;
}

/** From now on, the thread of a channel answers what would be asked of the API. @param name also starts the thread if it is not there yet */
export function answerBySite(name: () => string): void {
  nameOf = name;
}

/** Whether a thread answers what would be asked of the API. */
export function isAnsweredBySite(): boolean {
  return nameOf !== undefined;
}

/** The name of the channel. */
export function siteChannel(): string | undefined {
  return nameOf?.();
}

let opened: Promise<BroadcastChannel> | undefined;

async function openChannel(name: string): Promise<BroadcastChannel> {
  const channel = new BroadcastChannel(name);
  await new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent<SiteReply>) => {
      if (data.kind !== 'here') return;
      channel.removeEventListener('message', listen);
      resolve();
    };
    channel.addEventListener('message', listen);
    // It says so by itself when it begins, and again when it is asked.
    channel.postMessage({ kind: 'there?' } satisfies SiteQuestion);
  });
  return channel;
}

/** Asks the thread what would be asked of the API. Rejects with the signal's reason when it aborts. */
export async function askSite(url: string, method: 'GET' | 'HEAD', signal: AbortSignal): Promise<Response> {
  opened ??= openChannel(nameOf!());
  const channel = await opened;
  signal.throwIfAborted();
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const leave = () => {
      channel.removeEventListener('message', listen);
      signal.removeEventListener('abort', cancel);
    };
    const listen = ({ data }: MessageEvent<SiteReply>) => {
      if (data.kind !== 'answer' || data.id !== id) return;
      leave();
      const { status, headers, body } = data;
      resolve(new Response(status === 204 ? null : body, { status, headers }));
    };
    const cancel = () => {
      leave();
      channel.postMessage({ kind: 'cancel', id } satisfies SiteQuestion);
      reject(signal.reason as Error);
    };
    channel.addEventListener('message', listen);
    signal.addEventListener('abort', cancel);
    channel.postMessage({ kind: 'ask', id, url, method } satisfies SiteQuestion);
  });
}
