import { access, constants, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '@monitor/domain';
import type { RejectedResult } from './read-incidents.ts';
import { reasonColumn } from './source-format.ts';

/** A lone line feed or carriage return in a cell needs quotation marks too. */
const layout = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/**
 * Writes rejected rows beside the file they came from, with the reason in a last column, so that they can be corrected and
 * imported again. Columns that can name people are not there. The files take their names only when all is done.
 */
export class RejectedRowsFiles {
  readonly #elsewhere: string;
  #writing: Promise<void> = Promise.resolve();
  #discarded = false;
  readonly #open = new Map<string, { handle: FileHandle; temporary: string; final: string }>();

  /** @param elsewhere the folder to write into where the one of a file cannot be written to. */
  constructor(elsewhere: string) {
    this.#elsewhere = elsewhere;
  }

  /** Writes the rows after those given before; does nothing once the files were thrown away. */
  write(result: RejectedResult): Promise<void> {
    this.#writing = this.#writing.then(() => (this.#discarded ? undefined : this.#append(result)));
    return this.#writing;
  }

  /** Ends the files and gives them their names, which are returned by source file. */
  async finish(): Promise<Map<string, string>> {
    const written = new Map<string, string>();
    for (const [file, { handle, temporary, final }] of this.#open) {
      await handle.close();
      await rename(temporary, final);
      written.set(file, final);
    }
    this.#open.clear();
    return written;
  }

  /** Throws away what was written so far, and what is being written. */
  async discard(): Promise<void> {
    this.#discarded = true;
    await this.#writing.catch(() => undefined);
    for (const { handle, temporary } of this.#open.values()) {
      await handle.close();
      await rm(temporary, { force: true });
    }
    this.#open.clear();
  }

  /** The rows of one incident may come from several files, whose columns differ in their order. */
  async #append({ reasons, rows }: RejectedResult): Promise<void> {
    const because = guardFormula(reasons.map(({ message }) => message).join(' '));
    for (const { file, columns, cells } of rows) {
      const handle = await this.#handleOf(file, columns.names);
      const line = [...columns.names.map((_, index) => safeCell(cells[index] ?? '')), because];
      await handle.appendFile(stringify([line], layout));
    }
  }

  async #handleOf(file: string, names: readonly string[]): Promise<FileHandle> {
    const known = this.#open.get(file);
    if (known) return known.handle;
    const final = await freeName(join(await this.#folderFor(file), basename(file)));
    const temporary = `${final}.part`;
    const handle = await open(temporary, 'w');
    this.#open.set(file, { handle, temporary, final });
    // The mark at the start makes spreadsheet programs read the file as UTF-8.
    await handle.appendFile(`\ufeff${stringify([[...names, reasonColumn]], layout)}`);
    return handle;
  }

  async #folderFor(file: string): Promise<string> {
    const folder = dirname(file);
    return await access(folder, constants.W_OK).then(
      () => folder,
      () => this.#elsewhere,
    );
  }
}

/** A name that no file has yet: an earlier one may have been corrected by hand and not imported so far. */
async function freeName(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${path}.rejected${number === 1 ? '' : `-${number}`}.csv`;
    if (!(await stat(name).catch(() => undefined))) return name;
  }
}

/** Keeps a spreadsheet from running text as a formula; numbers stay numbers. The reader takes the apostrophe off again. */
function safeCell(text: string): string {
  return /^[+-]?\d[\d.,]*$/.test(text) ? text : guardFormula(text);
}
