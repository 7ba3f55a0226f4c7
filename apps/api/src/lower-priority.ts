import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, setPriority } from 'node:os';
import { priorityOfWork } from '@monitor/built-in-server/priority';

/** By what a thread does: work out answers that somebody waits for, write files, which takes long anyway, or what can wait. */
const priorities = {
  answers: priorityOfWork,
  files: constants.priority.PRIORITY_BELOW_NORMAL,
  later: constants.priority.PRIORITY_LOW,
} as const;

/**
 * Lowers the priority of the thread that calls it, so that the one that takes, sends and refuses requests comes before it. Threads have a priority of their
 * own on Linux only; elsewhere nothing happens.
 */
export function lowerPriority(to: keyof typeof priorities): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), priorities[to]);
  } catch {
    // No Linux, or not allowed: the thread is as good as the others.
  }
}
