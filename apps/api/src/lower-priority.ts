import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, setPriority } from 'node:os';

/**
 * Lowers the priority of the thread that calls it, so that reading and building cost requests no time of the processor. Threads
 * have a priority of their own on Linux only; elsewhere nothing happens.
 */
export function lowerPriority(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_LOW);
  } catch {
    // No Linux, or not allowed: the thread is as good as the others.
  }
}
