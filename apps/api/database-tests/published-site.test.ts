import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { filterQuery, type IncidentList } from '@monitor/contract';
import { type Filter, measureNames, sorts } from '@monitor/domain';
import { type Manifest, PublishedRecord, PublishedSite, type SiteBody, writeRecord } from '@monitor/engine';
import { exportFormat, exportFormatNames, portableFormatNames } from '@monitor/contract/export-formats';
import { withEdition } from '../../cli/src/publish/read-edition.ts';
import { times } from '../../../testing/depth.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { importIncidents, numberDrafts, removeDataset } from '@monitor/store';
import { randomRecord, useTestApp } from './test-app.ts';

/* What a published site answers is what the server answers, at the same address. */

const used = useTestApp([], { template: randomRecord, withSignals: true, settings: { licence: 'CC BY 4.0' } });
const signal = new AbortController().signal;
const filters = anyFilter({
  country: referenceData.jurisdictions.map(({ code }) => code),
  region: referenceData.regions.map(({ code }) => code),
  dataset: ['made-up', 'none-such'],
});

const files = new Map<string, Uint8Array<ArrayBuffer>>();
let manifest: Manifest;
let site: PublishedSite;

async function publish() {
  const { publisher, contact, licence } = used.settings;
  return withEdition(used.database, signal, (edition) =>
    writeRecord({ ...edition, publisher, contact, licence }, async (name, bytes) => void files.set(name, bytes)),
  );
}

/** More than a block of incidents that are retracted, and a dataset that is removed. */
async function loseSome() {
  const drafts = randomDrafts(90, 7);
  const dataset = { ...testDataset, slug: 'shrunk' };
  await importDrafts(used.database, drafts, dataset);
  const complete = { kept: () => [], agree: () => undefined };
  const fewer = numberDrafts(drafts.slice(0, 5));
  await importIncidents(used.database, { dataset, format: 'test', fileNames: ['test.csv'], drafts: fewer, complete });
  await importDrafts(used.database, randomDrafts(20, 8), { ...testDataset, slug: 'removed', title: 'Removed incidents' });
  await removeDataset(used.database, 'removed');
}

beforeAll(async () => {
  await loseSome();
  await used.caughtUp();
  manifest = { ...(await publish()).manifest, publishedAt: '2026-01-01T00:00:00Z' };
  site = siteOf(true);
});

/** @param givesParts whether its server gives parts of files */
function siteOf(givesParts: boolean): PublishedSite {
  const read = async (name: string, part?: { readonly start: number; readonly end: number }) => {
    const bytes = files.get(name)!;
    return part && givesParts ? { bytes: bytes.slice(part.start, part.end), isWhole: false } : { bytes, isWhole: true };
  };
  return new PublishedSite(new PublishedRecord(manifest, read), 'http://site.example.org');
}

async function bytesOf(body: SiteBody): Promise<Buffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** What both answer to an address: JSON as such, anything else as text. */
async function both(url: string, from = site) {
  const [of, server] = await Promise.all([
    from.answer({ url, method: 'GET' }, signal),
    used.app.inject({ url, headers: { host: 'site.example.org', 'accept-encoding': 'identity' } }),
  ]);
  const contentOf = (type: string, bytes: Buffer): unknown => {
    if (!type.includes('json') || type.includes('ndjson') || type.includes('geo')) return bytes.toString('latin1');
    const { nextCursor: _, requestId: _id, ...content } = JSON.parse(bytes.toString()) as Record<string, unknown>;
    return content;
  };
  return {
    site: { status: of.status, content: contentOf(of.headers['content-type'] ?? '', await bytesOf(of.body)) },
    server: {
      status: server.statusCode,
      content: contentOf(String(server.headers['content-type'] ?? ''), server.rawPayload),
    },
  };
}

async function expectSame(path: string, filter: Filter = {}, more = '', from = site): Promise<void> {
  const query = [filterQuery(filter), more].filter((part) => part !== '').join('&');
  const answers = await both(`/api/v1/${path}${query === '' ? '' : `?${query}`}`, from);
  expect(answers.site, `${path} ${query}`).toEqual(answers.server);
}

const examples = sureFilters.map((filter): [Filter] => [filter]);

test('numbers are the same', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      await expectSame('summary', filter, `measures=${measureNames.join()}&hours=1&split=type&part_totals=1`);
      await expectSame('hexagons', filter, 'level=3&measure=victims');
      await expectSame('points', filter);
      await expectSame('tiles/4/8/5.mvt', filter, 'measure=weapons');
      await expectSame('tiles/9/285/186.mvt', filter, 'marks=points');
    }),
    { numRuns: times(6, 100), examples },
  );
});

test('lists, settlements and files are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...sorts),
      fc.constantFrom(...measureNames),
      fc.nat(60),
      async (filter, sort, measure, offset) => {
        await expectSame('incidents', filter, `sort=${sort}&measure=${measure}&offset=${offset}&limit=30`);
        await expectSame('settlements', filter, `measure=${measure}&spread=1&limit=40`);
        await expectSame('incidents.csv', filter, `sort=${sort}&measure=${measure}&hxl=1`);
      },
    ),
    { numRuns: times(8, 100) },
  );
});

