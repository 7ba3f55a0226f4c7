import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a command was called and what it works with: folders, database, and the two streams that it writes to. */
export interface CommandContext {
  /** The folder that the person is in; pnpm itself changes to the repository. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** Folder of the built-in PostgreSQL, used where there is no address of another. */
  readonly serverFolder: string;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Prints results, to the standard output. */
  readonly print: (text: string) => void;
  /** Prints what is going on, to the standard error. */
  readonly notify: (text: string) => void;
}

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The context of this process. The data folder is the one that `start` uses. */
export function readContext(environment: Readonly<Record<string, string | undefined>>, signal: AbortSignal): CommandContext {
  const folder = environment.INIT_CWD ?? process.cwd();
  const dataFolder = environment.DATA_FOLDER?.trim() || resolve(repository, '.data');
  return {
    folder,
    databaseUrl: environment.DATABASE_URL?.trim() || undefined,
    serverFolder: resolve(folder, dataFolder, 'postgres'),
    signal,
    print: (text) => process.stdout.write(`${text}\n`),
    notify: (text) => process.stderr.write(`${text}\n`),
  };
}
