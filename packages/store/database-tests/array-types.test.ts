import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '../../../testing/depth.ts';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

// PostgreSQL keeps no null character.
const texts = fc.array(fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))));

test('arrays reach the database and come back as they are', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.array(fc.integer()), fc.array(fc.maxSafeInteger()), async (words, integers, large) => {
      const doubles = integers.map((value) => value / 7);
      const [row] = await used.database.connections`
        select ${words}::text[] as words, to_json(${words}::text[]) as words_told, ${integers}::integer[] as integers,
          ${large}::bigint[] as large, ${doubles}::double precision[] as doubles`;
      expect(row).toEqual({ words, words_told: words, integers, large, doubles });
    }),
    { numRuns: times(30, 200) },
  );
});
