/* Reads all published incidents once and ends, so that what reading and building took of memory goes back to the system. */
import { parentPort, workerData } from 'node:worker_threads';
import { encodeCube } from '@monitor/cube';
import { openDatabase } from '@monitor/store';
import { giveWay } from './give-way.ts';
import { readCube } from './read-cube.ts';

giveWay();
const database = await openDatabase(String(workerData), { connections: 1, statementTimeout: 0 });
try {
  const cube = await readCube(database);
  parentPort?.postMessage(encodeCube(cube, (bytes) => new SharedArrayBuffer(bytes)));
} finally {
  await database.close();
}
