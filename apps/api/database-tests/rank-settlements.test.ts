import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentList, ListedIncident, SettlementRanking, Summary } from '@monitor/contract';
import { areaNames, type Filter, isSubjectMeasure, type Measure, measureNames, placedNames } from '@monitor/domain';
import { allReported } from '../../../packages/domain/testing/all-reported.ts';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { ask } from './expect-agreement.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { useRandomApp } from './test-app.ts';

const used = useRandomApp();
const filters = anyFilter({
  country: referenceData.jurisdictions.map(({ code }) => code),
  region: referenceData.regions.map(({ code }) => code),
  dataset: ['made-up'],
});
const known = new Set(referenceData.places.map(({ jurisdiction, name }) => `${jurisdiction} ${name}`));

const nothing: SettlementRanking['elsewhere'] = { incidents: 0, amount: 0, killed: 0, injured: 0, ...allReported };

async function everyIncident(filter: Filter, measure: Measure): Promise<ListedIncident[]> {
  const items: ListedIncident[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = `measure=${measure}&limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: IncidentList = (await ask(used.app, '/api/v1/incidents', filter, query)).json<IncidentList>();
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

test('for any filter and measure, settlements are those of the list one by one, and all parts add up to the summary', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(...measureNames), async (filter, measure) => {
      const ranking = (
        await ask(used.app, '/api/v1/settlements', filter, `measure=${measure}&limit=500&spread=1`)
      ).json<SettlementRanking>();
      const { totals } = (await ask(used.app, '/api/v1/summary', filter, `facets=none&measures=${measure}`)).json<Summary>();
      const counted = new Map<string, SettlementRanking['elsewhere']>();
      const items = await everyIncident(filter, measure);
      for (const item of items) {
        const isKnown = item.place !== null && known.has(`${item.country} ${item.place}`);
        const key = isKnown ? [item.country, item.region, item.place].join('|') : '';
        const { incidents, amount, killed, injured, notReported } = counted.get(key) ?? nothing;
        const more = measure === 'incidents' ? 1 : (item.amount ?? 0);
        counted.set(key, {
          incidents: incidents + 1,
          amount: amount + more,
          killed: killed + (item.killed ?? 0),
          injured: injured + (item.injured ?? 0),
          notReported: {
            killed: notReported.killed + Number(item.killed === null),
            injured: notReported.injured + Number(item.injured === null),
            amount: notReported.amount + Number(measure !== 'incidents' && item.amount === null),
          },
        });
      }
      const { settlements, inSettlements, elsewhere, spread } = ranking;
      // The list does not say of weapons, rounds and people described whether a number is missing.
      const comparable = ({ notReported: { amount, ...people }, ...figures }: SettlementRanking['elsewhere']) => ({
        ...figures,
        notReported: isSubjectMeasure(measure) ? people : { ...people, amount },
      });
      expect(comparable(elsewhere)).toEqual(comparable(counted.get('') ?? nothing));
      counted.delete('');
      const listed = settlements.map((one) => [[one.country, one.region, one.name].join('|'), one] as const);
      for (const [key, { incidents, amount, killed, injured, notReported }] of listed)
        expect(comparable({ incidents, amount, killed, injured, notReported }), key).toEqual(comparable(counted.get(key)!));
      expect(new Set(listed.map(([key]) => key))).toEqual(
        new Set([...counted].flatMap(([key, { amount }]) => (amount > 0 ? [key] : []))),
      );
      expect(settlements.map(({ amount }) => amount)).toEqual(settlements.map(({ amount }) => amount).toSorted((a, b) => b - a));
      expect(inSettlements.settlements).toBe(settlements.length);
      expect(inSettlements.amount + elsewhere.amount).toBe(totals[measure]);
      const sumOf = (name: 'killed' | 'injured') => settlements.reduce((sum, one) => sum + one[name], 0);
      expect([inSettlements.killed, inSettlements.injured]).toEqual([sumOf('killed'), sumOf('injured')]);
      for (const name of placedNames)
        expect(inSettlements.notReported[name]).toBe(settlements.reduce((sum, { notReported }) => sum + notReported[name], 0));
      for (const { amount, settlements: many } of spread!.counts)
        expect(settlements.filter((one) => one.amount === amount)).toHaveLength(many);
      expect(spread!.counts.reduce((sum, { settlements: many }) => sum + many, 0)).toBe(settlements.length);
      const locations = new Set(items.map(({ country }) => country));
      const inScope = referenceData.places.filter(
        ({ jurisdiction, region }) => locations.has(jurisdiction) && (filter.region?.includes(region ?? '') ?? true),
      );
      expect(spread!.known).toBe(areaNames.some((name) => filter[name]) ? null : inScope.length);
    }),
    { numRuns: times(8, 120), examples: sureFilters.map((filter, index) => [filter, measureNames[index]!]) },
  );
});

test('the box of a settlement selects its incidents', async () => {
  const { settlements } = (await ask(used.app, '/api/v1/settlements', {}, 'limit=3')).json<SettlementRanking>();
  expect(settlements).toHaveLength(3);
  for (const { name, country, bbox } of settlements) {
    const { items } = (await ask(used.app, '/api/v1/incidents', { bbox: bbox! }, 'limit=500')).json<IncidentList>();
    expect(items.filter((item) => item.place === name && item.country === country).length).toBeGreaterThan(0);
  }
});

test('a measure that does not exist gets a clear answer', async () => {
  const { statusCode, body } = await used.app.inject('/api/v1/settlements?measure=guns');
  expect(statusCode).toBe(400);
  expect(body).toContain('perpetrators');
});
