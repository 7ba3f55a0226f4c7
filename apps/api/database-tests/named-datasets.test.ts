import { beforeAll, expect, test } from 'vitest';
import { exportFormatNames } from '@monitor/contract';
import { notices } from '@monitor/domain';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { minimalDraft, placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { addressOfFormat, textOf } from './exported-rows.ts';
import { useTestApp } from './test-app.ts';

/* What files say of the datasets of their rows, where the database has others too. */

const used = useTestApp([minimalDraft]);
const madeUp = testDataset;
const real = {
  ...testDataset,
  slug: 'press',
  title: 'Press reports',
  synthetic: false,
  licence: 'Terms of the press',
  licence_url: 'https://press.example/terms',
  attribution: 'The press',
};

beforeAll(async () => {
  await importDrafts(used.database, [{ ...placelessDraft, country: 'AL' }], real);
});

const synthetic = notices.synthetic.replace('.', '');

test.each(exportFormatNames)('%s names the datasets of its rows and no others', async (name) => {
  const said = async (query: string) => textOf(name, (await used.app.inject(`${addressOfFormat(name)}?${query}`)).rawPayload);
  const ofReal = await said('country=AL');
  expect(ofReal).toContain(real.licence);
  for (const other of [madeUp.licence, madeUp.title, synthetic, '[synthetic data]']) expect(ofReal).not.toContain(other);
  const ofMadeUp = await said('country=RS');
  expect(ofMadeUp).toContain(madeUp.licence);
  for (const other of [real.licence, real.attribution]) expect(ofMadeUp).not.toContain(other);
  const ofBoth = await said('from=2024-01-01');
  for (const dataset of [real, madeUp]) expect(ofBoth).toContain(dataset.attribution);
  // Rows of CSV and NDJSON say it each.
  if (name !== 'csv' && name !== 'ndjson') {
    expect(ofMadeUp).toContain('[synthetic data]');
    expect(ofBoth).toContain('[includes synthetic data]');
    expect(ofBoth).toContain(`${synthetic} (${madeUp.title})`);
  }
});

test('the licences in the header, with and without the file, and in the description of the CSV are those of its rows', async () => {
  for (const [query, licences] of [
    ['country=AL', [real.licence_url]],
    ['country=RS', [madeUp.licence_url]],
    ['from=2024-01-01', [madeUp.licence_url, real.licence_url]],
    ['country=AL&against=country%3DRS', [madeUp.licence_url, real.licence_url]],
    ['country=ME', []],
  ] as const) {
    for (const method of ['GET', 'HEAD'] as const) {
      const { headers } = await used.app.inject({ method, url: `/api/v1/incidents.csv?${query}` });
      expect([...String(headers.link).matchAll(/<([^>]*)>; rel="license"/g)].map(([, address]) => address)).toEqual(licences);
    }
    const described = (await used.app.inject(`/api/v1/incidents.metadata.json?${query}`)).json<{ 'dc:license': unknown[] }>();
    expect(described['dc:license']).toEqual(licences.map((address) => ({ '@id': address })));
  }
});
