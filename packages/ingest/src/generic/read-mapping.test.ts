import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFile } from '../../testing/test-files.ts';
import { loadMapping, readMapping } from './read-mapping.ts';

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

  it.each([
    ['incident: [', /^city\.yaml, line 6: this is not valid YAML: /],
    [`${good}  typ: x\n`, 'line 11, incident.typ: unknown key. Did you mean "type"? Use one of source_key, occurred_on, '],
    [
      `${good}  setting: { colum: x }\n`,
      'line 11, incident.setting.colum: unknown key. Did you mean "column"? Use one of column, value, values, otherwise, default.',
    ],
    [
      `${good}  setting: { column: x, values: { bar: cafe } }\n`,
      'line 11, incident.setting.values.bar: use one of home, street, hospitality, ',
    ],
    [`${good}  setting: { column: x, otherwise: elsewhere }\n`, 'line 11, incident.setting.otherwise: use one of home, '],
    [`${good}  setting: { column: x, value: home }\n`, 'line 11, incident.setting: give either "column" or "value", not both.'],
    [`${good}  setting: {}\n`, 'line 11, incident.setting: give either "column" or "value", not both.'],
    [`${good}  lon: x\n`, 'line 6, incident: give "lon" and "lat" together.'],
    [
      `${good}  lon: x\n  lat: y\n  coordinates: z\n`,
      'line 13, incident.coordinates: give either "coordinates" or "lon" and "lat", not both.',
    ],
    [`${good}  coordinates: { column: z, order: north_first }\n`, 'incident.coordinates.order: use one of lat_lon, lon_lat.'],
    [
      `${good}  local_time: { column: t, formats: hh.MM.xx }\n`,
      'incident.local_time.formats: "hh.MM.xx" contains "xx", which is not one of YYYY, ',
    ],
    [
      `${good}  local_time: { column: t, formats: H:mmZ, zone: Narnia }\n`,
      'incident.local_time.zone: "Narnia" is not a time zone. Write one such as Europe/Belgrade or UTC.',
    ],
    [
      `${good}  local_time: { column: t, formats: unix }\n`,
      'incident.local_time.formats: give "zone" as well, such as "zone: Europe/Belgrade": the day of "unix" depends on it.',
    ],
    [
      `${good}  local_time: { join: [hour, minute] }\n`,
      'line 11, incident.local_time: say with "formats" how these columns are written with blanks between them, such as "YYYY M D".',
    ],
    [`${good}people:\n  - sex: { value: male }\n`, 'line 12, people.0.sex.value: use one of woman, man, not_reported.'],
    [`${good}people: { sex: x }\n`, 'line 11, people: this must be a list.'],
    [`${good}people: [sex]\n`, 'line 11, people.0: this must be a set of keys and values.'],
    [`${good}grp_by: case\n`, 'line 11, grp_by: unknown key. Did you mean "group_by"? Use one of dataset, '],
    [good.replace('incident', 'incidents'), 'line 6, incidents: unknown key. Did you mean "incident"? Use one of dataset, '],
    [`${good}weather: case\n`, 'line 11, weather: unknown key. Use one of dataset, '],
    [
      `${good}people_file: { group_by: ref }\n`,
      'people_file: give "group_by" as well: the column of the other file that identifies',
    ],
    [`${good}people_file: { group_by: ref }\n`, 'people_file: say under "people" what this file has.'],
    [`${good}people_file: { group_by: [a, b] }\n`, 'people_file.group_by: if these columns together identify an incident, write'],
    [`${good}people_file: victims.csv\n`, 'line 11, people_file: this must be a set of keys and values.'],
    [
      `${good}weapons: [{ class: { column: x, values: { knife: blade } } }]\n`,
      'weapons.0.class.values.knife: use one of handgun, ',
    ],
    [`${good}where: [case]\n`, 'line 11, where: this must be a set of keys and values.'],
    [`${good}where: { case: [] }\n`, 'line 11, where.case: this must not have fewer than 1 item.'],
    [`${good}where: { case: [[a]] }\n`, 'line 11, where.case.0: this must be text or null.'],
    [
      `${good}group_by: [date, lat]\n`,
      'line 11, group_by: if these columns together identify an incident, write { join: [date, lat] }.',
    ],
    [`${good}group_by: { sum: [date, lat] }\n`, 'line 11, group_by.sum: unknown key. Use one of column, join.'],
    [`${good}group_by: { column: a, join: [b, c] }\n`, 'line 11, group_by: give either "column" or "join", not both.'],
    [
      `${good}  killed: [civilians, officers]\n`,
      'line 11, incident.killed: to add up these columns, write { sum: [civilians, officers] }. For the first that is not empty, write { column: [civilians, officers] }.',
    ],
    [
      `${good}weapons: [{ count: [pistols, rifles] }]\n`,
      'line 11, weapons.0.count: to add up these columns, write { sum: [pistols, rifles] }.',
    ],
    [`${good}  killed: { sum: [a, b], column: c }\n`, 'line 11, incident.killed: give only one of "column", "sum".'],
    [`${good}  place: { sum: [a, b] }\n`, 'line 11, incident.place.sum: unknown key.'],
    [`${good}  place: { join: [a, b] }\n`, 'line 11, incident.place.join: unknown key.'],
    [`${good}  setting: { column: x, default: null }\n`, 'line 11, incident.setting.default: use one of home, '],
    [`${good}  place: { column: x, values: { a: [b] } }\n`, 'line 11, incident.place.values.a: this must be text or null.'],
    [`${good}file: { delimiter: ';;' }\n`, 'line 11, file.delimiter: this must not have more than 1 character.'],
    ['incident: { source_key: i, type: t, country: c }\n', 'incident: the key "occurred_on" is missing.'],
    ['incident: { source_key: i, occurred_on: d, country: c }\n', 'incident: the key "type" is missing.'],
    [
      'incident: { occurred_on: d, type: t, country: { default: RS } }\n',
      'incident.country: give either "column" or "value", not both.',
    ],
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

  it('reports mistakes that a schema alone would not find, such as wrong constants', () => {
    const wrong = `incident:
  source_key: id
  ocurred_on: date
  local_time: { value: noon }
  occurred_until: { column: end, default: 2023-02-30 }
  country: { value: Narnia }
  region: { value: RS-99 }
  place: [selo, 7]
  type: { value: suicide }
  subtype: { value: domestic_violence.family_member }
  killed: { column: dead, values: { many: lots, none: 0 } }
  injured: { value: -1 }
  setting: { value: cafe }
  urbanity: { value: town }
  part_of_day: { value: noon }
  coordinates: { value: 44.81 }
group_by: case
people:
  - { role: { value: victim }, age: { value: 200 }, sex: { value: male } }
  - { role: { value: perpetrator } }
weapons:
  - { class: gun, count: { value: some }, legal: { value: maybe } }
sources:
  - { url: { value: 'javascript:alert(1)' }, language: { value: '?' }, published_on: { value: yesterday } }
`;
    let message = '';
    try {
      read(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    const lines = message.split('\n').slice(1);
    expect(lines.map((line) => line.trim().replace(/^line (\d+), ([\w.]+): .*$/, '$1 $2'))).toEqual([
      '6 incident',
      '8 incident.ocurred_on',
      '9 incident.local_time.value',
      '10 incident.occurred_until.default',
      '11 incident.country.value',
      '12 incident.region.value',
      '13 incident.place.column.1',
      '15 incident.subtype.value',
      '16 incident.killed.values.many',
      '17 incident.injured.value',
      '18 incident.setting.value',
      '19 incident.urbanity.value',
      '20 incident.part_of_day.value',
      '21 incident.coordinates.value',
      '24 people.0.sex.value',
      '24 people.0.age.value',
      '25 people.1',
      '27 weapons.0.legal.value',
      '27 weapons.0.count.value',
      '29 sources.0.url.value',
      '29 sources.0.language.value',
      '29 sources.0.published_on.value',
    ]);
    expect(message).toContain('"Narnia" is not a known location.');
    expect(message).toContain('"lots" is not a whole number of people.');
  });

  it('reports all that is wrong with its YAML', () => {
    expect(() => read(`${good}  type: x\n  country: y\n`)).toThrow(/line 11: this is not valid YAML[^\n]*\n.*line 12: this is not/);
  });

  it.each([
    ['aliases of aliases', `a: &a [x]\n${'bcdefghi'.replaceAll(/./g, (key) => `${key}: &${key} [${Array(9).fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`).join()}]\n`)}`], // prettier-ignore
    ['an alias of nothing', 'a: *x'],
    ['open brackets', '['.repeat(200_000)],
    ['closed brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['hyphens', `${'- '.repeat(20_000)}x`],
  ])('of endless %s is refused in one line', (_, text) => {
    expect(() => readMapping(text, 'city.yaml')).toThrow(
      /^city\.yaml: (?:the aliases \(\*\) in this file repeat its parts too often|this has too many levels to be a mapping|Unresolved alias .*)\.?[^\n]*$/,
    );
  });

  it('of another kind is refused in a message of bounded length', () => {
    const keys = Array.from({ length: 900 }, (_, index) => `key${index}: 1\n`).join('');
    expect(() => read(good + keys)).toThrow(/… and \d+ more problems\.$/);
  });

  it('that is not a file, or is too large, is refused in one line', async () => {
    const large = testFile('#'.repeat(2 ** 20 + 1), 'large.yaml');
    await expect(loadMapping(large)).rejects.toThrow(/large\.yaml: this file is larger than 1 MB, so it is not a mapping\.$/);
    await expect(loadMapping(dirname(large))).rejects.toThrow(/: this is not a file\. Name the mapping file\.$/);
    await expect(loadMapping(join(dirname(large), 'none.yaml'))).rejects.toThrow(/none\.yaml: file not found\.$/);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is refused at once', async () => {
    const pipe = join(dirname(testFile('')), 'pipe.yaml');
    spawnSync('mkfifo', [pipe]);
    await expect(loadMapping(pipe)).rejects.toThrow(/pipe\.yaml: this is not a file\./);
  });

  it('that is not a mapping at all is refused', () => {
    for (const text of ['', 'just words', '- a\n- b'])
      expect(() => readMapping(text, 'city.yaml')).toThrow(/city\.yaml: the mapping is not valid/);
  });
});
