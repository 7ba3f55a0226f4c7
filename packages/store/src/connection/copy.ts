import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

export type CopyValue = string | number | boolean | null | Buffer;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of PostgreSQL's COPY text format. https://www.postgresql.org/docs/18/sql-copy.html */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : String(value);
  // Almost no text has any of these.
  if (!/[\\\n\r\t\0]/.test(value)) return value;
  if (value.includes('\0')) throw new Error('A text contains the character U+0000, which PostgreSQL cannot store.');
  return value.replace(/[\\\n\r\t]/g, (letter) => escapes[letter] ?? letter);
}

/** Lines that are made one after the other as they are taken. */
export function* linesOf<Item>(items: Iterable<Item>, lines: (item: Item) => string | readonly string[]): Generator<string> {
  for (const item of items) {
    const made = lines(item);
    if (typeof made === 'string') yield made;
    else yield* made;
  }
}

const chunkLength = 128 * 1024;

/** Writes lines into a table through COPY, which takes in some while the next are made. */
export async function copyInto(transaction: Transaction, target: string, lines: Iterable<string>): Promise<void> {
  const chunks = inChunks(lines);
  const { value: first } = chunks.next();
  if (first) await copyChunks(transaction, target, withFirst(first, chunks));
}

function* withFirst(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}

function* inChunks(lines: Iterable<string>): Generator<string, undefined> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
  return undefined;
}

/** Writes text into a table through COPY, waiting whenever the connection is behind. @param chunks lines, cut anywhere */
export async function copyChunks(
  transaction: Transaction,
  target: string,
  chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
): Promise<void> {
  const { stream, refusal } = await transaction.copy(target);
  // Failures arrive with the writes.
  stream.on('error', () => undefined);
  const write = (text: string | Buffer) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  try {
    for await (const chunk of chunks) await write(chunk);
  } catch (error) {
    // A write after the server has refused fails for the mere reason that the stream has ended.
    const cause = refusal() ?? error;
    stream.destroy(cause as Error);
    throw cause;
  }
  stream.end();
  await setImmediate();
  // The stream does not tell of a failure after the last byte; a statement behind it succeeds only where the COPY did.
  await transaction.run(sql`select`).catch((error: unknown) => {
    throw refusal() ?? error;
  });
}
