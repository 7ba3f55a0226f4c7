import { learnTheWorld } from '@monitor/geography/world';
import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { explainError } from './explain-error.ts';
import { program } from './program.ts';

/** Exit codes: 0 done (rows may have been rejected), 1 not done, 130 interrupted; nothing is left half done. */
export const interruptedCode = 130;

/** Runs a command and says in one line why it failed, if it did. Returns its exit code. @param words without the name of the program */
export async function run(words: readonly string[], context: CommandContext): Promise<number> {
  let code = 0;
  learnTheWorld();
  try {
    await program(context, () => (code = 1)).parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    // It has been explained already.
    if (error instanceof CommanderError) return error.exitCode;
    const isInterrupted = context.signal.aborted;
    context.notify(isInterrupted ? 'Interrupted. No incidents were imported or changed.' : explainError(error));
    return isInterrupted ? interruptedCode : 1;
  }
}
