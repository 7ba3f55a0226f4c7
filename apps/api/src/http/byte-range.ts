/** Bytes of a file, the first and the last; the last undefined for all that follow, the first undefined for so many at the end. */
export type ByteRange =
  | { readonly first: number; readonly last: number | undefined }
  | { readonly first: undefined; readonly last: number };

/** A part of a file. */
export interface Part {
  readonly start: number;
  /** Behind its last byte. */
  readonly end: number;
}

/** The one range that a `Range` header asks for (RFC 9110, section 14.2). Undefined for anything else, which is passed over. */
export function readByteRange(header: string | undefined): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (from === '') return to === '' ? undefined : { first: undefined, last: Number(to) };
  const [first, last] = [Number(from), to === '' ? undefined : Number(to)];
  return last !== undefined && last < first ? undefined : { first, last };
}

/** Whether the file is still that of which the client has a part. A date is none of ours. */
export function isUnchanged(ifRange: string | undefined, tag: string): boolean {
  return ifRange === undefined || (ifRange.trim() === tag && !tag.startsWith('W/'));
}

/** The part of a file of this length that a range is; undefined if there is none. */
export function partOf({ first, last }: ByteRange, length: number): Part | undefined {
  const start = first ?? Math.max(0, length - last);
  const end = first === undefined || last === undefined ? length : Math.min(length, last + 1);
  return start < end ? { start, end } : undefined;
}

/** The bytes of a part. Nothing is read behind it. */
export async function* cut<Piece extends Uint8Array>(pieces: AsyncIterable<Piece>, { start, end }: Part) {
  let at = 0;
  for await (const piece of pieces) {
    const inside = piece.subarray(Math.max(0, start - at), end - at);
    if (inside.length > 0) yield inside;
    at += piece.length;
    if (at >= end) return;
  }
}

/** All bytes, whose number is told once the last of them is read. */
export async function* measured<Piece extends Uint8Array>(pieces: AsyncIterable<Piece>, tell: (bytes: number) => void) {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    yield piece;
  }
  tell(bytes);
}

/** How many bytes there are. */
export async function countBytes(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}
