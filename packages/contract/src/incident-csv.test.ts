import { unsafeCharacters, vocabularies } from '@monitor/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, type CsvStyle, csvStyles } from './csv-text.ts';
import { csvHeader, csvRowWriter, hxlRow } from './csv-document.ts';
import { chosenColumns, columnsOfStyle, csvColumns, optionalColumns } from './incident-csv.ts';
import type { IncidentNames } from './incident-names.ts';
import { type IncidentExport, IncidentItem } from './incidents.ts';
import { minimalRecord } from '../../domain/testing/made-up-drafts.ts';
import { anyCharacter } from '../../../testing/any-character.ts';

const noRange = { age_from: null, age_to: null };

const item: IncidentExport = {
  ...minimalRecord,
  id: '0000001',
  dataset: 'demo',
  source_key: '20230503',
  occurred_on: '2023-05-03',
  local_time: '08:40',
  country: 'XK',
  region: 'XK-01',
  place: 'Ђаковица, "стари град"',
  lon: -20.5,
  lat: 42.38,
  setting: 'street',
  urbanity: 'urban',
  type_as_reported: '=HYPERLINK("http://example.org")',
  injured: 0,
  threatened: 2,
  weapons: ['handgun', 'ammunition'],
  sources: ['media', 'official'],
  killed_high: 3,
  injured_low: 0,
  people: [
    { role: 'victim', sex: 'woman', age_band: '0-18', outcome: 'injured', relationship: 'intimate_partner', ...noRange },
    { role: 'perpetrator', sex: 'man', age_band: '36-60', outcome: 'unharmed', relationship: 'intimate_partner', ...noRange },
    {
      role: 'victim',
      sex: 'not_reported',
      age_band: '61-plus',
      outcome: 'threatened',
      relationship: 'stranger',
      age_from: 65,
      age_to: null,
    },
  ],
  weapon_details: [
    { class: 'handgun', count: 2, legal: 'illegal', mode: 'seized', traced: 'no' },
    { class: 'ammunition', count: null, legal: 'not_reported', mode: null, traced: 'not_reported' },
  ],
  source_details: [
    { kind: 'media', publisher: 'Вести; "дневник"', url: 'https://example.org/a;b', published_on: '2023-05-04', language: 'sr' },
    { kind: 'official', publisher: null, url: null, published_on: null, language: null },
    { kind: 'media', publisher: '=1+1', url: null, published_on: '2023-05-05', language: null },
  ],
};

const lookups: IncidentNames = {
  address: (id) => `https://monitor.example/explore?incident=${id}`,
  location: (code) => (code === 'XK' ? { name: 'Kosovo*', note: 'See resolution 1244.' } : undefined),
  region: (code) => (code === 'XK-01' ? { name: 'Gjakova' } : undefined),
  dataset: () => ({ killed_includes_suicides: false, synthetic: true, licence: 'CC0-1.0', attribution: 'Made up' }),
};

const csvRow = (of: IncidentExport, style: CsvStyle = 'plain') => csvRowWriter(columnsOfStyle[style], lookups, style)(of);

/** Reads one line of RFC 4180 the slow and obvious way. */
function cellsOf(line: string, separator: ',' | ';' = ','): string[] {
  const cell = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^"${separator}]*))`, 'g');
  return [...line.replace(/\r\n$/, '').matchAll(cell)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

function rowOf(of: IncidentExport): Record<string, string | undefined> {
  const cells = cellsOf(csvRow(of));
  return Object.fromEntries(csvColumns.map(({ name }, index) => [name, cells[index]]));
}

const introduction = `# Columns of the CSV

These are the columns of \`GET /api/v1/incidents.csv\` and of \`monitor export\`, in order. Column names do not change. The codes are
those of the codebook (\`GET /api/v1/codebook\`). Text that a spreadsheet would run as a formula has an apostrophe in front. The second
column is the row of hashtags ([HXL](https://hxlstandard.org)) that \`hxl=1\` adds under the header. The readable style
(\`style=readable\`, \`monitor export --readable\`) has labels instead of codes, and leaves out these columns because the next one gives
the name: ${csvColumns.flatMap(({ name, readable }) => (readable === null ? [`\`${name}\``] : [])).join(', ')}. A choice of columns (\`columns=place,killed\`, \`monitor export --columns\`) always includes these, since they say
how the others may be read and used: ${csvColumns.flatMap(({ name, always }) => (always === true ? [`\`${name}\``] : [])).join(', ')}.
A test writes this file.

