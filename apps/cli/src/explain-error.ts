import { BuiltInServerError } from '@monitor/built-in-server';
import { FileError } from '@monitor/ingest';
import { DatabaseError } from '@monitor/store';
import { UsageError } from './usage-error.ts';

/** Errors whose cause lies with the input or the machine. */
const theirs = [FileError, DatabaseError, BuiltInServerError, UsageError];

/** What a person needs to read: the message where the cause lies with the input or the machine, the whole error where it is ours. */
export function explainError(error: unknown): string {
  if (error instanceof Error && theirs.some((kind) => error instanceof kind)) return error.message;
  return `Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
