import type { StatisticsAnswers, StatisticsMessage, StatisticsTask } from './statistics-task.ts';

/** The part of a worker that this needs. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const startWorker = (): WorkerLike => new Worker(new URL('./statistics-worker.ts', import.meta.url), { type: 'module' });

/**
 * The answer to a task from a thread of its own, which ends with it. Rejects with the signal's reason when that aborts, which ends the thread at
 * once, and with an error where the thread fails.
 */
export function runInWorker<Task extends StatisticsTask>(
  task: Task,
  { signal, progress, start = startWorker }: { signal: AbortSignal; progress?: (share: number) => void; start?: () => WorkerLike },
): Promise<StatisticsAnswers[Task['kind']]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = start();
    const stop = () => {
      worker.terminate();
      reject(signal.reason as Error);
    };
    const end = () => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<StatisticsMessage>) => {
      if ('share' in data) {
        progress?.(data.share);
        return;
      }
      end();
      if ('answer' in data) resolve(data.answer as StatisticsAnswers[Task['kind']]);
      else reject(new Error(data.failure));
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message || 'The calculation could not be started.'));
    });
    worker.postMessage(task, []);
  });
}
