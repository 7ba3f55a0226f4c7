import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, setPriority } from 'node:os';
import { priorityOfWork } from '@monitor/built-in-server/priority';

/** What a thread does: work that somebody waits for, which gives way to whatever sends and refuses; a file, which takes long; or what can wait. */
const priorities = {
  answers: priorityOfWork,
  files: constants.priority.PRIORITY_BELOW_NORMAL,
  later: constants.priority.PRIORITY_LOW,
} as const;

/**
 * Lowers the priority of the thread that calls it, so that it costs requests no time of the processor. Threads have a priority of their
 * own on Linux only; elsewhere nothing happens.
 */
export function lowerPriority(to: keyof typeof priorities): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), priorities[to]);
  } catch {
    // No Linux, or not allowed: the thread is as good as the others.
  }
}
