import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { tooFewOpenFiles } from '@monitor/built-in-server/open-files';

// Left to itself the collector lets garbage pile up to several times what is in use. Half as much again costs a tenth more time and
// keeps a large import under 300 MB.
setFlagsFromString('--heap-growing-percent=50');

// Where a server answers people on the same machine, it comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// Before the rest is loaded, which would fail without saying why.
const tooFew = tooFewOpenFiles();
if (tooFew !== undefined) {
  process.stderr.write(`${tooFew}\n`);
  process.exit(1);
}
const [{ readContext }, { interruptedCode, run }, { explainError }] = await Promise.all([
  import('./command-context.ts'),
  import('./run.ts'),
  import('./explain-error.ts'),
]);

const interruption = new AbortController();
let hungUp = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    hungUp ||= signal === 'SIGHUP';
    if (!interruption.signal.aborted) {
      process.stderr.write('\nStopping and undoing …\n');
      interruption.abort();
      // A terminal that is closed says so more than once.
    } else if (signal !== 'SIGHUP') process.exit(interruptedCode);
  });

// A reader that closes the output early, such as `head`, is not a failure, and what has begun goes on without it.
let unwritten: unknown;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') unwritten ??= error;
});
// Nobody is left to be told.
process.stderr.on('error', () => undefined);

const code = await run(process.argv.slice(2), readContext(process.env, interruption.signal));
// What has failed is known when the last of it has.
await new Promise((resolve) => process.stdout.write('', resolve));
const isLost = code === 0 && unwritten !== undefined;
if (isLost) process.stderr.write(`${explainError(unwritten)}\n`);
process.exitCode = isLost ? 1 : code;
// Node aborts where it ends in another way after its terminal was closed.
if (hungUp) process.removeAllListeners('SIGHUP').kill(process.pid, 'SIGHUP');
