import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Expression, readExpressionText } from '@monitor/contract';
import { anyExpression, expressionText } from '../../contract/testing/arbitrary-expression.ts';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import { refereeMeets } from '../../domain/testing/referee.ts';
import { times } from '../../../testing/depth.ts';
import { type ListPage, listIncidents } from '../src/index.ts';
import { refereeExpression } from './expression-referee.ts';
import { recordedIncidents } from './referee.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts =
  fc.sample(fc.tuple(...Array.from({ length: 150 }, (_, index) => anyDraft(`near-${index}`))), { numRuns: 1, seed: 11 })[0] ?? [];
const all = recordedIncidents(drafts, 'made-up');

beforeAll(async () => {
  await importDrafts(used.database, drafts);
});

async function idsOf(expression: Expression, filter = {}): Promise<{ ids: string[]; total: number }> {
  const page = { sort: 'occurred_on', limit: 200 } as const;
  const { items, total } = await listIncidents(used.database, filter, page, { expression });
  return { ids: items.map(({ id }) => id).toSorted(), total };
}

test('a filter in CQL2 selects what it means, alone and beside a filter', async () => {
  let selecting = 0;
  await fc.assert(
    fc.asyncProperty(anyExpression, anyFilter(), async (expression, filter) => {
      const expected = all.filter((one) => refereeExpression(one, expression) === true);
      const found = await idsOf(expression);
      expect({ text: expressionText(expression), ...found }).toEqual({
        text: expressionText(expression),
        ids: expected.map(({ id }) => id).toSorted(),
        total: expected.length,
      });
      if (expected.length > 0 && expected.length < all.length) selecting += 1;
      const both = expected.filter((one) => refereeMeets(one, filter));
      expect((await idsOf(expression, filter)).ids).toEqual(both.map(({ id }) => id).toSorted());
    }),
    { numRuns: times(60, 500) },
  );
  expect(selecting).toBeGreaterThan(times(6, 160));
});

const days = all.map((one) => one.occurred_on).toSorted();
const [first, last] = [days[40]!, days[110]!];

test.each([
  `T_AFTER(occurred_on, DATE('${first}'))`,
  `T_BEFORE(occurred_on, DATE('${first}'))`,
  `T_DURING(occurred_on, INTERVAL('${first}', '${last}'))`,
  `T_INTERSECTS(occurred_on, INTERVAL('${first}', '${last}'))`,
  `T_DISJOINT(occurred_on, INTERVAL('${first}', '${last}'))`,
  `T_EQUALS(occurred_on, DATE('${first}'))`,
  'killed < 2',
  'killed <= 2',
  'killed > 2',
  'killed >= 2',
  'killed = 2',
  'killed <> 2',
  'killed BETWEEN 1 AND 2',
  'killed NOT BETWEEN 1 AND 2',
  'killed IS NULL',
  'killed IN (0, 2)',
])('%s alone selects what it means, up to its limits', async (text) => {
  const expression = readExpressionText(text);
  const expected = all.filter((one) => refereeExpression(one, expression) === true).map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(all.length);
  expect((await idsOf(expression)).ids).toEqual(expected.toSorted());
});

test('pages of a filter in CQL2 follow each other to the end', async () => {
  const expression = readExpressionText("killed >= 0 AND NOT (type IN ('suicide', 'weapon_theft'))");
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: ListPage = { sort: 'occurred_on', limit: 20, start: cursor === undefined ? undefined : { cursor } };
    const { items, nextCursor } = await listIncidents(used.database, {}, page, { expression });
    seen.push(...items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen.toSorted()).toEqual((await idsOf(expression)).ids);
  expect(seen.length).toBeGreaterThan(50);
});
