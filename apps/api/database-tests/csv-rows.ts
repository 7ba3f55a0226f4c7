/** The rows of a CSV with the columns that tests look at; all others are there too. */
export type CsvRow = Record<'id' | 'occurred_on' | 'killed' | 'injured' | 'lon', string> & Record<string, string | undefined>;

/** Reads a CSV with a header as strictly as RFC 4180 has it: throws where a line has other cells than the header, or ends badly. */
export function rowsOf(text: string, delimiter = ','): CsvRow[] {
  const [header = [], ...lines] = linesOf(text, delimiter);
  return lines.map((cells, index) => {
    if (cells.length !== header.length)
      throw new Error(`Line ${index + 2} has ${cells.length} cells and the header ${header.length}.`);
    return Object.fromEntries(header.map((name, at) => [name, cells[at]])) as CsvRow;
  });
}

function linesOf(text: string, delimiter: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}]*))(${delimiter}|\\r\\n)`, 'gy');
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`There is no cell at character ${at}: ${text.slice(at, at + 50)}`);
    const [, quoted, plain = '', end] = found;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === delimiter) continue;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) throw new Error('The last line has no end.');
  return lines;
}
