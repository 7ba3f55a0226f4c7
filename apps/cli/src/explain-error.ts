import type { BrowserError } from '@monitor/browser';
import type { BuiltInServerError } from '@monitor/built-in-server';
import type { FileError } from '@monitor/ingest';
import type { BackupError, DatabaseError } from '@monitor/store';
import type { UsageError } from './usage-error.ts';

type ExpectedError = FileError | DatabaseError | BackupError | BuiltInServerError | BrowserError | UsageError;

/** Errors caused by the input or the machine, by name, so that the modules which throw them need not be loaded. */
const expectedErrors: Readonly<Record<ExpectedError['name'], true>> = {
  FileError: true,
  DatabaseError: true,
  BackupError: true,
  BuiltInServerError: true,
  BrowserError: true,
  UsageError: true,
};

/** What a person needs to read: the message of an expected error, and all of any other. */
export function explainError(error: unknown): string {
  if (error instanceof Error && Object.hasOwn(expectedErrors, error.name)) return error.message;
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC')
    return `The disk is full: ${path ?? 'a file'} could not be written. Make room on that disk, then try again.`;
  return `Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
