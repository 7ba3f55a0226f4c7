import { loadGazetteer } from '@monitor/geography/gazetteer';
import { describe, expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { writeSketch } from './write-sketch.ts';

const gazetteer = await loadGazetteer();

async function sketched(name: string, header: string, row: (at: number) => string, above = '') {
  const path = testFile(`${above}${header}\n${Array.from({ length: 40 }, (_, at) => `${row(at)}\n`).join('')}`, name);
  const sketch = sketchMapping(await readSample(path), gazetteer);
  const mapping = readMapping(writeSketch(sketch, []), 'test.yaml');
  const sums = async () => {
    const { drafts } = await readAll(path, genericFormat(mapping));
    const sum = (field: 'killed' | 'injured') => drafts.reduce((total, { draft }) => total + (draft[field] ?? 0), 0);
    return [drafts.length, sum('killed'), sum('injured')];
  };
  return { ...sketch, mapping, sums };
}

const day = (at: number) => `2024-03-${10 + (at % 20)}`;

describe('rows that are all deaths', () => {
  it.each([
    ['the name of the file', 'homicidios_2024.csv', 'id,fecha,ciudad,sexo', (at: number) => `A${at},${day(at)},Guayaquil,${at % 2 ? 'HOMBRE' : 'MUJER'}`, ''], // prettier-ignore
    ['a title', 'data.csv', 'id,datum,grad', (at: number) => `A${at},${day(at)},Niš`, 'Ubistva u 2024. godini,,\n'],
    ['a date', 'data.csv', 'id,date of death,city', (at: number) => `A${at},${day(at)},Niš`, ''],
    ['a date in Spanish', 'datos.csv', 'id,fecha_muerte,ciudad', (at: number) => `A${at},${day(at)},Guayaquil`, ''],
    ['all words of the type', 'data.csv', 'id,date,city,type', (at: number) => `A${at},${day(at)},Niš,${at % 2 ? 'Homicide' : 'Murder'}`, ''], // prettier-ignore
    ['the name of the file in Albanian', 'vrasjet.csv', 'id,data,qyteti', (at: number) => `A${at},${day(at)},Tiranë`, ''],
  ])('by %s: each is a person killed', async (_, name, header, row, above) => {
    const { mapping, questions, sums } = await sketched(name, header, row, above);
    expect(mapping.people?.[0]).toMatchObject({ role: { value: 'victim' }, outcome: { value: 'killed' } });
    expect(questions.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^was the person of every row killed\?/));
    expect(await sums()).toEqual([40, 40, 0]);
  });

  it.each([
    ['', ''],
    [',sexo', ',HOMBRE'],
    [',lat,lon', ',-2.19,-79.89'],
    [',sexo,lat,lon', ',HOMBRE,-2.19,-79.89'],
  ])('have a number of people if a column says how many, with%s', async (more, cells) => {
    const { mapping, sums } = await sketched('homicidios.csv', `id,fecha,ciudad,cantidad${more}`, (at) => `A${at},${day(at % 7)},Guayaquil,${at % 4 ? 1 : 3}${cells}`); // prettier-ignore
    expect(mapping.incident.killed).toEqual({ column: ['cantidad'] });
    expect(mapping.people?.[0]?.outcome?.value).toBe(more.includes('sexo') ? 'killed' : undefined);
    expect((await sums()).slice(0, 2)).toEqual([40, 60]);
  });
});

it.each([
  ['the name of the file says nothing of it', 'shootings.csv', 'id,date,city', ''],
  ['people were injured as well', 'killed-and-injured.csv', 'id,date,city', ''],
  ['it is only attempted', 'tentativas_de_homicidio.csv', 'id,date,city', ''],
  ['a column has the number of injured', 'homicides.csv', 'id,date,city,injured', ',1'],
  ['a column says who was killed', 'homicides.csv', 'id,date,city,fatal', ',no'],
  ['a column has the number of killed', 'homicides.csv', 'id,date,city,killed', ',0'],
  ['a date is that of death, and is mostly empty', 'data.csv', 'id,date,city,date of death', ','],
])('says of nobody that he was killed where %s', async (_, name, header, last) => {
  const { mapping } = await sketched(name, header, (at) => `A${at},${day(at)},Niš${at === 1 ? last.replace('no', 'yes').replace(/^,$/, `,${day(at)}`) : last}`); // prettier-ignore
  expect(mapping.people?.flatMap(({ outcome }) => outcome?.value ?? []) ?? []).toEqual([]);
});
