import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, csvHeader, csvLine, type CsvLookups, csvRow, hxlRow } from './incident-csv.ts';
import { IncidentItem } from './incidents.ts';

const item: IncidentItem = {
  id: '0000001',
  dataset: 'demo',
  occurred_on: '2023-05-03',
  occurred_until: null,
  local_time: '08:40',
  date_precision: 'day',
  country: 'XK',
  region: 'XK-01',
  place: 'Ђаковица, "стари град"',
  lon: -20.5,
  lat: 42.38,
  place_precision: 'settlement',
  setting: 'street',
  urbanity: 'urban',
  type: 'public_dispute',
  subtype: null,
  type_as_reported: '=HYPERLINK("http://example.org")',
  killed: null,
  injured: 0,
  threatened: 2,
  suicides: null,
  weapons: ['handgun', 'ammunition'],
  sources: ['media', 'official'],
};

const lookups: CsvLookups = {
  location: (code) => (code === 'XK' ? { name: 'Kosovo*', note: 'See resolution 1244.' } : undefined),
  region: (code) => (code === 'XK-01' ? { name: 'Gjakova' } : undefined),
  dataset: () => ({ synthetic: true, licence: 'CC0-1.0', attribution: 'Made up' }),
};

/** Reads one line of RFC 4180 the slow and obvious way. */
function cellsOf(line: string): string[] {
  return [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

describe('the CSV of incidents', () => {
  it('has every field of the list, in the order of the contract', () => {
    const fields = Object.keys(IncidentItem.properties);
    expect(csvColumns.map(({ name }) => name).filter((name) => fields.includes(name))).toEqual(fields);
  });

  it('has a header, and hashtags under it that are well formed and used once', () => {
    expect(csvHeader()).toMatch(/^id,dataset,occurred_on,.*,licence,attribution\r\n$/);
    expect(cellsOf(hxlRow())).toHaveLength(csvColumns.length);
    for (const { hxl } of csvColumns) expect(hxl).toMatch(/^#[a-z][a-z0-9]*(\+[a-z]+)*$/);
    expect(new Set(csvColumns.map(({ hxl }) => hxl)).size).toBe(csvColumns.length);
  });

  it('writes a row with names beside codes, unknown apart from zero, and its licence', () => {
    const cells = cellsOf(csvRow(item, lookups));
    const row = Object.fromEntries(csvColumns.map(({ name }, index) => [name, cells[index]]));
    expect(row).toMatchObject({
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
      synthetic: 'true',
      licence: 'CC0-1.0',
      attribution: 'Made up',
    });
  });

  it('keeps a spreadsheet from running text as a formula, and leaves numbers alone', () => {
    expect(csvRow(item, lookups)).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝'])
      expect(cellsOf(csvLine([`${start}1+1`]))).toEqual([`'${start}1+1`]);
    expect(csvLine([-1.5, 0, true, null, undefined])).toBe('-1.5,0,true,,\r\n');
  });

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const plain = texts.map((text) => `x${text}`);
        expect(cellsOf(csvLine(plain))).toEqual(plain);
      }),
    );
  });
});
