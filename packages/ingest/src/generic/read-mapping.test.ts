import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMapping } from './read-mapping.ts';

const start = `dataset:
  slug: my-city
  title: My city
  licence: CC-BY-4.0
  attribution: My city
`;
const read = (rest: string, head = start) => readMapping(head + rest, 'city.yaml');
const good = `incident:
  source_key: id
  occurred_on: date
  country: { value: RS }
  type: { value: other }
`;

describe('a mapping file', () => {
  it('may be short; its short forms are written out', () => {
    const mapping = read(`${good}  killed: { column: [dead, killed], values: { none: 0, 1: 1 }, default: 0 }
people:
  - sex: { column: sex, values: { F: woman, M: man, X: null }, otherwise: null }
null_words: [NA, -99]
`);
    expect(mapping.incident.occurred_on).toEqual({ column: ['date'] });
    expect(mapping.incident.killed).toEqual({ column: ['dead', 'killed'], values: { none: '0', 1: '1' }, default: '0' });
    expect(mapping.people?.[0]?.sex?.values).toEqual({ F: 'woman', M: 'man', X: null });
    expect(mapping.null_words).toEqual(['NA', '-99']);
  });

  it('of Philadelphia is one', () => {
    const text = readFileSync(new URL('../../mappings/philadelphia.yaml', import.meta.url), 'utf8');
    expect(readMapping(text, 'philadelphia.yaml').group_by).toBe('dc_key');
  });

  it.each([
    ['incident: [', /^city\.yaml, line 6: this is not valid YAML: /],
    [`${good}  typ: x\n`, 'line 11, incident.typ: unknown key. Use one of source_key, occurred_on, '],
    [
      `${good}  setting: { colum: x }\n`,
      'line 11, incident.setting.colum: unknown key. Use one of column, value, values, otherwise, default.',
    ],
    [
      `${good}  setting: { column: x, values: { bar: cafe } }\n`,
      'line 11, incident.setting.values.bar: use one of home, street, hospitality, ',
    ],
    [`${good}  setting: { column: x, otherwise: elsewhere }\n`, 'line 11, incident.setting.otherwise: use one of home, '],
    [`${good}  setting: { column: x, value: home }\n`, 'line 11, incident.setting: give either "column" or "value", not both.'],
    [`${good}  setting: {}\n`, 'line 11, incident.setting: give either "column" or "value", not both.'],
    [`${good}  lon: x\n`, 'line 7, incident: give "lon" and "lat" together.'],
    [
      `${good}  lon: x\n  lat: y\n  coordinates: z\n`,
      'line 13, incident.coordinates: give either "coordinates" or "lon" and "lat", not both.',
    ],
    [`${good}  coordinates: { column: z, order: north_first }\n`, 'incident.coordinates.order: use one of lat_lon, lon_lat.'],
    [
      `${good}  local_time: { column: t, formats: hh.MM.xx }\n`,
      'incident.local_time.formats: "hh.MM.xx" contains "xx", which is not one of YYYY, ',
    ],
    [`${good}people:\n  - sex: { value: male }\n`, 'line 12, people.0.sex.value: use one of woman, man, not_reported.'],
    [`${good}people: { sex: x }\n`, 'line 11, people: this must be a list.'],
    [`${good}people: [sex]\n`, 'line 11, people.0: this must be a set of keys and values.'],
    [`${good}group_by: [case]\n`, 'line 11, group_by: this must be text.'],
    [`${good}  setting: { column: x, default: null }\n`, 'line 11, incident.setting.default: use one of home, '],
    [`${good}  place: { column: x, values: { a: [b] } }\n`, 'line 11, incident.place.values.a: this must be text or null.'],
    [`${good}file: { delimiter: ';;' }\n`, 'line 11, file.delimiter: this must not have more than 1 character.'],
    [
      'incident: { occurred_on: d, type: t, country: c }\n',
      'incident: the key "source_key" is missing. Name the column that identifies an incident.',
    ],
    ['incident: { source_key: i, type: t, country: c }\n', 'incident: the key "occurred_on" is missing.'],
    ['incident: { source_key: i, occurred_on: d, country: c }\n', 'incident: the key "type" is missing.'],
    ['incident: { source_key: i, occurred_on: d, type: t }\n', 'incident: give "country" or coordinates.'],
  ])('with a mistake is refused with line, path and what is allowed: %s', (rest, message) => {
    expect(() => read(rest)).toThrow(message);
  });

  it('reports all mistakes at once', () => {
    const head = 'dataset:\n  slug: My City\n  title: x\n  url: ftp://x\n';
    expect(() => read(good, head)).toThrow(
      /the key "licence" is missing[\s\S]*dataset\.url: this must be an address that starts with http/,
    );
    expect(() => read(good, `${start}  synthetic: maybe\n`)).toThrow('line 6, dataset.synthetic: this must be true or false.');
    expect(() => read(good, start.replace('my-city', 'My City'))).toThrow(
      'line 2, dataset.slug: use lower-case letters, digits and single hyphens.',
    );
  });

  it('that is not a mapping at all is refused', () => {
    for (const text of ['', 'just words', '- a\n- b'])
      expect(() => readMapping(text, 'city.yaml')).toThrow(/city\.yaml: the mapping is not valid/);
  });
});
