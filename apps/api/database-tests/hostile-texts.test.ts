import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { foldText, romanised } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { genericFormat, readMapping } from '@monitor/ingest/generic';
import { verifyRecord } from '@monitor/store';
import { times } from '../../../testing/depth.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { textsShown } from '../../../packages/store/database-tests/shown-texts.ts';
import { importFiles, type ImportOutcome } from '../../cli/src/import-files.ts';
import { exportedTable, filesOf, formats } from './exported-rows.ts';
import { appWith, useTestApp } from './test-app.ts';

/*
 * Files whose every column of text says what must not be public: names of people in three scripts, nicknames and initials, telephone,
 * plate and personal numbers, addresses, and what happened to whom in twelve languages. All of it is made from parts at random, so that no
 * list of words can be fitted to it. None of it may be in anything that readers can get, and no point may be exact.
 */

const letters = fc.constantFrom('or', 'an', 'el', 'iv', 'um', 'es', 'ak', 'in', 'ov', 'ul');
const latin = fc.constantFrom('dr', ...Array.from('bdgklmnprstvzščžđşțëğ'));
const marks = {
  latin: ['ić', 'aj', 'escu', 'oğlu', 'son', 'i'],
  cyrillic: ['енко', 'ић', 'ов', 'ска', 'чук'],
  arabic: ['اني', 'زاده'],
};
const cyrillic = 'бвгджзклмнпрстфхцчш';
const arabic = 'بتجدرزسعفقكلمن';
const pick = (from: string) => fc.constantFrom(...Array.from(from));

/** A word that is in no list: three syllables and an end that names have. */
const word = fc.oneof(
  fc
    .tuple(latin, letters, latin, letters, latin, letters, fc.constantFrom(...marks.latin))
    .map((parts) => parts.join(''))
    .map((text) => text[0]!.toUpperCase() + text.slice(1)),
  fc
    .tuple(
      pick(cyrillic),
      pick('аеиоу'),
      pick(cyrillic),
      pick('аеиоу'),
      pick(cyrillic),
      pick('аеиоу'),
      pick(cyrillic),
      fc.constantFrom(...marks.cyrillic),
    )
    .map((parts) => parts.join(''))
    .map((text) => text[0]!.toUpperCase() + text.slice(1)),
  fc
    .tuple(pick(arabic), pick(arabic), pick(arabic), pick(arabic), pick(arabic), fc.constantFrom(...marks.arabic))
    .map((parts) => parts.join('')),
);
const digits = (count: number) => fc.array(pick('0123456789'), { minLength: count, maxLength: count }).map((all) => all.join(''));

/** What happened to whom: English, Serbian, Macedonian, Bulgarian, Albanian, Romanian, Ukrainian, Russian, Turkish, Croatian, German, Arabic. */
const deeds = [
  'Husband shot wife', 'ubistvo supruge', 'убиство на сопруга', 'съпруг застреля жена си', 'vrau gruan', 'și-a împușcat soția',
  'вбив дружину', 'застрелил жену', 'karısını vurdu', 'silovanje', 'Ehefrau erschossen', 'قتل زوجته', '17-godišnjak', 'силовање',
  'viol', 'tecavüz', 'samoubistvo', 'самогубство', 'nasilje u obitelji', 'fëmijë i plagosur',
]; // prettier-ignore
const deed = fc.constantFrom(...deeds);

/** A text, and the parts of it by which it can be found again. */
const secret = fc.oneof(
  fc.tuple(word, word).map(([given, family]) => ({ text: `${given} ${family}`, marks: [given, family] })),
  fc.tuple(word, word).map(([given, family]) => ({ text: `${family.toUpperCase()}, ${given[0]}.`, marks: [family] })),
  fc.tuple(deed, word, word).map(([what, given, family]) => ({ text: `${what} ${given} ${family}`, marks: [given, family] })),
  fc.tuple(deed, word).map(([what, nick]) => ({ text: `„${nick}“ (${what})`, marks: [nick] })),
  fc.tuple(word, digits(3)).map(([street, house]) => ({ text: `Ulica ${street} ${house}/2`, marks: [street] })),
  digits(13).map((number) => ({ text: number, marks: [number] })),
  digits(12).map((number) => ({ text: `+381 6${number}`, marks: [number] })),
  fc.tuple(digits(4), word).map(([number, plate]) => ({ text: `BG ${number}-${plate.slice(0, 2)} ${plate}`, marks: [plate] })),
  word.map((name) => ({ text: `@${name}`, marks: [name] })),
);

const rowCount = times(140, 1_000);
const places = ['Kragujevac', 'Niš', 'Novi Sad', 'Čačak'];
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number) => fc.sample(arbitrary, { numRuns });
const found: string[] = [];
/** A new secret, whose parts are looked for everywhere. */
const secrets = sample(secret, rowCount * 14)[Symbol.iterator]();
function next(): string {
  const { text, marks: parts } = secrets.next().value!;
  found.push(...parts);
  return text;
}

