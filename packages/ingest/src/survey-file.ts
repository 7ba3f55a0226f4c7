import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { type Encoding, guessEncoding, unicodeEncoding } from './detect-encoding.ts';
import { FileError } from './findings.ts';

export interface SurveyedFile {
  readonly path: string;
  /** Last part of the path, for messages. */
  readonly name: string;
  readonly bytes: number;
  /** At least as many as the file has lines. */
  readonly lines: number;
  readonly encoding: Encoding;
  /** The first 64 KB as text. */
  readonly head: string;
}

const headLength = 64 * 1024;
const sampleLength = 64 * 1024;

/**
 * Looks through the whole file once, to know its encoding for certain where it is UTF-8 and to refuse what is not a text table.
 * @param encoding the encoding to take instead of looking for it.
 * @throws FileError for a file that is missing, empty, or of another kind.
 */
export async function surveyFile(path: string, encoding?: string): Promise<SurveyedFile> {
  const name = basename(path);
  if (encoding !== undefined && !isEncoding(encoding))
    throw new FileError(`"${encoding}" is not a known encoding. Try utf-8, utf-16le, windows-1250, windows-1251 or windows-1252.`);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new FileError(`${path}: file not found.`);
  if (!found.isFile())
    throw new FileError(
      found.isDirectory()
        ? `${path}: this is a folder, not a file. Name the files in it, for example ${name}/*.csv.`
        : `${path}: this is not a file. Save what it gives as a file, and import that.`,
    );
  const { head, lines, valid, sample } = await scan(path);
  const unicode = unicodeEncoding(head);
  const refusal = otherKind(head, unicode ?? (encoding === undefined ? undefined : { name: encoding, because: 'as requested' }));
  if (refusal) throw new FileError(`${name}: ${refusal}`);
  const taken =
    encoding === undefined
      ? (unicode ?? (valid ? { name: 'utf-8', because: 'valid UTF-8' } : guessEncoding(sample)))
      : { name: encoding, because: 'as requested' };
  const text = iconv.decode(head, taken.name);
  if (text.trim() === '') throw new FileError(`${name}: the file is empty.`);
  return { path, name, bytes: found.size, lines, encoding: taken, head: text };
}

function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** First bytes of the file, its lines, whether all of it is UTF-8, and pieces of it around bytes outside ASCII. */
async function scan(path: string): Promise<{ head: Buffer; lines: number; valid: boolean; sample: Buffer }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const heads: Buffer[] = [];
  const pieces: Buffer[] = [];
  let [read, lines, sampled, valid] = [0, 1, 0, true];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      if (read < headLength) heads.push(chunk.subarray(0, headLength - read));
      read += chunk.length;
      if (valid) valid = canDecode(decoder, chunk);
      let pieceEnd = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        if (byte === 10 || byte === 13) lines += 1;
        if (byte < 0x80 || at < pieceEnd || sampled >= sampleLength) continue;
        pieceEnd = at + 40;
        pieces.push(Buffer.from(chunk.subarray(Math.max(0, at - 40), pieceEnd)));
        sampled += 80;
      }
    }
  } catch (error) {
    throw new FileError(`${path}: could not read the file (${(error as Error).message}).`);
  }
  return { head: Buffer.concat(heads), lines, valid: valid && canDecode(decoder), sample: Buffer.concat(pieces) };
}

function canDecode(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

const workbook = 'Open it in a spreadsheet program and save it as "CSV UTF-8".';

/** First bytes of kinds of file that people hand over instead of CSV. */
const signatures: readonly (readonly [start: string, refusal: string])[] = [
  ['PK\u0003\u0004', `this is an Excel workbook (.xlsx) or another ZIP file, not CSV. ${workbook}`],
  ['\u00d0\u00cf\u0011\u00e0', `this is an old Excel workbook (.xls), not CSV. ${workbook}`],
  ['%PDF', 'this is a PDF, not CSV.'],
  ['\u001f\u008b', 'this is a gzip file, not CSV. Unpack it first.'],
  ['PAR1', 'this is a Parquet file, not CSV.'],
];

/** Why the first bytes are not those of a table in text, or undefined if they may be. */
function otherKind(head: Buffer, unicode: Encoding | undefined): string | undefined {
  if (head.length === 0) return 'the file is empty.';
  const start = head.toString('latin1', 0, 16);
  for (const [signature, refusal] of signatures) if (start.startsWith(signature)) return refusal;
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (!unicode?.name.startsWith('utf-16') && controls > Math.max(8, head.length / 50)) return 'this is a binary file, not CSV.';
  const text = iconv.decode(head.subarray(0, 2000), unicode?.name ?? 'utf-8').trimStart();
  if (/^<(?:!doctype html|html|head|body)/i.test(text))
    return 'this is a web page, not CSV. It may be a login or error page. Download the file again.';
  if (/^<\?xml|^<[a-z]+[\s>]/i.test(text)) return 'this is XML, not CSV.';
  if (/^[[{]\s*["[{\]}]/.test(text)) return 'this is JSON, not CSV.';
  return undefined;
}
