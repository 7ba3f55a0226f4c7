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
const [{ readContext }, { interruptedCode, run }] = await Promise.all([import('./command-context.ts'), import('./run.ts')]);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(interruptedCode);
    process.stderr.write('\nStopping and undoing …\n');
    interruption.abort();
  });

// A reader that closes the output early, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), readContext(process.env, interruption.signal));
