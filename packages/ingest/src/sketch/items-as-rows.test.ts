import { loadGazetteer } from '@monitor/geography/gazetteer';
import { describe, expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { writeSketch } from './write-sketch.ts';

const gazetteer = await loadGazetteer();

async function sketched(content: unknown, name = 'test.json') {
  const path = testFile(typeof content === 'string' ? content : JSON.stringify(content), name);
  const sketch = sketchMapping(await readSample(path), gazetteer);
  const text = writeSketch(sketch, []);
  const mapping = readMapping(text, 'test.yaml');
  return { ...sketch, text, mapping, read: () => readAll(path, genericFormat(mapping), undefined, '2026-12-01') };
}

const towns = [['Bihać', 44.81, 15.87], ['Zenica', 44.2, 17.91], ['Tuzla', 44.54, 18.67], ['Mostar', 43.34, 17.81]] as const; // prettier-ignore
const day = (at: number) => `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;

/** Localities with up to 66 deaths each. */
const localities = Array.from({ length: 16 }, (_, at) => {
  const [name, lat, lon] = towns[at % 4]!;
  const deaths = Array.from({ length: at === 3 ? 66 : at % 5 }, (__, one) => ({
    date: day(at + 5 * one),
    sex: one % 3 ? 'male' : 'female',
    age: 20 + one,
    name: 'Zzyzx Qwertyname',
  }));
  const dates = deaths.map(({ date }) => date).toSorted();
  return { name, deaths, count: deaths.length, most_recent: dates.at(-1) ?? null, point: { lat: lat + at / 1000, lon } };
});
const all = localities.flatMap(({ name, deaths }) => deaths.map(({ date, sex, age }) => ({ name, date, sex, age })));

describe('a list with dates in each record', () => {
  it.each([
    ['a list', localities],
    ['a list in an object', { made: '2024-12-31', localities }],
    ['lines', localities.map((one) => JSON.stringify(one)).join('\n')],
    ['records without any date', localities.map((one) => ({ ...one, most_recent: undefined }))],
  ])('has the rows, and what is around it belongs to each: %s', async (_, content) => {
    const { mapping, text, notRead, read } = await sketched(content);
    expect(mapping.incident).toMatchObject({
      occurred_on: { column: ['deaths.*.date'] },
      place: { column: ['name'] },
      lat: { column: ['point.lat'] },
      lon: { column: ['point.lon'] },
    });
    expect(mapping.people).toMatchObject([{ sex: { column: ['deaths.*.sex'] }, age: { column: ['deaths.*.age'] }, outcome: { value: 'killed' } }]); // prettier-ignore
    expect(text.replaceAll(/\s+# +|\s+/g, ' ')).toContain('Each item of "deaths" is a row, with what is around it');
    expect(notRead).toEqual(expect.arrayContaining(['deaths.*.name', 'count']));
    const { drafts, rejected } = await read();
    const people = drafts.flatMap(({ draft }) => draft.people.map(() => ({ place: draft.place, on: draft.occurred_on })));
    expect(rejected).toEqual([]);
    expect(people).toHaveLength(all.length);
    const order = (some: readonly { place: string | null; on: string }[]) =>
      some.map(({ place, on }) => `${place} ${on}`).toSorted();
    expect(order(people)).toEqual(order(all.map(({ name, date }) => ({ place: name, on: date }))));
    expect(drafts.reduce((sum, { draft }) => sum + (draft.killed ?? 0), 0)).toBe(all.length);
  });

  it('can be in a list itself', async () => {
    const provinces = [0, 1].map((at) => ({ province: 'x', towns: localities.filter((_, index) => index % 2 === at) }));
    const { mapping, read } = await sketched(provinces);
    expect(mapping.incident).toMatchObject({
      occurred_on: { column: ['towns.*.deaths.*.date'] },
      place: { column: ['towns.*.name'] },
    });
    expect((await read()).drafts.flatMap(({ draft }) => draft.people)).toHaveLength(all.length);
  });
});

describe('a record with a date of its own', () => {
  const incident = (more: (at: number) => object) =>
    Array.from({ length: 30 }, (_, at) => ({ id: `A-${at}`, date: day(at), city: towns[at % 4]![0], ...more(at) }));

  it.each([
    ['victims who died on the same day', (at: number) => ({ victims: [{ sex: 'male', date: day(at) }, { sex: 'female', date: day(at) }] })], // prettier-ignore
    ['victims with dates of birth', () => ({ victims: [{ sex: 'male', date_of_birth: '1990-05-03' }] })],
    ['articles that are dated', (at: number) => ({ articles: [{ date: day(at) }, { date: day(at + 1) }] })],
    ['later hearings', (at: number) => ({ hearings: [{ date: day(at + 1) }, { date: day(at + 3) }] })],
  ])('is an incident, whatever dates are in it: %s', async (_, more) => {
    const { mapping, read } = await sketched(incident(more));
    expect(mapping.incident).toMatchObject({ source_key: { column: ['id'] }, occurred_on: { column: ['date'] } });
    expect((await read()).drafts.length).toBe(30);
  });
});
