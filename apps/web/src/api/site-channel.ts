import type { SiteThread } from './site.ts';

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
      readonly body: string | Uint8Array<ArrayBuffer> | Blob;
    };

/** A worker of the page finds the name of its channel in its own address. */
export const channelParameter = 'site';

/** A name that nothing else has. Over a plain connection, browsers have no `randomUUID`. */
export function ownName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
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

/** The thread that listens at a channel. @param begin begins it, unless it runs; rejects if its program cannot be loaded */
export function threadAt(name: string, begin: () => Promise<unknown>): SiteThread {
  const channel = new BroadcastChannel(name);
  let listening: Promise<void> | undefined;
  return {
    channel: name,
    async ask(url, method, signal) {
      await begin();
      await (listening ??= isThere(channel));
      signal.throwIfAborted();
      return answerTo(channel, { kind: 'ask', id: ownName(), url, method }, signal);
    },
  };
}

function answerTo(
  channel: BroadcastChannel,
  question: Extract<SiteQuestion, { kind: 'ask' }>,
  signal: AbortSignal,
): Promise<Response> {
  const { id } = question;
  return new Promise((resolve, reject) => {
    const leave = () => {
      channel.removeEventListener('message', listen);
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
      channel.postMessage({ kind: 'cancel', id } satisfies SiteQuestion);
      reject(signal.reason as Error);
    };
    channel.addEventListener('message', listen);
    signal.addEventListener('abort', cancel);
    channel.postMessage(question);
  });
}
