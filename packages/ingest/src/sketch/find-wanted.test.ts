import { loadGazetteer } from '@monitor/geography/gazetteer';
import { describe, expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { isNoFirearm } from './words.ts';
import { writeSketch } from './write-sketch.ts';

const gazetteer = await loadGazetteer();

async function sketched(weapons: readonly string[]) {
  const rows = Array.from(
    { length: 60 },
    (_, at) => `A${at},2024-03-${10 + (at % 20)},Guayaquil,${weapons[at % weapons.length]}\n`,
  );
  const path = testFile(`id,fecha,ciudad,arma\n${rows.join('')}`, 'homicidios.csv');
  const sketch = sketchMapping(await readSample(path), gazetteer);
  const mapping = readMapping(writeSketch(sketch, []), 'test.yaml');
  return { ...sketch, mapping, read: () => readAll(path, genericFormat(mapping)) };
}

const asked = (questions: readonly { path: readonly (string | number)[]; text: string }[]) =>
  questions.find(({ path }) => path[0] === 'where')?.text;

describe('a column of weapons with others than firearms', () => {
  it('leaves out the rows of the others, and asks', async () => {
    const { mapping, questions, read } = await sketched(['ARMA DE FUEGO', 'ARMA BLANCA', 'ARMA DE FUEGO', '', 'SIN DATO', 'ESTRANGULAMIENTO']); // prettier-ignore
    expect(mapping.where).toEqual({ arma: ['ARMA DE FUEGO', 'SIN DATO', null] });
    expect(asked(questions)).toMatch(
      /^are rows with other weapons than firearms not wanted\? These are left out: "ARMA BLANCA" \(10 rows\), "ESTRANGULAMIENTO" \(10 rows\)\. To import them as well, delete "where"/,
    );
    const { drafts, leftOut } = await read();
    expect([drafts.length, leftOut]).toEqual([40, 20]);
  });

  it('leaves out words whose meaning is not known, and says so without repeating them', async () => {
    const { mapping, questions } = await sketched(['pistola', 'Zzyzx', 'cuchillo']);
    expect(mapping.where).toEqual({ arma: ['pistola', null] });
    expect(asked(questions)).toContain('Words that are not listed are left out as well: "Zzyzx" (20 rows).');
  });

  it('has "other" for other firearms only if no word means any firearm', async () => {
    expect((await sketched(['pistola', 'otro', 'cuchillo'])).mapping.where).toEqual({ arma: ['pistola', 'otro', null] });
    expect((await sketched(['arma de fuego', 'otro', 'cuchillo'])).mapping.where).toEqual({ arma: ['arma de fuego', null] });
  });

  it.each([
    ['all are firearms', ['pistola', 'escopeta', 'sin dato']],
    ['none is a firearm', ['cuchillo', 'arma blanca', 'sin dato']],
  ])('leaves out nothing if %s', async (_, weapons) => {
    const { mapping, questions } = await sketched(weapons);
    expect([mapping.where, asked(questions)]).toEqual([undefined, undefined]);
  });
});

it.each([
  'ARMA BLANCA',
  'Arma branca',
  'arma bianca',
  'Arme blanche',
  'hladno oružje',
  'холодна зброя',
  'хладно оръжие',
  'ладно оружје',
  'armë e ftohtë',
  'armă albă',
  'nožem',
  'Stichwaffe',
  'Stabbing',
  'Knife or sharp object',
  'Blunt object',
  'objeto contundente',
  'tupi predmet',
  'Strangulation',
  'asfixia',
  'fuerza física',
  'SIN ARMA',
  'bez oružja',
])(
  // prettier-ignore
  '"%s" is no firearm',
  (word) => expect(isNoFirearm(word)).toBe(true),
);

it.each([
  'ARMA DE FUEGO',
  'vatreno oružje',
  'pistol',
  'hand grenade',
  'explosive',
  'other',
  'unknown',
  'firearm, knife',
  'Zzyzx knife',
])('"%s" may be one, or is wanted', (word) =>
  // prettier-ignore
  expect(isNoFirearm(word)).toBe(false),
);
