/* Loaded before a program of the product: when the program ends, its peak memory in kilobytes goes into the fourth stream. */
import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Linux counts the memory of the process that started this one into `maxRSS`, but not here. */
function peakMemory() {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes) return kilobytes;
  } catch {
    // Other systems have no such file.
  }
  return String(process.resourceUsage().maxRSS);
}

if (isMainThread) process.on('exit', () => writeSync(3, peakMemory()));