const hostOf = (text: string) =>
  `${
    foldText(romanised(text)[0] ?? text)
      .replaceAll(/[^a-z]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'x'
  }.example`;

function genericRows() {
  return Array.from({ length: rowCount }, (_, at) => ({
    id: at % 3 === 0 ? next() : `${at}-${next()}`,
    day: at % 40 === 1 ? next() : '2024-03-01',
    time: at % 7 === 1 ? next() : '21:47',
    place: at % 5 === 0 ? places[at % places.length] : next(),
    region: at % 9 === 1 ? next() : '',
    kind: at % 4 === 0 ? 'quarrel' : next(),
    said: at % 4 === 0 ? '' : at % 2 === 0 ? next() : deeds[at % deeds.length],
    // Of a quarrel, one of these is what nobody has explained.
    age: at % 12 === 0 ? next() : '40',
    who: at % 12 === 4 ? next() : 'neighbour',
    detail: at % 12 === 8 ? next() : '',
    where: next(),
    paper: next(),
    // A host that is somebody's, with an address that names nobody.
    link: `https://${hostOf(next())}/news/${7_000_000 + at}`,
    language: at % 3 === 1 ? next().split(' ')[0]!.slice(0, 8) : 'sr',
    lat: (43.3 + (at % 97) / 100).toFixed(5),
    lon: (20.9 + (at % 89) / 100).toFixed(5),
    killed: at % 30 === 2 ? next() : '1',
    sex: next(),
  }));
}

const mapping = `dataset: { slug: hostile, title: Hostile, licence: CC0-1.0, attribution: Nobody, public_identifiers: true }
incident:
  source_key: id
  occurred_on: day
  local_time: time
  country: { value: RS }
  region: region
  place: place
  lon: lon
  lat: lat
  type: { column: kind, values: { quarrel: public_dispute }, otherwise: other }
  type_as_reported: said
  subtype: detail
  setting: where
  killed: killed
  injured: { value: 0 }
people:
  - { role: { value: victim }, sex: sex, age: age, relationship: { column: who, values: { neighbour: acquaintance }, otherwise: other } }
sources:
  - { kind: { value: media }, publisher: paper, url: link, language: language }
`;

function archiveRows() {
  return Array.from({ length: 40 }, (_, at) => ({
    incident_id: next(),
    date: '2017-03-04',
    state: 'Ohio',
    city_or_county: next(),
    n_killed: '0',
    n_injured: '1',
    incident_characteristics: `${next()}||Shot - Wounded/Injured`,
    latitude: (39.9 + at / 1000).toFixed(4),
    longitude: '-82.9988',
    sources: `https://${hostOf(next())}/news/${at}`,
    location_description: next(),
    participant_relationship: `0::${next()}`,
    gun_type: `0::${next()}`,
  }));
}

function conflictRows() {
  return Array.from({ length: 40 }, (_, at) => ({
    id: String(900_000 + at),
    type_of_violence: '1',
    dyad_name: next(),
    source_office: next(),
    source_date: '2014-05-03',
    where_prec: '2',
    where_coordinates: next(),
    adm_1: 'Donetsk oblast',
    latitude: '48.139722',
    longitude: '37.742500',
    country: 'Ukraine',
    iso3: 'UKR',
    date_prec: '1',
    date_start: '2014-05-02',
    date_end: '2014-05-02',
    best: '1',
    high: '1',
    low: '1',
  }));
}

const used = useTestApp([], { template: ready, withSignals: true });
let folder: string;
const outcomes: ImportOutcome[] = [];
const logged: string[] = [];

