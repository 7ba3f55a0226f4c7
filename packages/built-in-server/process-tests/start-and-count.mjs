/* Starts the built server on a folder, counts how often that was done there, stops it, and prints what it saw as JSON. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { startBuiltInServer } from '../dist/index.js';

const [folder] = process.argv.slice(2);
try {
  const server = await startBuiltInServer({ folder });
  const database = postgres(server.url, { max: 1, onnotice: () => {} });
  await database`create table if not exists starts (place text)`;
  await database`insert into starts values ('Šabac')`;
  const [{ starts }] = await database`select count(*)::int as starts from starts where place = 'Šabac'`;
  const postmaster = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const process = `/proc/${postmaster}`;
  const user = existsSync(process) ? statSync(process).uid : undefined;
  await database.end();
  await server.stop();
  console.log(JSON.stringify({ starts, user, owner: statSync(join(folder, 'cluster')).uid }));
} catch (error) {
  console.log(JSON.stringify({ error: error.name, message: error.message }));
}
