/* Starts the built server on a folder, tries to start another there, and prints as JSON what came of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningServerUrl, startBuiltInServer } from '../dist/index.js';

const [folder] = process.argv.slice(2);
const server = await startBuiltInServer({ folder });
const { message } = await startBuiltInServer({ folder }).catch((error) => error);
const isLocked = existsSync(join(folder, 'cluster', 'postmaster.pid'));
const isFound = (await runningServerUrl({ folder })) === server.url;
console.log(JSON.stringify({ process: process.pid, message, isLocked, isFound }));
await server.stop();
