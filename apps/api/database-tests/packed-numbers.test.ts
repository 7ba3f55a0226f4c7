import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DatasetList, filterQuery, type PackedYears } from '@monitor/contract';
import { without } from '@monitor/domain';
import { KeptNumbers } from '@monitor/engine';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { appWith, randomRecord, useTestApp } from './test-app.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';

/* What a browser calculates from the packed years of a server is what the server answers. */

const used = useTestApp([], { template: randomRecord });
const filters = anyFilter({
  country: referenceData.jurisdictions.map(({ code }) => code),
  region: referenceData.regions.map(({ code }) => code),
  dataset: ['made-up', 'none-such'],
});

const getJson = async <Answer>(url: string) => (await used.app.inject(url)).json<Answer>();

async function keepNumbers(): Promise<KeptNumbers> {
  await used.caughtUp();
  const years = await getJson<PackedYears>('/api/v1/packed');
  const rows = await Promise.all(
    years.years.map(async ({ year }) => new Uint8Array((await used.app.inject(`/api/v1/packed/${year}`)).rawPayload)),
  );
  return KeptNumbers.of({ years, rows, datasets: await getJson<DatasetList>('/api/v1/datasets') });
}

test('the page that it is for says the same, sentence for sentence', async () => {
  const numbers = await keepNumbers();
  const choices = ['', 'chart=figures', 'measure=killed&interval=year', 'rates=country,region', 'against=from%3D2020-01-01'];
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(...choices), async (filter, more) => {
      const query = [filterQuery(without(filter, 'q', 'id')), more].filter(Boolean).join('&');
      const url = `/api/v1/pages/explore?${query}`;
      expect(JSON.parse(await numbers.explore(url, new AbortController().signal)), query).toEqual(await getJson(url));
    }),
    { numRuns: times(15, 200), examples: sureFilters.map((filter) => [filter, 'chart=figures']) },
  );
});

test('what the server alone knows, and what it would refuse, is left to it', async () => {
  const numbers = await keepNumbers();
  const { signal } = new AbortController();
  for (const query of ['q=nis', 'id=AV-000000000000', 'country=Narnia'])
    await expect(numbers.explore(`/api/v1/pages/explore?${query}`, signal), query).rejects.toThrow(
      /Only the server knows|"country"/,
    );
});

test('no other years are there, and none where incidents are not kept in memory', async () => {
  expect((await used.app.inject('/api/v1/packed/1899')).statusCode).toBe(404);
  expect((await used.app.inject('/api/v1/packed/x')).statusCode).toBe(404);
  const app = await appWith(used, { analytics: sqlAnalytics(used.database) });
  expect((await app.inject('/api/v1/packed')).json()).toMatchObject({ status: 404, code: 'not_found' });
  expect((await app.inject('/api/v1/packed/2020')).statusCode).toBe(404);
  await app.close();
});
