import type { BuiltInServerError } from '@monitor/built-in-server';
import type { FileError } from '@monitor/ingest';
import type { DatabaseError } from '@monitor/store';
import type { UsageError } from './usage-error.ts';

type Theirs = FileError | DatabaseError | BuiltInServerError | UsageError;

/** Errors whose cause lies with the input or the machine, by name: what throws them need not be loaded to tell of another. */
const theirs: Readonly<Record<Theirs['name'], true>> = {
  FileError: true,
  DatabaseError: true,
  BuiltInServerError: true,
  UsageError: true,
};

/** What a person needs to read: the message where the cause lies with the input or the machine, the whole error where it is ours. */
export function explainError(error: unknown): string {
  if (error instanceof Error && Object.hasOwn(theirs, error.name)) return error.message;
  return `Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
