import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzip } from './compressed.ts';
import type { ReadFile } from './manifest.ts';
import { BlockReader, fileOfBlocks, incidentsPerBlock } from './record-blocks.ts';

/** Not a whole number of blocks. */
const all = 100 * incidentsPerBlock + 7;
const ids = Array.from({ length: all }, (_, row) => `incident ${row}`);
const blocks = await Promise.all(
  Array.from({ length: Math.ceil(all / incidentsPerBlock) }, (_, at) => {
    const own = ids.slice(at * incidentsPerBlock, (at + 1) * incidentsPerBlock).map((id) => ({ id }));
    return gzip(new TextEncoder().encode(JSON.stringify(own)));
  }),
);
const file = fileOfBlocks(blocks);

/** @param givesParts whether the host gives parts of files */
function opened(givesParts: boolean) {
  const counted = { reads: 0 };
  const read: ReadFile = async (_, part) => {
    counted.reads++;
    return part && givesParts ? { bytes: file.slice(part.start, part.end), isWhole: false } : { bytes: file, isWhole: true };
  };
  const reader = new BlockReader(read);
  const idsOf = async (rows: readonly number[]) => (await reader.incidents('2024', all, rows)).map(({ id }) => id);
  return { idsOf, counted };
}

test.each([true, false])('any rows come in the order in which they are asked for; parts of files: %s', async (givesParts) => {
  const { idsOf } = opened(givesParts);
  const anyRows = fc.oneof(fc.array(fc.nat(all - 1), { maxLength: 40 }), fc.shuffledSubarray([...ids.keys()]));
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      expect(await idsOf(rows)).toEqual(rows.map((row) => ids[row]));
    }),
    { numRuns: 20 },
  );
});

test('a page of a list asks for the blocks that it needs, and a file of much of the record for it once', async () => {
  const { idsOf, counted } = opened(true);
  await idsOf([5, 6, 700]);
  // The list of blocks, and two of them.
  expect(counted.reads).toBe(3);
  await idsOf(ids.map((_, row) => (row * 4001) % all));
  expect(counted.reads).toBe(4);
});
