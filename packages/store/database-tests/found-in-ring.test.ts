import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Ring } from '@monitor/domain';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { refereeMeets } from '../../domain/testing/referee.ts';
import { times } from '../../../testing/depth.ts';
import { readSnapshot } from '../src/connection/read-snapshot.ts';
import { type FindInRing, listIncidents, rankSettlements } from '../src/index.ts';
import { recordedIncidents } from './referee.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts =
  fc.sample(fc.tuple(...Array.from({ length: 200 }, (_, index) => anyDraft(`ring-${index}`))), { numRuns: 1, seed: 3 })[0] ?? [];
const all = recordedIncidents(drafts, 'made-up');
const keys = new Map<string, number>();

beforeAll(async () => {
  await importDrafts(used.database, drafts);
  const rows = await readSnapshot(used.database, {}, ({ run }) =>
    run<{ id: string; key: number }>(sql`select public_id as id, id::integer as key from incidents`),
  );
  for (const { id, key } of rows) keys.set(id, key);
});

const degrees = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 }).map((value) => value / 100);
/** Most of them cross themselves. */
const anyRing: fc.Arbitrary<Ring> = fc.array(fc.tuple(degrees(17, 24), degrees(39, 47)), { minLength: 3, maxLength: 40 });

/** @param count what is said to be their number: many are looked up in another way than few */
function knownAt(version: number, count?: number): FindInRing {
  return (ring, asked) => {
    if (asked !== version) return undefined;
    const inside = all.filter((one) => refereeMeets(one, { within: ring })).map(({ id }) => keys.get(id)!);
    const bits = new Uint8Array(Math.floor(Math.max(0, ...inside) / 8) + 1);
    for (const key of inside) bits[key >>> 3]! |= 1 << (key & 7);
    return { bits, count: count ?? inside.length };
  };
}

test.each([
  ['few', undefined],
  ['many', 1_000_000],
])('what is known of polygons is selected, however often their sides cross: %s', async (_, count) => {
  const { datasetVersion } = await listIncidents(used.database, {}, { sort: 'occurred_on', limit: 1 });
  const findInRing = knownAt(datasetVersion, count);
  await fc.assert(
    fc.asyncProperty(anyRing, async (ring) => {
      const expected = all.filter((one) => refereeMeets(one, { within: ring })).map(({ id }) => id);
      const page = { sort: 'occurred_on', limit: 200 } as const;
      const listed = await listIncidents(used.database, { within: ring }, page, { findInRing });
      expect(listed.items.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      expect(listed.total).toBe(expected.length);
      const corners = ring.map(([lon, lat]) => [lon, lat] as [number, number]);
      const area = { type: 'Polygon' as const, coordinates: [[...corners, corners[0]!]] };
      const expression = { op: 'not' as const, args: [{ op: 's_intersects' as const, args: [{ property: 'geometry' }, area] }] };
      const outside = await listIncidents(used.database, {}, page, { findInRing, expression: expression as never });
      expect(outside.total).toBe(all.filter(({ lon }) => lon !== null).length - expected.length);
      const ranking = { measure: 'incidents', limit: 50 } as const;
      const { inSettlements, elsewhere } = await rankSettlements(used.database, { within: ring }, ranking, { findInRing });
      expect(inSettlements.amount + elsewhere.amount).toBe(expected.length);
    }),
    { numRuns: times(10, 100) },
  );
});

test('what is known of another version is not used', async () => {
  const ring: Ring = [
    [17, 39],
    [24, 39],
    [24, 47],
    [17, 47],
  ];
  const options = { findInRing: knownAt(-1, 0) };
  const { total } = await listIncidents(used.database, { within: ring }, { sort: 'occurred_on', limit: 1 }, options);
  expect(total).toBe(all.filter((one) => refereeMeets(one, { within: ring })).length);
});
