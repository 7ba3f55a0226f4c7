import type { SiteAnswer, SiteBody } from '@monitor/engine';
import type { SiteQuestion, SiteReply } from './site-channel.ts';

/** Answers in a thread what is asked at a channel. @param find rejects if there is no answer */
export function answerAt(
  name: string,
  find: (asked: Pick<Extract<SiteQuestion, { kind: 'ask' }>, 'url' | 'method'>, signal: AbortSignal) => Promise<SiteAnswer>,
): void {
  const channel = new BroadcastChannel(name);
  const underWay = new Map<string, AbortController>();
  const say = (reply: SiteReply) => channel.postMessage(reply);

  const answer = async ({ id, url, method }: Extract<SiteQuestion, { kind: 'ask' }>) => {
    const leave = new AbortController();
    underWay.set(id, leave);
    try {
      const { status, headers, body } = await find({ url, method }, leave.signal);
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
}

/** A blob of what comes in pieces, which may be large. A browser takes longer to read one than to hand over a text. */
async function wholeOf(body: SiteBody): Promise<Extract<SiteReply, { kind: 'answer' }>['body']> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  const pieces: BlobPart[] = [];
  for await (const piece of body) pieces.push(piece as BlobPart);
  return new Blob(pieces);
}
