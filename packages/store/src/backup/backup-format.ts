import { createHash } from 'node:crypto';
import { type BackupSequence, type BackupTable, copyTarget } from './backup-tables.ts';

/*
 * A backup is SQL that psql runs: the migrations that made the tables, and a COPY block of the rows of each table. A comment at its
 * beginning says what it contains, and one at its end has the SHA-256 of all before it. `monitor restore` runs no SQL of the file: it
 * applies its own migrations, which must be the same, and reads the COPY blocks.
 */

/** A file that is not a whole backup, or cannot be restored. The message says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What a backup says of itself. */
export interface BackupHead {
  readonly format: 1;
  /** In ISO 8601. */
  readonly madeAt: string;
  readonly datasetVersion: number;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** In the order of their blocks. */
  readonly tables: readonly BackupTable[];
  readonly sequences: readonly BackupSequence[];
}

const headMark = '-- contents: ';
const endMark = '-- sha256: ';
/** Bytes of the last line. */
const endLength = endMark.length + 64 + 1;
/** More than the first lines of any backup take. */
const longestHead = 1_000_000;

export function headText(head: BackupHead): string {
  return String.raw`\set ON_ERROR_STOP on
-- Backup of an Open Armed Violence Monitor: dataset version ${head.datasetVersion}, made at ${head.madeAt}.
-- It contains details that are not public. Keep it where only you can read it.
-- To restore it into an empty database: npx pnpm@12.4.2 monitor restore FILE
-- or: gunzip --stdout FILE | psql DATABASE, and then npx pnpm@12.4.2 monitor migrate
${headMark}${JSON.stringify(head)}
`;
}

/** The line before the rows of a table. */
export function blockStart(table: BackupTable): string {
  return `copy ${copyTarget(table)} from stdin;\n`;
}

/** The line after the rows of a table. */
export const blockEnd = '\\.\n';

/** The last line. @param digest SHA-256 of all bytes before it, in hexadecimal */
export function endText(digest: string): string {
  return `${endMark}${digest}\n`;
}

const damaged = 'The file is damaged: its content does not match its checksum. Nothing was restored. Use another backup.';

/** Reads a backup, unpacked, to its end, and gives what it says of itself. Throws as `checkedBackup`. */
export async function checkBackup(chunks: AsyncIterable<Buffer>): Promise<BackupHead> {
  return headAtEnd(checkedBackup(chunks));
}

/** What a backup says of itself, once what is left of it has been read. */
export async function headAtEnd(reading: ReturnType<typeof checkedBackup>): Promise<BackupHead> {
  for (;;) {
    const { done, value } = await reading.next();
    if (done === true) return value;
  }
}

/**
 * Gives the bytes of a backup on, and at their end what it says of itself. Throws `BackupError` if it is not a backup, or not as it was
 * written.
 * @param chunks its bytes, unpacked
 */
export async function* checkedBackup(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, BackupHead, undefined> {
  const hash = createHash('sha256');
  let [begin, end] = [Buffer.alloc(0), Buffer.alloc(0)];
  for await (const chunk of chunks) {
    if (begin.length < longestHead) begin = Buffer.concat([begin, chunk.subarray(0, longestHead)]);
    end = Buffer.concat([end, chunk]);
    const sure = Math.max(0, end.length - endLength);
    hash.update(end.subarray(0, sure));
    end = end.subarray(sure);
    yield chunk;
  }
  const head = readHead(begin.toString('utf8'));
  if (end.toString('utf8') !== endText(hash.digest('hex'))) throw new BackupError(damaged);
  return head;
}

function readHead(text: string): BackupHead {
  const line = text.split('\n').find((one) => one.startsWith(headMark));
  if (!text.startsWith('\\set ON_ERROR_STOP on\n-- Backup of') || line === undefined)
    throw new BackupError('The file is not a backup of an Open Armed Violence Monitor. Nothing was restored.');
  let head: BackupHead;
  try {
    head = JSON.parse(line.slice(headMark.length)) as BackupHead;
  } catch {
    throw new BackupError(damaged);
  }
  if ((head.format as number) !== 1)
    throw new BackupError('The backup is in a format of a newer version. Nothing was restored. Use that version or a newer one.');
  return head;
}

/** Gives the rows of one block after the other from the bytes of a backup that has been checked. */
export class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The rows of a table as COPY has them, cut anywhere. To be read to their end, before those of the next table. */
  async *rowsOf(table: BackupTable): AsyncGenerator<Buffer, void, undefined> {
    const start = blockStart(table);
    await this.#skipThrough(`\n${start}`);
    // A newline stands before the end of a block, be it that of its first line.
    let piece: Buffer = Buffer.from('\n');
    for (;;) {
      piece = Buffer.concat([piece, this.#left]);
      const at = piece.indexOf(`\n${blockEnd}`);
      if (at >= 0) {
        this.#left = piece.subarray(at + 1);
        if (at > 0) yield piece.subarray(1, at + 1);
        return;
      }
      const sure = Math.max(1, piece.length - blockEnd.length);
      if (sure > 1) yield piece.subarray(1, sure);
      // What is held back begins with the byte before it, in the place of that newline.
      piece = piece.subarray(sure - 1);
      await this.#read();
    }
  }

  async #skipThrough(text: string): Promise<void> {
    for (;;) {
      const at = this.#left.indexOf(text);
      if (at >= 0) {
        this.#left = this.#left.subarray(at + text.length);
        return;
      }
      const rest = this.#left.subarray(Math.max(0, this.#left.length - text.length));
      await this.#read();
      this.#left = Buffer.concat([rest, this.#left]);
    }
  }

  async #read(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new BackupError(damaged);
    this.#left = next.value;
  }
}
