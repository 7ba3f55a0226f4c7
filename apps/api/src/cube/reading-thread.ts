/* Reads all published incidents once and ends, so that what reading and building took of memory goes back to the system. */
import { parentPort, workerData } from 'node:worker_threads';
import { moveToSharedMemory } from '@monitor/cube';
import { openDatabase } from '@monitor/store';
import { lowerPriority } from '../lower-priority.ts';
import { readCube } from './read-cube.ts';
import type { Reading } from './read-on-thread.ts';

const { databaseUrl, givesWay } = workerData as Reading;
if (givesWay) lowerPriority('later');
const database = await openDatabase(databaseUrl, { connections: 1, statementTimeout: 0 });
try {
  const cube = await readCube(database);
  moveToSharedMemory(cube);
  parentPort?.postMessage(cube);
} finally {
  await database.close();
}
