import type { BrowserError } from '@monitor/browser';
import type { BuiltInServerError } from '@monitor/built-in-server';
import type { FocusError } from '@monitor/geography/read-focus';
import type { FileError } from '@monitor/ingest';
import type { BackupError, DatabaseError } from '@monitor/store';
import type { UsageError } from './command-context.ts';

type ExpectedError = FileError | FocusError | DatabaseError | BackupError | BuiltInServerError | BrowserError | UsageError;

/** Errors caused by the input or the machine, by name, so that the modules which throw them need not be loaded. */
const expectedErrors: Readonly<Record<ExpectedError['name'], true>> = {
  FileError: true,
  FocusError: true,
  DatabaseError: true,
  BackupError: true,
  BuiltInServerError: true,
  BrowserError: true,
  UsageError: true,
};

const noPermission = (path: string) =>
  `You do not have permission to read or write ${path}. Change its permissions, or those of its folder, then try again.`;

const isFolder = (path: string) => `${path} is a folder. Give the name of a file.`;

/** What hinders reading or writing a file, by the system's code. */
const fileTroubles: ReadonlyMap<string, (path: string) => string> = new Map([
  ['ENOSPC', (path) => `The disk is full: ${path} could not be written. Make room on that disk, then try again.`],
  ['EDQUOT', (path) => `Your disk quota is used up: ${path} could not be written. Delete files, then try again.`],
  ['EACCES', noPermission],
  ['EPERM', noPermission],
  ['EFBIG', (path) => `${path} could not be written: files on that disk, or yours, may not be so large.`],
  ['ENOENT', (path) => `${path} was not found: the file or its folder is not there any more.`],
  ['EIO', (path) => `${path} could not be read or written: its disk is faulty, or was removed. Use a folder on another disk.`],
  ['ENAMETOOLONG', (path) => `The name ${path} is longer than that disk allows. Choose a shorter one.`],
  ['EISDIR', isFolder],
  ['ERR_FS_EISDIR', isFolder],
  ['EROFS', (path) => `${path} could not be written: its disk is read-only. Use a folder on another disk.`],
]);

/** Whether an error is one of those that hinder reading or writing a file, whatever the program does. */
export function isFileTrouble(error: unknown): boolean {
  return fileTroubles.has((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** What a person needs to read: the message of an expected error, and all of any other. */
export function explainError(error: unknown): string {
  if (error instanceof Error && Object.hasOwn(expectedErrors, error.name)) return error.message;
  const { code = '', path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  // Of a file that is open already, the system does not say the name.
  const isOfFile = path !== undefined || syscall === 'write' || syscall === 'read';
  const explain = isOfFile ? fileTroubles.get(code) : undefined;
  if (explain !== undefined) return explain(path ?? 'a file');
  return `Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
