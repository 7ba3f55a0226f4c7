import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { ask, expectAgreement } from './expect-agreement.ts';
import { rowsOf } from './csv-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';

const filters = anyFilter({
  country: [...referenceData.jurisdictions.map(({ code }) => code), 'DE'],
  region: [...referenceData.regions.map(({ code }) => code), 'RS-24'],
  dataset: ['made-up', 'none-such'],
});

describe.each(['sql', 'cube'] as const)('numbers from %s', (engine) => {
  const used = useTestApp(randomDrafts(1500), {}, engine);

  test('list, summary, series, facets, tiles and CSV agree for any filter', async () => {
    let selecting = 0;
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 0, max: 11 }), async (filter, zoom) => {
        if ((await expectAgreement([used.app], filter, zoom)) > 0) selecting += 1;
      }),
      { numRuns: 40 },
    );
    expect(selecting).toBeGreaterThan(12);
  });

  test('the list walked to its end has every row of the CSV once', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('occurred_on', '-killed', 'place', '-type'), async (filter, sort) => {
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const more: string = `limit=400&sort=${sort}&cursor=${encodeURIComponent(cursor)}`;
          const page: IncidentList = (await ask(used.app, '/api/v1/incidents', filter, more)).json<IncidentList>();
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        }
        const rows = rowsOf((await ask(used.app, '/api/v1/incidents.csv', filter)).body);
        expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      }),
      { numRuns: 15 },
    );
  });
});
