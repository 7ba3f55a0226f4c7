import { siteFocus } from '@monitor/geography';
import type { QueryClient } from '@tanstack/react-query';
import type { NumbersStart } from './numbers-thread.ts';
// oxlint-disable-next-line import/default -- what is imported is the address of the built file
import threadAddress from './numbers-thread.ts?worker&url';
import { ownName, threadAt } from './site-channel.ts';
import { answerByNumbers } from './thread-of.ts';

let isKept = false;

/**
 * Lets a thread of the page keep the numbers of the server, and answer what Explore asks of them from then on. When the server has shown
 * another version, the server answers again, until somebody asks to keep that one.
 */
export function keepNumbers(client: QueryClient): void {
  if (isKept) return;
  isKept = true;
  const worker = new Worker(threadAddress, { type: 'module' });
  const channel = ownName();
  const end = () => worker.terminate();
  worker.addEventListener(
    'message',
    ({ data: version }: MessageEvent<number | undefined>) => {
      // Asked again, it would most likely fail again.
      if (version === undefined) end();
      else
        answerByNumbers({
          version,
          thread: threadAt(channel, async () => undefined),
          onOutdated() {
            end();
            isKept = false;
            void client.invalidateQueries({ queryKey: ['page', 'explore'] });
          },
        });
    },
    { once: true },
  );
  worker.addEventListener('error', end, { once: true });
  worker.postMessage({ channel, focus: siteFocus() } satisfies NumbersStart);
}
