import { ProblemError } from './problem-error.ts';

/**
 * Keeps count of running downloads. Each holds a database connection for as long as its client reads, so that a few slow
 * ones could otherwise take all of them.
 */
export interface DownloadGate {
  /** Lets one more in, or throws `too_many_downloads`. Call the result, once or more, when it has ended. */
  enter(): () => void;
}

export function downloadGate(most: number): DownloadGate {
  let running = 0;
  return {
    enter() {
      if (running >= most)
        throw new ProblemError('too_many_downloads', 'Try again in 30 seconds.', { headers: { 'Retry-After': '30' } });
      running += 1;
      let left = false;
      return () => {
        if (!left) running -= 1;
        left = true;
      };
    },
  };
}
