import closeWithGrace from 'close-with-grace';
import type { BuiltInServerError } from '@monitor/built-in-server';
import { tooFewOpenFiles } from '@monitor/built-in-server/open-files';
import type { FocusError } from '@monitor/geography/read-focus';
import type { DatabaseError } from '@monitor/store';
import { ConfigError, readConfig } from './config.ts';
import { lowerPriorityOfOthers } from './lower-priority.ts';
import { watchParent } from './parent-process.ts';
import { assertPortFree, type PortError } from './port.ts';
import type { Undo } from './start-server.ts';
import { terminalOn } from './terminal.ts';

/** Milliseconds for the whole stop: running requests, connections, and PostgreSQL writing to disk. */
const longestStop = 75_000;

const terminal = terminalOn(process.stdout);
const undo: Undo = [];
const stopping = new AbortController();

async function start(): Promise<void> {
  const tooFew = tooFewOpenFiles();
  if (tooFew !== undefined) throw new ConfigError(tooFew);
  const config = readConfig(process.env);
  await assertPortFree(config);
  if (config.operator) await assertPortFree(config.operator);
  // Not before: a start that is refused is so at once.
  const { startServer } = await import('./start-server.ts');
  lowerPriorityOfOthers();
  stopping.signal.throwIfAborted();
  const address = await startServer(config, terminal, undo, stopping.signal);
  terminal.line(`\n${config.focus.title} is ready at ${address}\nStop it with Ctrl-C.\n`);
}

async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

type ExpectedError = ConfigError | FocusError | PortError | DatabaseError | BuiltInServerError;

/** Errors that a person can put right, by name, so that the modules which throw them need not be loaded. */
const expectedErrors: Readonly<Record<ExpectedError['name'], true>> = {
  ConfigError: true,
  FocusError: true,
  PortError: true,
  DatabaseError: true,
  BuiltInServerError: true,
};

/** The one line that a person needs for an expected error; the whole error for any other. */
function explain(error: unknown): string {
  return error instanceof Error && Object.hasOwn(expectedErrors, error.name)
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
