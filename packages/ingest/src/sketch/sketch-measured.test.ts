import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { learnTheWorld } from '@monitor/geography/world';
import { describe, expect, it } from 'vitest';
import { deep } from '../../../../testing/depth.ts';
import { madeUpTables } from '../../testing/made-up-tables.ts';
import { mappingOf, newcomers, realData } from '../../testing/newcomer-files.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { genericFormat } from '../generic/generic-format.ts';
import { columnsOf, type MappedField, type Mapping } from '../generic/mapping-schema.ts';
import { lookUp } from '../generic/read-fields.ts';
import { mappedFields, readMapping } from '../generic/read-mapping.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { writeSketch } from './write-sketch.ts';

/* Sketches beside the mappings that a person wrote. With MEASURE=1 they print the table of docs/importing.md. */

const data = realData('the measurement of sketches of real files');
const gazetteer = await loadGazetteer();
learnTheWorld();
const isMeasured = process.env.MEASURE !== undefined;

const dataset = 'dataset: { slug: made-up, title: Made up, licence: CC0-1.0, attribution: Nobody }\n';

function fieldsOf(mapping: Mapping): Map<string, MappedField> {
  const group: [string, MappedField][] = mapping.group_by ? [['group_by', mapping.group_by]] : [];
  return new Map([...group, ...mappedFields(mapping).map(([path, field]): [string, MappedField] => [path.join('.'), field])]);
}

/** Whether a field says the same: the same columns and words, or the same for every row. */
function isSame(one: MappedField, two: MappedField | undefined): boolean {
  if (two === undefined) return false;
  const [mine, theirs] = [columnsOf(one), columnsOf(two)].map((names) => names.toSorted().join('|'));
  const words = Object.entries(one.values ?? {}).every(([word, code]) => code === null || lookUp(two.values ?? {}, word) === code);
  return mine === theirs && words && (mine !== '' || (one.value ?? one.default) === (two.value ?? two.default));
}

async function measured(path: string, name: string, written: string, sums: object) {
  const text = writeSketch(sketchMapping(await readSample(path), gazetteer), []);
  const mapping = readMapping(text, name);
  const [mine, theirs] = [fieldsOf(readMapping(written, name)), fieldsOf(mapping)];
  const wrong = [...mine].filter(([field, one]) => !isSame(one, theirs.get(field))).map(([field]) => field);
  const { drafts, rejected } = await readAll(path, genericFormat(mapping), undefined, '2026-12-01');
  const total = (field: 'killed' | 'injured') => drafts.reduce((sum, { draft }) => sum + (draft[field] ?? 0), 0);
  const where = [...new Set(drafts.map(({ draft }) => draft.region ?? draft.country))].toSorted();
  expect({ incidents: drafts.length, killed: total('killed'), injured: total('injured'), where }, name).toMatchObject(sums);
  expect(rejected, name).toEqual([]);
  if (isMeasured) {
    const questions = text.match(/QUESTION/g)?.length ?? 0;
    process.stdout.write(`| ${name} | ${mine.size - wrong.length} of ${mine.size} | ${wrong.map((field) => `\`${field}\``).join(', ')} | ${questions} |\n`); // prettier-ignore
  }
  return { right: mine.size - wrong.length, all: mine.size };
}

describe('a sketch gives the sums of the file, and most of the fields of a person', () => {
  it.each(madeUpTables)('$name, made up', async ({ name, content, mapping, sums }) => {
    const { right, all } = await measured(testFile(await content(), name), name, dataset + mapping, sums);
    expect(right).toBe(all);
  });

  it('the example of the guide', async () => {
    const guide = readFileSync(new URL('../../../../docs/importing.md', import.meta.url), 'utf8');
    const [mapping = '', table = ''] = ['yaml', 'csv'].map((kind) => guide.split(`\`\`\`${kind}\n`)[1]?.split('```')[0] ?? '');
    const rows = table.replace('31.02.2024', '21.02.2024');
    const { right, all } = await measured(testFile(rows, 'my-city.csv'), 'my-city.csv', mapping, {
      incidents: 5,
      killed: 1,
      injured: 6,
    });
    expect(right).toBe(all);
  });

  it.skipIf(data === undefined).each(Object.entries(newcomers))('%s', async (name, { mapping, sums }) => {
    const { right, all } = await measured(join(data ?? '', 'newcomers', name), name, mapping, sums);
    expect(right / all).toBeGreaterThanOrEqual(0.5);
  });

  it.skipIf(data === undefined || !(deep || isMeasured))('victims in Philadelphia', async () => {
    const path = join(data ?? '', 'philadelphia/shootings.csv');
    const { right, all } = await measured(path, 'philadelphia', mappingOf('philadelphia'), {
      incidents: 13_455,
      killed: 3049,
      injured: 11_702,
    });
    expect(right / all).toBeGreaterThan(0.6);
  });
});
