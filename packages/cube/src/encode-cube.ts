import crc32 from 'crc-32';
import type { Cube } from './cube.ts';
import { assembled, type CubeTexts, namedColumns, type NumberColumn, textsOf } from './cube-parts.ts';

/*
 * A cube as one buffer, all numbers little-endian:
 * 4 bytes "OAVC" · format (u32) · checksum of all that follows (i32, CRC-32) · length of the description (u32) ·
 * description (JSON in ASCII) · columns, each starting at a multiple of 8 bytes.
 */

const mark = 0x4356414f;
/** Raised whenever the layout or the meaning of a column changes. */
const format = 4;
const headBytes = 16;
const checksumAt = 8;
const checkedFrom = 12;

/* Text without TextEncoder, which is the platform's and not the language's. */

function asciiBytes(json: string): Uint8Array {
  const ascii = json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Uint8Array.from({ length: ascii.length }, (_, at) => ascii.charCodeAt(at));
}

function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The buffer is not a cube that this program can read. */
export class CubeFormatError extends Error {
  override readonly name = 'CubeFormatError';
}

const columnTypes = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;
type ColumnType = keyof typeof columnTypes;

interface Description extends CubeTexts {
  /** In the order of the buffer. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly length: number }[];
}

/** The cube as one buffer, to be written to disk or sent to a worker or a browser. @param allocate makes the buffer, which may be a shared one */
export function encodeCube<Kind extends ArrayBuffer | SharedArrayBuffer = ArrayBuffer>(
  cube: Cube,
  allocate: (bytes: number) => Kind = (bytes) => new ArrayBuffer(bytes) as Kind,
): Kind {
  const columns = namedColumns(cube);
  const description: Description = {
    ...textsOf(cube),
    columns: columns.map(([name, column]) => ({ name, type: typeOf(column), length: column.length })),
  };
  const text = asciiBytes(JSON.stringify(description));
  const size = columns.reduce((at, [, column]) => aligned(at) + column.byteLength, headBytes + text.length);
  const buffer = allocate(size);
  const head = new DataView(buffer);
  head.setUint32(0, mark, true);
  head.setUint32(4, format, true);
  head.setUint32(checkedFrom, text.length, true);
  new Uint8Array(buffer).set(text, headBytes);
  let at = headBytes + text.length;
  for (const [, column] of columns) {
    at = aligned(at);
    new Uint8Array(buffer).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  head.setInt32(checksumAt, crc32.buf(new Uint8Array(buffer, checkedFrom)), true);
  return buffer;
}

/**
 * The cube of a buffer, its columns lying in the buffer itself. Throws `CubeFormatError` on a damaged, older or
 * foreign one. @param verify false leaves out the checksum, for a buffer that another thread of this program has just made
 */
export function decodeCube(buffer: ArrayBuffer | SharedArrayBuffer, { verify = true } = {}): Cube {
  const head = new DataView(buffer);
  if (buffer.byteLength < headBytes || head.getUint32(0, true) !== mark)
    throw new CubeFormatError('This is not a snapshot of incidents');
  const found = head.getUint32(4, true);
  if (found !== format)
    throw new CubeFormatError(`The snapshot has format ${found}, and this program reads format ${format}: build it anew`);
  if (verify && head.getInt32(checksumAt, true) !== crc32.buf(new Uint8Array(buffer, checkedFrom))) {
    throw new CubeFormatError('The snapshot is damaged or cut short: build it anew');
  }
  const textLength = head.getUint32(checkedFrom, true);
  const description = JSON.parse(asciiText(new Uint8Array(buffer, headBytes, textLength))) as Description;
  const columns = new Map<string, NumberColumn>();
  let at = headBytes + textLength;
  for (const { name, type, length } of description.columns) {
    at = aligned(at);
    const column = new columnTypes[type](buffer as ArrayBuffer, at, length);
    columns.set(name, column);
    at += column.byteLength;
  }
  return assembled(description, columns);
}

function typeOf(column: NumberColumn): ColumnType {
  return (Object.keys(columnTypes) as ColumnType[]).find((type) => column instanceof columnTypes[type])!;
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
