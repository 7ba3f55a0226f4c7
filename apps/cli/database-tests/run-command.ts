import type { CommandContext } from '../src/command-context.ts';
import { program } from '../src/program.ts';

interface Run {
  /** Address of the database. */
  readonly url: string;
  readonly folder: string;
  /** Of the person at the terminal; undefined if there is none. */
  readonly answer?: boolean | undefined;
  readonly signal?: AbortSignal;
}

/** Runs a command in this process, and gives what it printed, and what it said or asked beside that. */
export async function runCommand(line: string, { url, folder, answer, signal }: Run): Promise<{ printed: string; said: string[] }> {
  const printed: string[] = [];
  const said: string[] = [];
  const context: CommandContext = {
    folder,
    databaseUrl: url,
    serverFolder: '/nowhere',
    passwords: new Map(),
    signal: signal ?? new AbortController().signal,
    print: (text) => void printed.push(text),
    notify: (text) => void said.push(text),
    confirm:
      answer === undefined
        ? undefined
        : async (question) => {
            said.push(question);
            return answer;
          },
  };
  const fail = () => void printed.push('The command says that something is wrong.');
  await program(context, fail).parseAsync(line.split(' '), { from: 'user' });
  return { printed: printed.join('\n'), said };
}
