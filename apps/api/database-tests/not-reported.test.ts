import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { isReportedMeasure, measureNames } from '@monitor/domain';
import { readDatasetVersion } from '@monitor/store';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { exampleId, examples } from '../src/examples/examples.ts';
import { useTestApp } from './test-app.ts';

/*
 * "Not reported" is never 0: beside each number of people or weapons, the API says for how many incidents it is not reported, whatever the
 * dataset reports.
 */

const last = '2025-11-30';

/** Incidents of one location over some years, with more of them in its last week. */
function draftsOf(country: string, region: string, injuredOf: (at: number) => number | null) {
  return Array.from({ length: 420 }, (_, at) => {
    const daysBefore = at < 14 ? at % 6 : 1 + ((at * 7919) % 1500);
    return {
      ...placelessDraft,
      source_key: `${country} ${at}`,
      country,
      region,
      place_precision: 'region' as const,
      type: (['public_dispute', 'domestic_violence', 'weapon_seizure'] as const)[at < 14 ? 0 : at % 3]!,
      occurred_on: new Date(Date.parse(last) - daysBefore * 86_400_000).toISOString().slice(0, 10),
      killed: at % 2,
      injured: injuredOf(at),
      weapons: [{ class: 'handgun' as const, count: injuredOf(at), legal: 'illegal' as const, mode: null, traced: 'yes' as const }],
    };
  });
}

/** How a dataset reports injured people and numbers of weapons, by its location. */
const reporting = {
  RS: ['RS-00', 'never', () => null],
  ME: ['ME-16', 'sometimes', (at: number) => (at % 3 === 0 ? null : at % 2)],
  AL: ['AL-11', 'always', (at: number) => at % 3],
} as const;
const locations = Object.keys(reporting) as (keyof typeof reporting)[];

const used = useTestApp([{ ...placelessDraft, source_key: 'first', country: 'BA', occurred_on: last, type: 'other' }], {
  template: ready,
  withSignals: true,
});

beforeAll(async () => {
  for (const country of locations) {
    const [region, slug, injuredOf] = reporting[country];
    await importDrafts(used.database, draftsOf(country, region, injuredOf), { ...testDataset, slug, title: slug });
  }
  await used.caughtUp();
  await used.cube!.signalsAtLeast(await readDatasetVersion(used.database), AbortSignal.timeout(300_000));
});

const ofPeople: readonly string[] = [...measureNames.filter(isReportedMeasure), 'amount'];
const isCount = (value: unknown) => typeof value === 'number' || (Array.isArray(value) && typeof value[0] === 'number');

/** Where a number of people or weapons in a JSON value has nothing beside it that says of how many incidents it is missing. */
function bareNumbers(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => bareNumbers(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Readonly<Record<string, unknown>>;
  // An incident has `null` for a number that is not reported.
  if ('occurred_on' in own) return [];
  const notReported = (own.notReported ?? {}) as Readonly<Record<string, unknown>>;
  const bare = ofPeople.filter((name) => isCount(own[name]) && !isCount(notReported[name] ?? own[`${name}NotReported`]));
  // One number of the measure that is named beside it.
  const isBare = ofPeople.includes(String(own.measure)) && isCount(own.count) && !isCount(own.notReported);
  const inside = Object.entries(own).filter(([name]) => name !== 'notReported' && name !== 'clustering');
  return [
    ...[...bare, ...(isBare ? ['count'] : [])].map((name) => `${path}.${name}`),
    ...inside.flatMap(([name, one]) => bareNumbers(one, `${path}.${name}`)),
  ];
}

const answered = Object.entries(examples).filter(([name, { reads }]) => reads === 'json' && name !== 'getOpenapi');
const more = [
  '',
  'measure=injured',
  'measure=weapons',
  'measures=weapons,victims,rounds,suicides',
  'part=details',
  'part=subjects',
  'part=tables',
];

/** The addresses of an example for each location, with what else the operation may be asked for. */
function addressesOf(path: string, country: string, id: string): string[] {
  const own = path.replace(exampleId, id).replace(/(country|place)=[A-Z,]+/, `$1=${country}`);
  return more.map((parameters) => {
    const [name = ''] = parameters.split('=');
    const rest = name === '' ? own : own.replace(new RegExp(`(?<=[?&])${name}=[^&]*&?`), '');
    return parameters === '' ? rest : `${rest}${rest.includes('?') ? '&' : '?'}${parameters}`;
  });
}

test.each(answered)('%s says beside each number for how many incidents it is not reported', async (_, { path }) => {
  const bare = new Set<string>();
  for (const country of locations) {
    const { items } = (await used.app.inject(`/api/v1/incidents?country=${country}&limit=1`)).json<IncidentList>();
    for (const [at, address] of addressesOf(path, country, items[0]!.id).entries()) {
      const response = await used.app.inject(address);
      // An operation need not have the parameter.
      if (at > 0 && response.statusCode === 400) continue;
      expect([address, response.statusCode]).toEqual([address, 200]);
      for (const name of bareNumbers(response.json())) bare.add(name);
    }
  }
  expect([...bare]).toEqual([]);
});

test('a tile says beside each number for how many incidents it is not reported', async () => {
  const { rawPayload } = await used.app.inject('/api/v1/tiles/0/0/0.mvt?measure=injured');
  const { layers } = new VectorTile(new PbfReader(rawPayload));
  const features = Object.values(layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, at) => layer.feature(at).properties),
  );
  for (const properties of features)
    for (const name of ['killed', 'injured', 'amount']) expect(properties[`${name}NotReported`], name).toBeTypeOf('number');
});
