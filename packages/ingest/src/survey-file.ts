import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { type Encoding, guessEncoding, unicodeEncoding, validUtf8 } from './detect-encoding.ts';
import { FileError } from './findings.ts';
import type { FileSource } from './unpack.ts';

/** A text file that was looked through. */
export interface SurveyedFile extends Pick<FileSource, 'path' | 'name'> {
  readonly source: FileSource;
  readonly kind: 'csv' | 'json';
  /** Unpacked. */
  readonly size: number;
  /** At least as many as the file has lines. */
  readonly lines: number;
  readonly encoding: Encoding;
  /** The first 64 KB as text. */
  readonly head: string;
}

const headLength = 64 * 1024;
const sampleLength = 64 * 1024;

/** The longest row taken for one, in bytes. A longer one means a quotation mark that is never closed. */
export const longestRow = 1024 * 1024;

/**
 * Looks through the whole file once, to know its encoding for certain where it is UTF-8 and to refuse what is not a text table.
 * @param encoding the encoding to take instead of looking for it.
 * @throws FileError for a file that is empty, or of another kind.
 */
export async function surveyFile(source: FileSource, encoding?: string): Promise<SurveyedFile> {
  const { path, name } = source;
  if (encoding !== undefined && !isEncoding(encoding))
    throw new FileError(`"${encoding}" is not a known encoding. Try utf-8, utf-16le, windows-1250, windows-1251 or windows-1252.`);
  const requested = encoding === undefined ? undefined : { name: encoding, because: 'as requested' };
  const { head, kind, size, lines, valid, sequences, sample } = await scan(source, requested);
  const detected = () => unicodeEncoding(head) ?? utf8Unless(valid, sequences) ?? guessEncoding(sample);
  const taken = requested ?? detected();
  const text = iconv.decode(head, taken.name);
  if (text.trim() === '') throw new FileError(`${name}: ${empty}`);
  return { source, path, name, kind, size, lines, encoding: taken, head: text };
}

/** One line from elsewhere does not spoil the others. In other encodings hardly any letters are UTF-8 by chance. */
const timesAsMany = 20;

/** UTF-8, if all of the file is, or nearly all of its letters outside ASCII. */
function utf8Unless(isValid: boolean, { whole, broken }: Utf8Sequences): Encoding | undefined {
  if (isValid) return { name: 'utf-8', because: validUtf8 };
  const because = `guessed: ${broken} of ${whole + broken} letters outside ASCII are not UTF-8`;
  return whole > timesAsMany * broken ? { name: 'utf-8', because } : undefined;
}

/** Counts the letters outside ASCII that are UTF-8, and those that are not. */
class Utf8Sequences {
  whole = 0;
  broken = 0;
  #missing = 0;

  add(byte: number): void {
    const isNext = byte >= 0x80 && byte < 0xc0;
    if (this.#missing > 0 && isNext) {
      this.#missing -= 1;
      if (this.#missing === 0) this.whole += 1;
      return;
    }
    if (this.#missing > 0 || isNext) this.broken += 1;
    this.#missing = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  }
}

const empty = 'the file is empty. Export or download it again.';

function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** First bytes of the file, its size and lines, whether all or how much of it is UTF-8, and pieces of it around bytes outside ASCII. */
async function scan(source: FileSource, requested: Encoding | undefined) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const sequences = new Utf8Sequences();
  const pieces: Buffer[] = [];
  let head: Buffer = Buffer.alloc(0);
  let kind: SurveyedFile['kind'] | undefined;
  let [size, lines, sampled, valid, lineStart, wasOutside] = [0, 1, 0, true, 0, false];
  for await (const chunk of source.bytes()) {
    if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
    if (kind === undefined && head.length === headLength) kind = kindOf(head, source.name, requested);
    if (valid) valid = canDecode(decoder, chunk);
    let pieceEnd = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte >= 0x80 || wasOutside) sequences.add(byte);
      wasOutside = byte >= 0x80;
      if (byte === 10 || byte === 13) {
        lines += 1;
        lineStart = size + at + 1;
      }
      if (byte < 0x80 || at < pieceEnd || sampled >= sampleLength) continue;
      pieceEnd = at + 40;
      pieces.push(Buffer.from(chunk.subarray(Math.max(0, at - 40), pieceEnd)));
      sampled += 80;
    }
    size += chunk.length;
    if (kind === 'csv' && size - lineStart > 2 * longestRow) throw rowTooLong(source.name, lines);
  }
  kind ??= kindOf(head, source.name, requested);
  return { head, kind, size, lines, valid: valid && canDecode(decoder), sequences, sample: Buffer.concat(pieces) };
}

/** @param line the line on which the row starts. */
export function rowTooLong(name: string, line: number): FileError {
  return new FileError(
    `${name}, line ${line}: the row that starts here is longer than 1 MB. A quotation mark is probably never closed.`,
  );
}

function canDecode(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** First bytes of kinds of file that people hand over instead of a table. */
const signatures: readonly (readonly [start: string, refusal: string])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    'this is an old Excel workbook (.xls), or one with a password. Open it in a spreadsheet program and save it as .xlsx without a password.',
  ],
  ['%PDF', 'this is a PDF, not a table. Get the data as CSV, Excel or JSON.'],
  ['PAR1', 'this is a Parquet file. Save it as CSV.'],
];

/** The kind of table that the first bytes begin. Throws `FileError` where they are those of something else. */
function kindOf(head: Buffer, name: string, requested: Encoding | undefined): SurveyedFile['kind'] {
  const refuse = (refusal: string): never => {
    throw new FileError(`${name}: ${refusal}`);
  };
  if (head.length === 0) refuse(empty);
  const unicode = unicodeEncoding(head) ?? requested;
  const start = head.toString('latin1', 0, 16);
  for (const [signature, refusal] of signatures) if (start.startsWith(signature)) refuse(refusal);
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (!unicode?.name.startsWith('utf-16') && controls > Math.max(8, head.length / 50))
    refuse('this is a binary file, not a table. Get the data as CSV, Excel or JSON.');
  const text = iconv.decode(head.subarray(0, 2000), unicode?.name ?? 'utf-8').trimStart();
  if (/^<(?:!doctype html|html|head|body)/i.test(text))
    refuse('this is a web page, not a table. It may be a login or error page. Download the file again.');
  if (/^<\?xml|^<[a-z]+[\s>]/i.test(text)) refuse('this is XML, not a table. Get the data as CSV, Excel or JSON.');
  return /^[[{]\s*["[{\]}]/.test(text) ? 'json' : 'csv';
}