async function importRows(name: string, rows: readonly object[], format: SourceFormat): Promise<void> {
  const path = join(folder, `${name}.csv`);
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row) as string[])];
  await writeFile(path, lines.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n'));
  const { slug = name, title = name, licence = 'CC0-1.0', attribution = 'Nobody', public_identifiers = false } = format.dataset;
  outcomes.push(
    await importFiles(used.database, {
      paths: [path],
      format,
      dataset: {
        slug,
        title,
        description: '',
        synthetic: false,
        killed_includes_suicides: false,
        public_identifiers,
        licence,
        licence_url: null,
        attribution,
        url: null,
      },
      gazetteer: await loadGazetteer(),
      today: '2026-07-01',
      elsewhere: folder,
      signal: new AbortController().signal,
    }),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-texts-'));
  await importRows('hostile', genericRows(), genericFormat(readMapping(mapping, 'hostile.yaml')));
  await importRows('archive', archiveRows(), gva);
  await importRows('conflict', conflictRows(), ucdpGed);
  await used.caughtUp();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a text says, in any spelling that the product writes. */
const spellings = (text: string) => [text, ...romanised(text)].map((one) => foldText(one));

/** The spellings of all secrets by their first letters, so that a text of megabytes is read once and not once for each. */
const beginnings = { of: 0, length: 0, forms: new Map<string, { readonly mark: string; readonly form: string }[]>() };

function findBeginnings(): void {
  const all = found.flatMap((mark) => spellings(mark).map((form) => ({ mark, form })));
  beginnings.of = found.length;
  beginnings.length = Math.min(...all.map(({ form }) => form.length));
  beginnings.forms.clear();
  for (const one of all) {
    const beginning = one.form.slice(0, beginnings.length);
    beginnings.forms.set(beginning, [...(beginnings.forms.get(beginning) ?? []), one]);
  }
}

/** The secrets that a text has. */
function leaked(text: string): string[] {
  if (beginnings.of !== found.length) findBeginnings();
  const { length, forms } = beginnings;
  const folded = foldText(text);
  const shown = new Set<string>();
  for (let at = 0; at + length <= folded.length; at++)
    for (const { mark, form } of forms.get(folded.slice(at, at + length)) ?? []) if (folded.startsWith(form, at)) shown.add(mark);
  return [...shown];
}

test('a secret is found wherever it is in a text, in any spelling', () => {
  for (const mark of found.filter((_, at) => at % 23 === 0))
    for (const spelling of [mark, ...romanised(mark)]) expect(leaked(`x${spelling}x`)).toContain(mark);
});

test('there are hundreds of them in each column, and most rows are stored', () => {
  expect(found.length).toBeGreaterThan(times(1_400, 9_500));
  const stored = outcomes.reduce((sum, outcome) => sum + (outcome.stored?.inserted ?? 0), 0);
  expect(stored).toBeGreaterThan(0.7 * (rowCount + 80));
});

test('no column that readers can read has one', async () => {
  const texts = await textsShown(used.database);
  expect(texts).toContain('hostile');
  expect(leaked(texts)).toEqual([]);
  expect((await verifyRecord(used.database)).record).toEqual([]);
});

test('no report of an import has one, nor a file of rejected rows', async () => {
  for (const { report, stored, rejectedFile } of outcomes) {
    expect(leaked(report.text({ stored }))).toEqual([]);
    if (rejectedFile !== undefined) expect(leaked(await readFile(rejectedFile, 'utf8'))).toEqual([]);
  }
});

const answers = [
  '/api/v1/incidents?limit=500',
  '/api/v1/summary?hours=1',
  '/api/v1/points',
  '/api/v1/hexagons?level=5',
  '/api/v1/settlements?measure=killed',
  '/api/v1/datasets',
  '/api/v1/codebook',
  '/api/v1/indicators',
  '/api/v1/signals',
  '/api/v1/signals.csv',
  '/catalog.jsonld',
  '/ogc/collections',
  '/ogc/collections/hostile/items?limit=1000',
  '/ogc/collections/archive/items?limit=1000',
  ...['0/0/0', '5/17/11', '8/142/93', '12/2288/1493'].map((tile) => `/api/v1/tiles/${tile}.mvt`),
  ...formats.map(({ extension }) => `/api/v1/incidents.${extension}`),
];

describe('no answer has one', () => {
  test.each(answers)('%s', async (address) => {
    const response = await used.app.inject(address);
    expect([200, 204]).toContain(response.statusCode);
    const bytes = response.rawPayload;
    const isPacked = bytes.subarray(0, 2).toString('latin1') === 'PK';
    expect(leaked(isPacked ? JSON.stringify([...(await filesOf(bytes))]) : bytes.toString('utf8'))).toEqual([]);
    if (address.endsWith('.parquet'))
      expect(leaked(JSON.stringify(await exportedTable('geoparquet', bytes), replaceLarge))).toEqual([]);
  });

  test('of the records, one by one, which are all coarse', async () => {
    const { items, total } = (await used.app.inject('/api/v1/incidents?limit=500&dataset=hostile')).json<IncidentList>();
    expect(total).toBeGreaterThan(rowCount / 2);
    for (const item of items) {
      expect(item).not.toMatchObject({ place_precision: 'exact' });
      expect(item.local_time).toBeNull();
    }
    for (const { id } of items.filter((_, at) => at % 5 === 0))
      expect(leaked((await used.app.inject(`/api/v1/incidents/${id}`)).body)).toEqual([]);
  });
});

test('no search finds one, and neither errors nor the log repeat it', async () => {
  const app = await appWith(used, { logLevel: 'info', logTo: { write: (line: string) => void logged.push(line) } });
  for (const mark of found.filter((_, at) => at % 23 === 0)) {
    const words = encodeURIComponent(mark);
    const list = await app.inject(`/api/v1/incidents?limit=1&q=${words}`);
    expect([mark, list.statusCode === 200 ? list.json<IncidentList>().total : 0]).toEqual([mark, 0]);
    expect((await app.inject(`/api/v1/places?q=${words}`)).json<{ places: unknown[] }>().places).toEqual([]);
  }
  expect(leaked(logged.join('\n'))).toEqual([]);
  await app.close();
});

function replaceLarge(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