| Column | HXL | Meaning |
| --- | --- | --- |`;

describe('the CSV of incidents', () => {
  it('has every field of the list, in the order of the contract', () => {
    const fields = Object.keys(IncidentItem.properties);
    expect(csvColumns.map(({ name }) => name).filter((name) => fields.includes(name))).toEqual(fields);
  });

  it('has a header, and hashtags under it that are well formed and used once', () => {
    expect(csvHeader(csvColumns)).toMatch(/^id,dataset,occurred_on,.*,licence,attribution\r\n$/);
    expect(cellsOf(hxlRow(csvColumns))).toHaveLength(csvColumns.length);
    for (const { hxl } of csvColumns) expect(hxl).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    expect(new Set(csvColumns.map(({ hxl }) => hxl)).size).toBe(csvColumns.length);
  });

  it('has names that are variables in every program, each once', () => {
    for (const { name } of csvColumns) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(new Set(csvColumns.map(({ name }) => name)).size).toBe(csvColumns.length);
  });

  it('is described by its document', async () => {
    // Updated by: npx pnpm@12.4.2 exec vitest run packages/contract -u
    const rows = chosenColumns({ compared: true }).map(({ name, hxl, meaning }) => `| \`${name}\` | \`${hxl}\` | ${meaning} |`);
    await expect(`${introduction}\n${rows.join('\n')}\n`).toMatchFileSnapshot('../../../docs/csv-columns.md');
  });

  it('writes a row with names beside codes, unknown apart from zero, and its licence', () => {
    expect(rowOf(item)).toMatchObject({
      country: 'XK',
      country_name: 'Kosovo*',
      country_note: 'See resolution 1244.',
      region_name: 'Gjakova',
      place: 'Ђаковица, "стари град"',
      lon: '-20.5',
      killed: '',
      injured: '0',
      weapons: 'handgun;ammunition',
      sources: 'media;official',
      source_key: '20230503',
      synthetic: 'true',
      licence: 'CC0-1.0',
      attribution: 'Made up',
      killed_includes_suicides: 'false',
    });
  });

  it('lists people, weapons and sources, counted and one by one', () => {
    expect(rowOf(item)).toMatchObject({
      killed_low: '',
      killed_high: '3',
      injured_low: '0',
      injured_high: '',
      victims_described: '2',
      victims_sex_woman: '1',
      victims_sex_man: '0',
      victims_sex_not_reported: '1',
      victims_age_0_18: '1',
      victims_age_19_35: '0',
      victims_age_61_plus: '1',
      victims_age_not_reported: '0',
      victims_details: 'woman:0-18:injured:intimate_partner::;not_reported:61-plus:threatened:stranger:65:',
      perpetrators_described: '1',
      perpetrators_sex_man: '1',
      perpetrators_age_36_60: '1',
      perpetrators_details: 'man:36-60:unharmed:intimate_partner::',
      relationships: 'intimate_partner;stranger',
      weapon_details: 'handgun:illegal:seized:no:2;ammunition:not_reported::not_reported:',
      source_kinds: 'media;official;media',
      source_publishers: `Вести, "дневник";;'=1+1`,
      source_dates: '2023-05-04;;2023-05-05',
      source_urls: 'https://example.org/a%3Bb;;',
      url: 'https://monitor.example/explore?incident=0000001',
      iccs: '',
    });
  });

  it('is written for people with words in place of codes, and as Excel reads it where the decimal mark is a comma', () => {
    const header = csvHeader(columnsOfStyle.readable, 'readable').replace(/\r\n$/, '').split(';');
    const row = cellsOf(csvRow(item, 'readable'), ';');
    expect(row).toHaveLength(header.length);
    expect(header).toEqual(csvColumns.map(({ name }) => name).filter((name) => name !== 'country' && name !== 'region'));
    expect(cellsOf(hxlRow(columnsOfStyle.readable, 'readable'), ';')).toHaveLength(header.length);
    expect(Object.fromEntries(header.map((name, index) => [name, row[index]]))).toMatchObject({
      id: '0000001',
      occurred_on: '2023-05-03',
      date_precision: 'Day',
      country_name: 'Kosovo*',
      region_name: 'Gjakova',
      lon: '-20,5',
      type: 'Public dispute',
      subtype: '',
      type_as_reported: `'=HYPERLINK("http://example.org")`,
      killed: '',
      injured: '0',
      weapons: 'Handgun; Ammunition',
      sources: 'Media; Official',
      victims_details:
        'sex: Woman, age band: 0–18, outcome: Injured, relationship: Intimate partner; sex: Not reported, age band: 61 and older, outcome: Threatened, relationship: Stranger, age from: 65',
      relationships: 'Intimate partner; Stranger',
      weapon_details:
        'class: Handgun, legal: Illegal, mode: Seized, traced: No, count: 2; class: Ammunition, legal: Not reported, traced: Not reported',
      source_kinds: 'Media; Official; Media',
      source_publishers: `Вести, "дневник"; ; '=1+1`,
      source_urls: 'https://example.org/a%3Bb; ; ',
      killed_includes_suicides: 'No',
      synthetic: 'Yes',
    });
  });

  it('has no code of a vocabulary in a readable row whose label differs', () => {
    const codes = Object.values(vocabularies).flatMap(({ terms }) => terms.filter(({ code, label }) => code !== label));
    const words = cellsOf(csvRow(item, 'readable'), ';')
      .flatMap((cell) => cell.split(/[;,] /))
      .map((word) => word.replace(/^[a-z ]+: /, ''));
    expect(codes.map(({ code }) => code).filter((code) => words.includes(code))).toEqual([]);
  });

  it('keeps "nobody described" apart from "nobody"', () => {
    expect(rowOf({ ...item, people: [], weapon_details: [], source_details: [] })).toMatchObject({
      victims_described: '0',
      victims_sex_woman: '',
      victims_age_0_18: '',
      victims_details: '',
      perpetrators_sex_man: '',
      relationships: '',
      weapon_details: '',
      source_urls: '',
    });
  });

  it('disarms what follows a semicolon, which ends a cell where the decimal mark is a comma', () => {
    expect(csvLine(['Ниш;=1+1', 'a\n@b', 'handgun:-:+', '2023-05-04;2023-05-05'])).toBe(
      `Ниш;'=1+1,"a\n'@b",handgun:-:+,2023-05-04;2023-05-05\r\n`,
    );
  });

  it('keeps a spreadsheet from running text as a formula, and leaves numbers alone', () => {
    expect(csvRow(item)).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝'])
      expect(cellsOf(csvLine([`${start}1+1`]))).toEqual([`'${start}1+1`]);
    expect(csvLine([-1.5, 0, true, null, undefined])).toBe('-1.5,0,true,,\r\n');
  });

  it('disarms formulas in every value of a readable list', () => {
    const sources = ['=1+1', '@x', null].map((publisher) => ({
      kind: 'media' as const,
      publisher,
      url: null,
      published_on: null,
      language: null,
    }));
    expect(csvRow({ ...item, source_details: sources }, 'readable')).toContain(`"'=1+1; '@x; "`);
  });

  it('reads back as what was written, where there is nothing to disarm', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter }), { minLength: 1 }), (texts) => {
        const plain = texts.map((text) => `x${text.replaceAll(/[;\t\r\n]/g, '\n ').replaceAll(unsafeCharacters, '')}`);
        expect(cellsOf(csvLine(plain))).toEqual(plain);
      }),
    );
  });

  it('writes each row as if it were the only one, whatever it remembers of those before', () => {
    const shared = {
      country: ['XK', 'RS'],
      region: ['XK-01', null],
      dataset: ['demo', 'other'],
      people: [item.people, [], item.people.slice(1), [...item.people]],
      weapon_details: [item.weapon_details, []],
      weapons: [item.weapons, []],
      sources: [item.sources, []],
    } as const;
    const named: IncidentNames = {
      ...lookups,
      dataset: (slug) => ({ killed_includes_suicides: slug === 'other', synthetic: false, licence: slug, attribution: slug }),
    };
    const row = fc
      .record(Object.fromEntries(Object.entries(shared).map(([name, values]) => [name, fc.constantFrom<unknown>(...values)])))
      .map((values) => ({ ...item, ...values }));
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...csvStyles), (rows, style) => {
        expect(rows.map(csvRowWriter(columnsOfStyle[style], named, style))).toEqual(
          rows.map((one) => csvRowWriter(columnsOfStyle[style], named, style)(one)),
        );
      }),
    );
  });

  it('has the columns that are chosen in the usual order, beside those that say how the others may be used', () => {
    const names = (style: CsvStyle) => columnsOfStyle[style].map(({ name }) => name);
    fc.assert(
      fc.property(fc.shuffledSubarray([...optionalColumns]), fc.constantFrom(...csvStyles), (columns, style) => {
        const chosen = chosenColumns({ style, columns }).map(({ name }) => name);
        expect(chosen).toEqual(names(style).filter((name) => columns.includes(name) || !optionalColumns.includes(name)));
        expect(chosen).toEqual(expect.arrayContaining(['id', 'country_note', 'synthetic', 'licence', 'attribution']));
      }),
    );
  });

  it('needs neither guard nor quotes for a code', () => {
    const codes = Object.values(vocabularies).flatMap((vocabulary) => vocabulary.codes);
    for (const code of codes) expect(csvLine([code])).toBe(`${code}\r\n`);
  });
});
