import { readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, setPriority } from 'node:os';

/** By what a thread does: work out answers that somebody waits for, write files, which takes long anyway, or what can wait. */
const priorities = {
  answers: 5,
  files: constants.priority.PRIORITY_LOW,
  later: constants.priority.PRIORITY_LOW,
} as const;

/**
 * Lowers the priority of the thread that calls it, so that the one that takes, sends and refuses requests comes before it. Threads have a
 * priority of their own on Linux only; elsewhere nothing happens.
 */
export function lowerPriority(to: keyof typeof priorities): void {
  lower(() => [basename(readlinkSync('/proc/thread-self'))], to);
}

/**
 * The same for all threads that there are beside the one that calls it, which must be the first: those with which Node collects garbage,
 * of whichever thread, and compresses.
 */
export function lowerPriorityOfOthers(): void {
  lower(() => readdirSync('/proc/self/task').filter((thread) => Number(thread) !== process.pid), 'answers');
}

function lower(find: () => readonly string[], to: keyof typeof priorities): void {
  try {
    for (const thread of find()) setPriority(Number(thread), priorities[to]);
  } catch {
    // No Linux, or not allowed: they are as good as the others.
  }
}
