import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { readReference } from '@monitor/geography/gazetteer';
import type { Geography, GroupRole } from '@monitor/store';

/** Where a command was called and what it works with: folders, database, and the two streams that it writes to. */
export interface CommandContext {
  /** The folder that the person is in; pnpm itself changes to the repository. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** Path of the file that lists the servers of a spread record; undefined if all is in one database. */
  readonly spread: string | undefined;
  /** Passwords for the database users that `migrate` makes, by the role that they log in for. */
  readonly passwords: ReadonlyMap<GroupRole, string>;
  /** The places that the database is to know. */
  readonly readReference: Geography['readReference'];
  /** Folder of the built-in PostgreSQL, used if there is no address of another. */
  readonly serverFolder: string;
  /** Folder of files that were downloaded. */
  readonly downloadFolder: string;
  /** Aborted by Ctrl-C, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
  /** The standard input, from which files can be read. */
  readonly input: Streams['stdin'];
  /** The standard output, and the standard error. */
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  /** Prints results, to the standard output. */
  readonly print: (text: string) => void;
  /** Prints what is going on, to the standard error. */
  readonly notify: (text: string) => void;
  /** Asks the person at the terminal a question, and whether the answer is yes. Undefined if nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Scheme and host of the site: those given or, if left out, those of a server here. */
export function siteAddress(given: string | undefined): string {
  return (given ?? `http://127.0.0.1:${process.env.PORT?.trim() || '8080'}`).replace(/\/+$/, '');
}

/** What a command reads from and writes to. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** The context of an environment. The data folder is the one that `start` uses. */
export function readContext(
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
  { stdin, stdout, stderr }: Streams = process,
): CommandContext {
  const folder = environment.INIT_CWD ?? process.cwd();
  const dataFolder = environment.DATA_FOLDER?.trim() || resolve(repository, '.data');
  return {
    folder,
    databaseUrl: environment.DATABASE_URL?.trim() || undefined,
    spread: environment.SPREAD?.trim() || undefined,
    passwords: new Map(
      (
        [
          ['monitor_reader', environment.API_PASSWORD],
          ['monitor_writer', environment.IMPORT_PASSWORD],
        ] as const
      ).flatMap(([role, password]) => (password ? [[role, password]] : [])),
    ),
    readReference,
    serverFolder: resolve(folder, dataFolder, 'postgres'),
    downloadFolder: resolve(folder, dataFolder, 'downloads'),
    signal,
    input: stdin,
    output: stdout,
    errors: stderr,
    print: (text) => stdout.write(`${text}\n`),
    notify: (text) => stderr.write(`${text}\n`),
    confirm: stdin.isTTY && stderr.isTTY ? (question) => askPerson(question, { stdin, stderr }, signal) : undefined,
  };
}

/** Anything but y or yes means no. */
async function askPerson(
  question: string,
  { stdin, stderr }: Pick<Streams, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): Promise<boolean> {
  // In terminal mode, this would take Ctrl-C for itself.
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `, { signal })).trim());
  } finally {
    lines.close();
  }
}

/** Options of commands that ask before they do something. */
export interface ConfirmedOptions {
  readonly yes?: boolean;
}

/**
 * Whether a person agrees to something that cannot be taken back. Throws `UsageError` if nobody can be asked and `--yes` was not given.
 * @param proposal what will happen, and whether to do it
 */
export async function agreedTo(proposal: string, yes: boolean | undefined, { confirm }: CommandContext): Promise<boolean> {
  if (yes === true) return true;
  if (confirm === undefined)
    throw new UsageError(`${proposal}\nNobody can answer here, so nothing was changed. To go ahead, add --yes.`);
  return confirm(proposal);
}

/** The command was called in a way that cannot work. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
