import type { OpenFile } from '@monitor/ingest';

/**
 * One running number for the lines of several files, since the database knows lines only: the lines of each file follow those of the
 * file before it.
 */
export class FileLines {
  readonly #starts: readonly { readonly file: OpenFile; readonly before: number }[];

  constructor(files: readonly OpenFile[]) {
    let before = 0;
    this.#starts = files.map((file) => {
      const start = { file, before };
      before += file.lines;
      return start;
    });
  }

  number(path: string, line: number): number {
    const start = this.#starts.find(({ file }) => file.path === path);
    if (!start) throw new RangeError(`${path} is not one of the files`);
    return start.before + line;
  }

  /** File and line behind a running number. */
  locate(number: number): { file: OpenFile; line: number } {
    const start = this.#starts.findLast(({ before }) => before < number);
    if (!start) throw new RangeError(`There is no line ${number}`);
    return { file: start.file, line: number - start.before };
  }
}
