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
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (typeof value !== 'string') return String(value);
  if (value.includes('\0')) throw new Error('A text contains the character U+0000, which PostgreSQL cannot store.');
  return value.replace(/[\\\n\r\t]/g, (letter) => escapes[letter] ?? letter);
}

const chunkLength = 128 * 1024;

/** Writes lines into a table through COPY, waiting whenever the connection is behind. */
export async function copyInto(transaction: Transaction, target: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const { stream, refusal } = await transaction.copy(target);
  // Failures arrive with the writes.
  stream.on('error', () => undefined);
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  try {
    let chunk = '';
    for (const line of lines) {
      chunk += line;
      if (chunk.length < chunkLength) continue;
      await write(chunk);
      chunk = '';
    }
    await write(chunk);
  } catch (error) {
    stream.destroy(error as Error);
    throw error;
  }
  stream.end();
  await setImmediate();
  // The stream does not tell of a failure after the last byte; a statement behind it succeeds only where the COPY did.
  await transaction.run(sql`select`).catch((error: unknown) => {
    throw refusal() ?? error;
  });
}
