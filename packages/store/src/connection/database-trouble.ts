import { DatabaseError } from './database-error.ts';

/** Why a database that could be used cannot be used now. Sentences for anybody: nothing of the error's own text is in them. */
export interface DatabaseTrouble {
  readonly name: 'disk_full' | 'out_of_memory' | 'no_connections' | 'lost' | 'starting' | 'unreachable' | 'removed' | 'broken';
  readonly happened: string;
  readonly toDo: string;
}

/** What PostgreSQL (five letters), its driver and the network call each trouble. The first that fits counts. */
const troubles: readonly (DatabaseTrouble & { readonly codes: RegExp })[] = [
  {
    name: 'disk_full',
    codes: /^53100$/,
    happened: 'The disk of the database is full.',
    toDo: 'Make room on that disk, then try again.',
  },
  {
    name: 'out_of_memory',
    codes: /^53200$/,
    happened: 'The database has run out of memory.',
    toDo: 'Close other programs on its machine, then try again.',
  },
  {
    name: 'no_connections',
    codes: /^53/,
    happened: 'The database has no free connections.',
    toDo: 'Try again in a few seconds. If it happens often, increase its max_connections.',
  },
  {
    name: 'starting',
    codes: /^57P03$/,
    happened: 'The database is starting or stopping.',
    toDo: 'Try again in a few seconds.',
  },
  {
    name: 'removed',
    codes: /^57P04$/,
    happened: 'The database was removed.',
    toDo: 'Check DATABASE_URL.',
  },
  {
    name: 'broken',
    codes: /^(?:58|XX00[12])/,
    happened: 'The database cannot read or write its files.',
    toDo: 'Check its disk, and its log for the reason.',
  },
  {
    name: 'unreachable',
    codes: /^(?:ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|08001|08004)$/,
    happened: 'The database cannot be reached.',
    toDo: 'Try again in a few seconds. If that does not help, check that it is running.',
  },
  {
    name: 'lost',
    // The driver writes to a connection that has just gone: the last two.
    codes:
      /^(?:57P..|08...|25P0[34]|ECONNRESET|EPIPE|CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ERR_SOCKET_CLOSED|ERR_STREAM_DESTROYED)$/,
    happened: 'The connection to the database was lost.',
    toDo: 'Try again in a few seconds.',
  },
];

/** The trouble of the database that an error speaks of, or one of its causes; undefined if it speaks of something else. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof TroubleError) return cause.trouble;
    const code = isMissingFile(cause) ? '' : codeOf(cause);
    const found = troubles.find(({ codes }) => codes.test(code));
    if (found) return found;
    if (cause instanceof AggregateError)
      for (const one of cause.errors) {
        const trouble = databaseTrouble(one);
        if (trouble) return trouble;
      }
  }
  return undefined;
}

/** A trouble of the database as one line for the person at the command. */
export class TroubleError extends DatabaseError {
  readonly trouble: DatabaseTrouble;
  /** A sentence that says what became of the work; empty if nothing can be said. */
  readonly outcome: string;

  constructor(trouble: DatabaseTrouble, outcome: string, options?: ErrorOptions) {
    super([trouble.happened, outcome, trouble.toDo].filter(Boolean).join(' '), options);
    this.trouble = trouble;
    this.outcome = outcome;
  }
}

/**
 * A `TroubleError` for an error that comes from a known trouble of the database; any other error as it is.
 * @param outcome a sentence that says what became of the work
 */
export function explainTrouble(error: unknown, outcome = ''): unknown {
  const trouble = error instanceof DatabaseError ? undefined : databaseTrouble(error);
  return trouble ? new TroubleError(trouble, outcome, { cause: error }) : error;
}

/** A file that is not there has the code of a socket that is not there. */
function isMissingFile(error: Error): boolean {
  return codeOf(error) === 'ENOENT' && (error as NodeJS.ErrnoException).syscall !== 'connect';
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
