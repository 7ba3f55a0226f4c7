import closeWithGrace from 'close-with-grace';
import { BuiltInServerError } from '@monitor/built-in-server';
import { DatabaseError } from '@monitor/store';
import { ConfigError, readConfig } from './config.ts';
import { watchParent } from './parent-process.ts';
import { PortError } from './port.ts';
import { startServer, type Undo } from './start-server.ts';
import { terminalOn } from './terminal.ts';

/** Milliseconds for the whole stop: running requests, connections, and PostgreSQL writing to disk. */
const longestStop = 75_000;

const terminal = terminalOn(process.stdout);
const undo: Undo = [];
const stopping = new AbortController();

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const address = await startServer(config, terminal, undo, stopping.signal);
  terminal.line(`\nOpen Armed Violence Monitor is ready at ${address}\nStop it with Ctrl-C.\n`);
}

async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

/** Errors whose cause a person can mend. */
const theirs = [ConfigError, PortError, DatabaseError, BuiltInServerError];

/** The one line that a person needs where the cause is theirs; the whole error where it is ours. */
function explain(error: unknown): string {
  return error instanceof Error && theirs.some((kind) => error instanceof kind)
    ? error.message.replace(/\s*\n\s*/g, ' ')
    : `Unexpected error: ${error instanceof Error ? error.stack : String(error)}`;
}

const starting = start().catch(async (error: unknown) => {
  if (stopping.signal.aborted) return;
  await undoAll().catch((failure: unknown) => process.stderr.write(`${explain(failure)}\n`));
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

const { close } = closeWithGrace(
  { delay: longestStop, onSecondSignal: (signal) => process.stderr.write(`Second ${signal}: stopping immediately.\n`) },
  async ({ err }) => {
    if (err) process.stderr.write(`${explain(err)}\n`);
    stopping.abort();
    await starting;
    await undoAll();
  },
);
await watchParent(close);
