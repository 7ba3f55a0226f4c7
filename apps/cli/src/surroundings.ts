import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a command needs to know of where it was called, and how it speaks. */
export interface Surroundings {
  /** The folder that the person is in; pnpm itself changes to the repository. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** Folder of the built-in PostgreSQL, used where there is no address of another. */
  readonly serverFolder: string;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Prints results. */
  readonly print: (text: string) => void;
  /** Prints what is going on, apart from the results. */
  readonly tell: (text: string) => void;
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads the surroundings of this process. The data folder is the one that `start` uses. */
export function surroundingsOf(environment: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Surroundings {
  const folder = environment.INIT_CWD ?? process.cwd();
  const dataFolder = environment.DATA_FOLDER?.trim() || resolve(repository, '.data');
  return {
    folder,
    databaseUrl: environment.DATABASE_URL?.trim() || undefined,
    serverFolder: resolve(folder, dataFolder, 'postgres'),
    signal,
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
  };
}
