import { expect, test } from 'vitest';
import type { IncidentDraft } from '@monitor/domain';
import { readDatasets } from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

test('each location of a dataset has the days of its own incidents', async () => {
  const [draft] = randomDrafts(1, 31) as [IncidentDraft];
  const there = (country: string, occurred_on: string): IncidentDraft => ({
    ...draft,
    source_key: `${country}-${occurred_on}`,
    country,
    region: null,
    place: null,
    occurred_on,
  });
  await importDrafts(used.database, [
    there('RS', '2014-01-03'),
    there('AL', '2020-02-01'),
    there('RS', '2024-12-30'),
    there('AL', '2024-11-05'),
    there('RS', '2019-06-01'),
  ]);
  await importDrafts(used.database, [], { ...testDataset, slug: 'nothing-yet' });
  const [dataset, empty] = await readDatasets(used.database);
  expect(dataset).toMatchObject({ incidents: 5, from: '2014-01-03', to: '2024-12-30', countries: ['AL', 'RS'] });
  expect(dataset?.coverage).toEqual([
    { country: 'AL', incidents: 2, from: '2020-02-01', to: '2024-11-05' },
    { country: 'RS', incidents: 3, from: '2014-01-03', to: '2024-12-30' },
  ]);
  expect(empty).toMatchObject({ countries: [], coverage: [] });
});
