import { access, constants, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { guardFormula, publicIdentifier } from '@monitor/domain';
import { asciiDigits } from './check/ascii-digits.ts';
import type { RejectedResult } from './read-incidents.ts';
import { cell, type Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';

/** A lone line feed or carriage return in a cell needs quotation marks too. */
const layout = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

const columns = ['file', 'line', 'reason', 'identifier', 'date'];

/** Readable and writable by its owner alone. */
const ownerOnly = 0o600;

/**
 * Writes which rows of an import were rejected, and why, so that they can be found and corrected in their files. Of their cells it has only
 * identifier and date, since a stray delimiter moves a name into any other. The file is there when the import is done, and not before.
 */
export class RejectedRowsFile {
  readonly #beside: string;
  readonly #elsewhere: string;
  readonly #labels: SourceFormat['labels'];
  #writing: Promise<void> = Promise.resolve();
  #discarded = false;
  #open: { handle: FileHandle; path: string; folder: string } | undefined;

  /**
   * @param beside the first file of the import, beside which it is written and after which it is called
   * @param elsewhere the folder to write into where the one of that file cannot be written to
   */
  constructor(beside: string, elsewhere: string, { labels }: Pick<SourceFormat, 'labels'>) {
    this.#beside = beside;
    this.#elsewhere = elsewhere;
    this.#labels = labels;
  }

  /** Writes the rows after those given before; does nothing once the file was thrown away. */
  write(result: RejectedResult): Promise<void> {
    this.#writing = this.#writing.then(() => (this.#discarded ? undefined : this.#append(result)));
    return this.#writing;
  }

  /** Ends the file and gives it its name, which is returned; undefined if nothing was rejected. */
  async finish(): Promise<string | undefined> {
    if (!this.#open) return undefined;
    const { handle, path, folder } = this.#open;
    await handle.close();
    // Reserves the name, so that no file is overwritten.
    const final = await openNew(join(folder, basename(this.#beside)), '.csv');
    await final.handle.close();
    await rename(path, final.path);
    this.#open = undefined;
    return final.path;
  }

  /** Throws away what was written so far, and what is being written. */
  async discard(): Promise<void> {
    this.#discarded = true;
    await this.#writing.catch(() => undefined);
    if (!this.#open) return;
    await this.#open.handle.close();
    await rm(this.#open.path, { force: true });
    this.#open = undefined;
  }

  async #append({ reasons, rows }: RejectedResult): Promise<void> {
    const handle = await this.#opened();
    const reason = guardFormula(reasons.map(({ message }) => message).join(' '));
    const lines = rows.map((row) => [
      guardFormula(basename(row.file)),
      String(row.line),
      reason,
      safeCell(row, this.#labels.identifier, identifierLike),
      safeCell(row, this.#labels.date, dateLike),
    ]);
    await handle.appendFile(stringify(lines, layout));
  }

  async #opened(): Promise<FileHandle> {
    if (this.#open) return this.#open.handle;
    const folder = await this.#folder();
    this.#open = { ...(await openNew(join(folder, basename(this.#beside)), '.csv.part')), folder };
    // The mark at the start makes spreadsheet programs read the file as UTF-8.
    await this.#open.handle.appendFile(`\ufeff${stringify([columns], layout)}`);
    return this.#open.handle;
  }

  async #folder(): Promise<string> {
    const folder = dirname(this.#beside);
    return await access(folder, constants.W_OK).then(
      () => folder,
      () => this.#elsewhere,
    );
  }
}

/** Opens a file that was not there before, with a number in its name where others are. */
async function openNew(path: string, end: string): Promise<{ handle: FileHandle; path: string }> {
  for (let number = 1; ; number += 1) {
    const name = `${path}.rejected${number === 1 ? '' : `-${number}`}${end}`;
    try {
      return { handle: await open(name, 'wx', ownerOnly), path: name };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const identifierLike = new RegExp(publicIdentifier);
/** A day, and a time after it. Telephone numbers have more digits, or others first. */
const dateLike =
  /^(?:\d{4}[-./ ]+\d{1,2}[-./ ]+\d{1,2}|\d{1,2}[-./ ]+\d{1,2}[-./ ]+(?:\d{2}|\d{4}))\.?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A cell, if it has the form of what the column is for; empty otherwise. */
function safeCell(row: Row, names: readonly string[], expected: RegExp): string {
  const text = names.map((name) => cell(row, name)).find((one) => one !== null) ?? '';
  if (!expected.test(asciiDigits(text))) return '';
  // Numbers stay numbers.
  return /^[+-]?\d[\d.,]*$/.test(text) ? text : guardFormula(text);
}
