import { PassThrough, Writable } from 'node:stream';
import { type CommandContext, readContext } from '../src/command-context.ts';
import { program } from '../src/program.ts';
import { run } from '../src/run.ts';
import { readFewPlaces } from './ready-database.ts';

/** How a command ended, and what it wrote to the standard output and the standard error. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a command in this process, in an environment, to its exit code. There is no terminal.
 * @param words without the name of the program
 * @param input all of the standard input
 */
export async function runInEnvironment(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  const written = { output: '', errors: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[name] += chunk.toString();
        done();
      },
    });
  const streams = { stdin: new PassThrough().end(input), stdout: into('output'), stderr: into('errors') };
  const code = await run(words, readContext(environment, new AbortController().signal, streams));
  return { code, ...written };
}

interface Run {
  /** Address of the database. */
  readonly url: string;
  readonly folder: string;
  /** File of the servers of a spread record. */
  readonly spread?: string;
  /** Of the person at the terminal; undefined if there is none. */
  readonly answer?: boolean | undefined;
  readonly signal?: AbortSignal;
  /** Called with each thing that it says. */
  readonly onSaid?: (text: string) => void;
}

/** Runs a command in this process, and gives what it printed, and what it said or asked beside that. */
export async function runCommand(
  line: string,
  { url, folder, spread, answer, signal, onSaid }: Run,
): Promise<{ printed: string; said: string[] }> {
  const printed: string[] = [];
  const said: string[] = [];
  const unseen = new PassThrough().resume();
  const context: CommandContext = {
    folder,
    databaseUrl: url,
    spread,
    readReference: readFewPlaces,
    serverFolder: '/nowhere',
    downloadFolder: '/nowhere',
    passwords: new Map(),
    signal: signal ?? new AbortController().signal,
    input: new PassThrough().end(),
    output: unseen,
    errors: unseen,
    print: (text) => void printed.push(text),
    notify: (text) => {
      said.push(text);
      onSaid?.(text);
    },
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