test('files of all formats are the same, with both sides of a comparison too', async () => {
  for (const name of portableFormatNames)
    await expectSame(`incidents.${exportFormat(name).extension}`, { country: ['RS'] }, 'against=country%3DAL');
  await expectSame('incidents.metadata.json', { country: ['RS'] }, 'columns=killed,injured');
});

test('pages are the same, sentence for sentence', async () => {
  const choices = {
    home: [''],
    explore: ['measure=killed', 'rates=country,region', 'against=from%3D2020-01-01'],
    trends: ['unit=rate', 'split=weapon', 'part=places', 'part=subjects', 'part=tables'],
    places: [''],
    signals: [''],
    indicators: ['', 'indicators=together', 'country=RS'],
    place: ['place=RS', 'place=RS-20', 'place=RS-20-nis', 'place=RS-20-nis&part=details', 'place=RS-20-nowhere'],
    brief: ['country=RS&from=2021-01-01&to=2021-12-31', 'from=2022-01-01&to=2022-03-31', 'from=2022-01-01&to=2022-03-30'],
  };
  for (const [page, all] of Object.entries(choices)) for (const more of all) await expectSame(`pages/${page}`, {}, more);
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      await expectSame('pages/explore', filter);
      await expectSame('pages/trends', filter);
    }),
    { numRuns: times(3, 60), examples },
  );
});

test('signals, indicators, datasets and places by name are the same', async () => {
  for (const path of ['signals', 'signals.csv', 'indicators', 'indicators.csv', 'datasets', 'codebook']) await expectSame(path);
  await expectSame('signals', { country: ['RS'] }, 'lines=all&weeks=20');
  await expectSame('indicators', {}, 'from_year=2019&to_year=2022&locations=together');
  for (const text of ['nis', 'Ниш', 'sab', 'nowhere', 'ti'])
    await expectSame('places', {}, `q=${encodeURIComponent(text)}&limit=20`);
});

test('whole records are the same, and so is an incident in the middle of its list', async () => {
  const { items } = (await used.app.inject('/api/v1/incidents?limit=40&sort=killed')).json<IncidentList>();
  for (const { id } of items) await expectSame(`incidents/${id}`);
  await expectSame('incidents', {}, `around=${items[7]!.id}&limit=5&sort=place`);
  await expectSame('incidents', {}, 'around=AV-000000000000&limit=5');
  for (const text of [items[0]!.id, items[1]!.id.slice(3, 8), items[2]!.id.slice(0, 11)])
    await expectSame('incidents', { q: text }, 'limit=3');
});

test('records that were retracted or removed are told of in the same words', async () => {
  const retracted = await used.database.connections`select public_id from incidents where status = 'retracted'`;
  const removed = await used.database.connections`select public_id from removed_incidents`;
  expect(retracted.length).toBeGreaterThan(64);
  for (const { public_id } of [...retracted, ...removed]) await expectSame(`incidents/${public_id}`);
  const answered = (one: (typeof removed)[number] | undefined) => both(`/api/v1/incidents/${one?.public_id}`);
  expect((await answered(retracted.at(-1))).site).toMatchObject({ status: 200, content: { status: 'retracted' } });
  expect((await answered(removed[0])).site).toMatchObject({ status: 410, content: { code: 'removed' } });
});

test('what cannot be answered is refused in the same words', async () => {
  for (const [path, more] of [
    ['summary', 'country=Narnia'],
    ['summary', 'wepon=handgun'],
    ['summary', 'interval=day&from=1950-01-01&to=2100-01-01'],
    ['incidents', 'offset=1&around=AV-000000000000'],
    ['incidents/AV-000000000000', ''],
    ['tiles/3/99/0.mvt', ''],
    ['pages/place', ''],
    ['indicators', 'from_year=2020&to_year=2019'],
    ['places', 'q='],
  ] as const)
    await expectSame(path, {}, more);
});

/** What a site has as a file, or not at all: see docs/site.md. */
const withoutSite = [
  ...exportFormatNames
    .filter((name) => !portableFormatNames.some((one) => one === name))
    .map((name) => `incidents.${exportFormat(name).extension}`),
  'tiles.json',
  'signals.atom',
  'basemap/{layer}',
  'packed',
  'packed/{year}',
];

test('every address of the API is answered, or is said to be left out', async () => {
  const paths = Object.keys((await used.app.inject('/api/openapi.json')).json<{ paths: object }>().paths);
  const left: string[] = [];
  for (const path of paths.flatMap((one) => one.split('/api/v1/')[1] ?? [])) {
    const url = `/api/v1/${path.replace('{z}/{x}/{y}', '0/0/0').replace('{id}', 'AV-000000000000').replace('{year}', '2020')}`;
    const { body } = await site.answer({ url, method: 'GET' }, signal);
    if (typeof body === 'string' && /There is nothing at|without a server/.test(body)) left.push(path);
  }
  expect(left.toSorted()).toEqual(withoutSite.toSorted());
});

test('a host that gives whole files only does as well', async () => {
  const whole = siteOf(false);
  await expectSame('incidents', { country: ['RS'] }, 'sort=place&limit=50', whole);
  await expectSame('incidents.csv', { country: ['RS'] }, '', whole);
});

test('the same record has the same files, and a change changes only those of its year', async () => {
  const before = new Set(files.keys());
  const again = await publish();
  expect(again.manifest).toEqual(expect.objectContaining({ years: manifest.years, orders: manifest.orders }));
  expect(new Set(files.keys())).toEqual(before);
});
