import { loadGazetteer } from '@monitor/geography/gazetteer';
import { describe, expect, it } from 'vitest';
import { refuseUnknownRows } from '../generic/not-yet-known.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { testFile } from '../../testing/test-files.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { writeSketch } from './write-sketch.ts';

const gazetteer = await loadGazetteer();
const regions = ['Beograd', 'Nišava', 'Šumadija', 'Mačva', 'Kolubara', 'Zlatibor'];

async function sketched(content: string, name = 'data.csv') {
  const sketch = sketchMapping(await readSample(testFile(content, name)), gazetteer);
  const text = writeSketch(sketch, []);
  const mapping = readMapping(text, 'test.yaml');
  return { mapping, asked: sketch.questions.find(({ path }) => path[0] === 'rows')?.text };
}

const table = (header: string, row: (region: string, at: number) => string) =>
  `${header}\n${Array.from({ length: 30 }, (_, at) => `${row(regions[at % 6]!, at)}\n`).join('')}`;

const totals: [string, string, RegExp, string?][] = [
  [
    'years as columns',
    table('region,2021,2022,2023', (region, at) => `${region},${at},${at + 4},1`),
    /: "2021", "2022", "2023" are years[.;]/,
  ],
  ['names that end with years', table('region,deaths 2021,deaths 2022', (region, at) => `${region},${at},${at + 4}`), /: "deaths 2021", "deaths 2022" are years[.;]/], // prettier-ignore
  ['years as keys of JSON', JSON.stringify(regions.map((region, at) => ({ region, 2021: at, 2022: 3 * at }))), /: "2021", "2022" are years[.;]/, 'a.json'], // prettier-ignore
  ['years in an object of JSON', JSON.stringify(regions.map((region, at) => ({ region, deaths: { 2021: at, 2022: 3 * at } }))), /: "deaths.2021", "deaths.2022" are years[.;]/, 'a.json'], // prettier-ignore
  ['a number for each year', table('year,region,killed', (region, at) => `${2000 + at},${region},${at % 9}`), /: "killed" is 3\.\d on average, and no column has the day[.;]/], // prettier-ignore
  ['a number of each place', table('municipality,code,total incidents', (region, at) => `${region},C${at},${at * 100}`), /: "total incidents" is 1,450 on average, and no column has the day[.;]/], // prettier-ignore
  ['a date of the most recent', table('place,deaths,most recent', (region, at) => `${region},${at % 2},2024-03-1${at % 10}`), /: "most recent" is the date of the last of several[.;]/], // prettier-ignore
  ['a date of the last death', table('place,n,last_death', (region, at) => `${region},${at % 2},2024-03-1${at % 10}`), /: "last_death" is the date of the last of several[.;]/], // prettier-ignore
  ['a number for each day', table('date,region,killed,injured', (region, at) => `2024-03-${10 + (at % 20)},${region},${at},${2 * at}`), /: "killed", "injured" are 43\.5 on average, and nothing else is said of a row[.;]/], // prettier-ignore
  ['a sum so far', table('date,city,cumulative deaths', (_, at) => `2024-03-${10 + (at % 20)},Niš,${at}`), /: "cumulative deaths" is a sum of all rows before[.;]/], // prettier-ignore
];

describe('a file whose rows are totals', () => {
  it.each(totals)(
    'is one with %s: the sketch asks, and the import refuses the mapping until it is answered',
    async (_, content, why, name) => {
      // prettier-ignore
      const { mapping, asked } = await sketched(content, name);
      expect(asked).toMatch(/^is each row one incident or one person\? They look like totals: /);
      expect(asked).toMatch(why);
      expect(mapping.rows).toBe('not yet known');
      expect(() => refuseUnknownRows(mapping, 'mine.yaml')).toThrow(
        'mine.yaml: "rows" is "not yet known". Rows of this file may be totals, and each would be imported as one incident. ' +
          'If each row is one incident or one person, write "rows: incidents". If not, get the file that has a row for each of them. Nothing was imported.',
      );
      refuseUnknownRows({ ...mapping, rows: 'incidents' }, 'mine.yaml');
    },
  );

  it.each([
    ['incidents', 'date,city,killed,injured', (_: string, at: number) => `2024-03-${10 + (at % 20)},Niš,${at % 3},${at % 4}`],
    ['incidents with a total', 'date,city,type,killed,injured,total victims', (_: string, at: number) => `2024-03-${10 + (at % 20)},Niš,${at % 2 ? 'robbery' : 'quarrel'},4,8,12`], // prettier-ignore
    ['victims, with their ages', 'year,city,age,sex,outcome', (_: string, at: number) => `20${10 + at % 10},Niš,${20 + at},${at % 2 ? 'male' : 'female'},killed`], // prettier-ignore
    ['incidents of a year', 'case,year,city,killed', (_: string, at: number) => `A${at},20${10 + (at % 10)},Niš,1`],
    ['incidents with a day when the record changed', 'date,city,killed,last updated', (_: string, at: number) => `2024-03-${10 + (at % 20)},Niš,${at % 3},2025-01-01`], // prettier-ignore
  ])('is not one of %s', async (_, header, row) => {
    const { mapping, asked } = await sketched(table(header, row));
    expect([mapping.rows, asked]).toEqual([undefined, undefined]);
  });
});
