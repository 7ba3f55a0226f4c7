/* Loaded before a program of the product: when the program ends, its peak memory in kilobytes goes into the fourth stream. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
