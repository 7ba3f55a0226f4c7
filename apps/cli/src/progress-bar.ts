import type { ImportProgress } from '@monitor/store';
import { Presets, SingleBar } from 'cli-progress';

/** Seconds that say nothing about the rest. */
const unsettled = 2;

/** Shows how far a long task has come, with rate and time left: a bar on a terminal, a line every few seconds elsewhere. */
export interface ProgressBar {
  /** @param done of `total`, in any unit. @param items things so far. @param stage what is being done. */
  readonly update: (done: number, total: number, items: number, stage: string) => void;
  readonly stop: () => void;
}

/** @param things what is counted */
export function progressBar(stream: NodeJS.WritableStream, things: 'incidents' | 'rows' = 'incidents'): ProgressBar {
  const bar = new SingleBar(
    {
      stream,
      format: `{bar} {percentage}% | {items} ${things} | {rate} per second | {left} | {stage}`,
      fps: 8,
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: true,
      notTTYSchedule: 5000,
    },
    Presets.shades_classic,
  );
  const start = performance.now();
  let shown = false;
  return {
    update(done, total, items, stage) {
      const seconds = (performance.now() - start) / 1000;
      const left = done === 0 ? undefined : (seconds / done) * (total - done);
      const rate = Math.round(items / Math.max(seconds, 0.001));
      const payload = {
        items: items.toLocaleString('en'),
        rate: rate.toLocaleString('en'),
        left:
          total > 0 && done >= total
            ? 'almost done'
            : left === undefined || seconds < unsettled
              ? '… left'
              : `${duration(left)} left`,
        stage,
      };
      if (!shown) bar.start(Math.max(total, 1), done, payload);
      bar.setTotal(Math.max(total, 1));
      bar.update(done, payload);
      shown = true;
    },
    stop: () => bar.stop(),
  };
}

function duration(time: number): string {
  const seconds = Math.ceil(time);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What an import is doing. @param storing words for the time in which it reads and stores */
export function stageWords(stage: ImportProgress['stage'], storing: string): string {
  return { storing, finishing: 'finishing' }[stage];
}
