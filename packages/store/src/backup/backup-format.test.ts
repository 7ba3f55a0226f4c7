import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyLine } from '../connection/copy.ts';
import { blockEnd, BlockReader, blockStart, checkBackup, endText, headText } from './backup-format.ts';
import { times } from '../../../../testing/depth.ts';

const tables = ['one', 'two', 'three'].map((name) => ({ name, columns: ['a', 'b'], rows: 0 }));
const head = { format: 1, madeAt: '2026-01-01T00:00:00.000Z', datasetVersion: 7, migrations: [], tables, sequences: [] } as const;

/** A backup of rows, as bytes. */
function backupOf(blocks: readonly string[], written: object = head): Buffer {
  const text = [
    headText(written as typeof head),
    ...tables.map((table, at) => `\n${blockStart(table)}${blocks[at] ?? ''}${blockEnd}`),
    'commit;\n',
  ].join('');
  return Buffer.from(text + endText(createHash('sha256').update(text).digest('hex')));
}

/** The bytes in pieces of these lengths, over and over. */
async function* inPieces(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  for (let from = 0, piece = 0; from < bytes.length; piece += 1) {
    const length = lengths[piece % lengths.length] ?? 1;
    yield bytes.subarray(from, from + length);
    from += length;
  }
}

const anyLengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\\.', '\n\\.\n', '\ncopy "two" ("a", "b") from stdin;\n', ''),
);
const anyBlocks = fc.array(
  fc
    .array(fc.tuple(anyText, anyText), { maxLength: 4 })
    .map((rows) => rows.map((row) => copyLine(row.map((text) => text.replaceAll('\0', '')))).join('')),
  { minLength: 3, maxLength: 3 },
);

test('the rows are those that were written, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(anyBlocks, anyLengths, async (blocks, lengths) => {
      const bytes = backupOf(blocks);
      expect(await checkBackup(inPieces(bytes, lengths))).toEqual(head);
      const reader = new BlockReader(inPieces(bytes, lengths));
      for (const [at, table] of tables.entries()) {
        const read: Buffer[] = [];
        for await (const piece of reader.rowsOf(table)) read.push(piece);
        expect(Buffer.concat(read).toString()).toBe(blocks[at]);
      }
    }),
  );
});

test('a backup of which any byte is another, or any are missing, is refused', async () => {
  const bytes = backupOf(['1\t2\n3\t4\n', '', '5\t6\n']);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const spoiled = Buffer.from(bytes);
      spoiled[at] = spoiled[at]! ^ by;
      await expect(checkBackup(inPieces(spoiled, [64]))).rejects.toMatchObject({
        name: 'BackupError',
        message: expect.stringContaining('Nothing was restored.') as string,
      });
      await expect(checkBackup(inPieces(bytes.subarray(0, at), [64]))).rejects.toMatchObject({ name: 'BackupError' });
    }),
    { numRuns: times(80, 600) },
  );
});

test('a format of a newer version is recognised', async () => {
  await expect(checkBackup(inPieces(backupOf([], { ...head, format: 2 }), [64]))).rejects.toThrow('format of a newer version');
});
