import { sql } from 'drizzle-orm';
import { doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { packable, readPackedPortions } from '../src/connection/packed-rows.ts';
import { readSnapshot } from '../src/connection/read-snapshot.ts';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

const written = pgTable('written', {
  code: text('code').notNull(),
  free: text('free'),
  whole: integer('whole'),
  part: doublePrecision('part'),
});

const fields = { free: { values: 'text' } as Field };
// PostgreSQL keeps no null character.
const free = fc.string({ unit: 'grapheme' }).map((words) => words.replaceAll('\0', ''));
const rows = fc.array(
  fc.record({
    code: fc.constantFrom('handgun', ''),
    free: fc.option(fc.oneof(free, fc.constantFrom('\u001E', '\u001F', 'a\u001Fb', ''))),
    whole: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    part: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  { maxLength: 12 },
);

test('rows that come as one text each are what the database has, but for control characters in free texts', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (given, size) => {
      const from = sql`
        from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
          as ${written} (code text, free text, whole integer, part double precision)`;
      const read = await readSnapshot(used.database, {}, async ({ run }) => {
        const { code, ...others } = written;
        const selection = packable({ code, free: others.free, whole: others.whole, part: others.part, none: sql`null` }, fields);
        const all: object[] = [];
        for await (const portion of readPackedPortions<object>(run, selection, from, size)) all.push(...portion);
        return all;
      });
      const expected = given.map((row) => ({
        ...row,
        free: row.free?.replaceAll('\u001E', '').replaceAll('\u001F', '') ?? null,
        part: row.part === null ? null : row.part + 0,
        none: null,
      }));
      expect(read).toEqual(expected);
    }),
    { numRuns: times(30, 200) },
  );
});
