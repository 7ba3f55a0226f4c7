import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { explainError } from './explain-error.ts';
import { program } from './program.ts';
import { readContext } from './command-context.ts';

/** Exit codes: 0 done (rows may have been rejected), 1 not done, 130 interrupted; nothing is left half done. */
const interruptedCode = 130;

// Left to itself the collector lets garbage pile up to several times what is in use. Half as much again costs a tenth more time and
// keeps a large import under 300 MB.
setFlagsFromString('--heap-growing-percent=50');

// Where a server answers people on the same machine, it comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(interruptedCode);
    process.stderr.write('\nStopping and undoing …\n');
    interruption.abort();
  });

// A reader that closes the output early, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program(readContext(process.env, interruption.signal), () => {
    process.exitCode = 1;
  }).parseAsync();
} catch (error) {
  if (interruption.signal.aborted) {
    process.stderr.write('Interrupted. No incidents were imported or changed.\n');
    process.exitCode = interruptedCode;
  } else {
    process.stderr.write(`${explainError(error)}\n`);
    process.exitCode = 1;
  }
}
