import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { genericFormat } from './generic-format.ts';
import { readMapping } from './read-mapping.ts';

/* What the words of a file that the mapping does not explain do to the point and the time. */

const start = `dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody }
incident:
  occurred_on: day
  local_time: time
  country: { value: RS }
  coordinates: point
  killed: { value: 0 }
  injured: { value: 1 }
`;
const ofOneRow = `${start}  source_key: id\n`;
const quarrel = '  type: { column: A, values: { quarrel: public_dispute, silence: null }, default: public_dispute }\n';
const person = (fields: string) => `${ofOneRow}${quarrel}people:\n  - { role: { value: victim }, ${fields} }\n`;

/** What of an incident is published, with the words of its first warning. */
async function published(mapping: string, ...rows: readonly Readonly<Record<string, string>>[]) {
  const cells = rows.map((row) => ({
    id: '1',
    day: '2024-03-01',
    time: '11:00',
    point: '44.8125, 20.4612',
    A: 'quarrel',
    B: '',
    ...row,
  }));
  const { drafts, rejected } = await readAll(
    testFile(stringify(cells, { header: true })),
    genericFormat(readMapping(mapping, 'city.yaml')),
  );
  expect(rejected).toEqual([]);
  const { place_precision, local_time, exact_lat } = drafts[0]!.draft;
  const isExact = place_precision === 'exact' && local_time === '11:00';
  if (!isExact) expect([place_precision, local_time, exact_lat]).toEqual(['settlement', null, 44.8125]);
  return {
    isExact,
    draft: drafts[0]!.draft,
    words: drafts[0]!.warnings.flatMap(({ kind, word }) => (kind === 'unexplained' ? [word] : [])),
  };
}

const relationship = person(
  'relationship: { column: B, values: { husband: intimate_partner, passer-by: stranger, unknown: null } }',
);
const subtype = `${ofOneRow}${quarrel}  subtype: { column: B, values: { fraud: criminal_context.other, theft: null } }\n`;

it.each<[what: string, mapping: string, word: string, isExact: boolean]>([
  ['an age', person('age: B'), '40', true],
  ['an age with a decimal zero', person('age: B'), '40.0', true],
  ['a young age', person('age: B'), '17', false],
  ['an age in fractions', person('age: B'), '16,5', false],
  ['an age with a unit', person('age: B'), '17 god', false],
  ['an age in words', person('age: { column: B, values: { adult: null } }'), 'child', false],
  ['an age in words that mean nothing', person('age: { column: B, values: { adult: null } }'), 'Adult', true],
  ['an age band that is no code', person('age_band: B'), 'minor', false],
  ['an outcome that is no code', person('outcome: B'), 'ubio se', false],
  ['a relationship that is a code', person('relationship: B'), 'stranger', true],
  ['a relationship that is no code', person('relationship: B'), 'ex-husband', false],
  ['a relationship that is listed', relationship, 'passer-by', true],
  ['a relationship that is listed as not reported', relationship, 'unknown', true],
  ['no relationship', relationship, '', true],
  ['a relationship that is not listed', relationship, 'ex-husband', false],
  ['a relationship for all others', relationship.replace(' } }', ' }, otherwise: other }'), 'ex-husband', false],
  ['an outcome for all others', person('outcome: { column: B, values: { hit: injured }, otherwise: unharmed }'), 'ubio se', false],
  ['a number of suicides', `${ofOneRow}${quarrel}  suicides: { column: B, values: { no: 0 }, otherwise: 0 }\n`, 'da', false],
  ['a sub-type that is listed as not reported', subtype, 'theft', true],
  ['a sub-type that is not listed', subtype, 'silovanje', false],
  ['a sub-type that is no code', `${ofOneRow}${quarrel}  subtype: B\n`, 'silovanje', false],
])('%s: %j', async (_, mapping, word, isExact) => {
  const found = await published(mapping, { B: word });
  expect(found.isExact).toBe(isExact);
  // Nobody can say of these what they mean, whatever the source has published.
  const isKnown = word === '17';
  expect((await published(`${mapping}points: as_published\n`, { B: word })).isExact).toBe(!isKnown);
});

const assault = `${ofOneRow}  type: { column: A, values: { assault: public_dispute } }\n`;

it.each<[what: string, reported: string, word: string, isExact: boolean]>([
  ['no words', 'B', '', true],
  ['a word that is listed', '{ column: B, values: { tuča: fight } }', 'Tuča', true],
  [
    'words that are all listed',
    '{ column: B, values: { tuča: fight, oružje: weapon }, otherwise: something else }',
    'tuča; oružje',
    true,
  ],
  ['a word that is listed as not reported', '{ column: B, values: { tuča: null } }', 'tuča', true],
  ['the word of the type', 'A', 'silovanje maloletnice', true],
  ['the same for every row', '{ value: something }', 'silovanje maloletnice', true],
  ['a word that is not listed', 'B', 'silovanje maloletnice', false],
  ['all others', '{ column: B, values: { tuča: fight }, otherwise: something else }', 'silovanje maloletnice', false],
  ['nothing for all others', '{ column: B, values: { tuča: fight }, otherwise: null }', 'silovanje maloletnice', false],
  ['one word of two', '{ column: B, values: { tuča: fight }, otherwise: something else }', 'tuča; silovanje', false],
  ['what is translated into a word that is listed', '{ column: B, values: { tuča: fight }, otherwise: fight }', 'fight', false],
  ['all texts', '{ column: B, publish: all }', 'ubistvo supruge', false],
])('type as reported, %s', async (_, reported, word, isExact) => {
  const mapping = `${assault}  type_as_reported: ${reported}\n`;
  expect((await published(mapping, { A: 'assault', B: word })).isExact).toBe(isExact);
  expect((await published(`${mapping}points: as_published\n`, { A: 'assault', B: word })).isExact).toBe(true);
});

it('no point is exact and no text is listed while the words are guesses that nobody has checked', async () => {
  const mapping = `${assault}  type_as_reported: A\n`;
  const row = { A: 'assault', B: '' };
  const [checked, guessed] = [await published(mapping, row), await published(`${mapping}words: unchecked\n`, row)];
  expect([checked, guessed].map(({ isExact }) => isExact)).toEqual([true, false]);
  expect([checked, guessed].map(({ draft }) => draft.type_as_reported)).toEqual(['assault', null]);
  expect(guessed.draft.withheld_type).toBe('assault');
});

it('no point is exact while nobody has checked the words, even if nobody was harmed and none is read', async () => {
  const unharmed = `${ofOneRow.replace('injured: { value: 1 }', 'injured: { value: 0 }')}  type: { value: undetermined_shooting }\n`;
  const isExact = async (more: string) => (await published(`${unharmed}${more}`, { A: 'family violence', B: '' })).isExact;
  expect(await isExact('')).toBe(true);
  expect(await isExact('words: unchecked\n')).toBe(false);
  expect(await isExact('words: unchecked\npoints: as_published\n')).toBe(true);
});

it('all texts are published where the mapping says so, in whatever precision', async () => {
  const { draft } = await published(`${assault}  type_as_reported: { column: B, publish: all }\n`, {
    A: 'assault',
    B: 'ubistvo supruge',
  });
  expect(draft.type_as_reported).toBe('ubistvo supruge');
});

it('names the words, for the report', async () => {
  expect((await published(relationship, { B: 'ex-husband' })).words).toEqual(['relationship "ex-husband"']);
});

it('a word of the type is explained for a sub-type of the same column', async () => {
  const mapping = `${ofOneRow}${quarrel}  subtype: { column: A, values: { rape: criminal_context.sexual_violence }, otherwise: null }\n`;
  expect(await published(mapping, {})).toMatchObject({ isExact: true, words: [] });
});

it.each<[type: string, word: string, isExact: boolean]>([
  ['A', 'public_dispute', true],
  ['A', 'other', false],
  ['A', 'undetermined_shooting', false],
  ['A', 'undetermined_explosion', false],
  ['{ column: A, default: public_dispute }', '', false],
  ['{ value: other }', 'quarrel', false],
  ['{ value: public_dispute }', '', true],
  ['{ column: A, values: { shots: undetermined_shooting } }', 'shots', true],
])('somebody was injured, and the type is %s: %j', async (type, word, isExact) => {
  expect((await published(`${ofOneRow}  type: ${type}\n`, { A: word })).isExact).toBe(isExact);
  expect((await published(`${ofOneRow}  type: ${type}\npoints: as_published\n`, { A: word })).isExact).toBe(true);
});

const grouped = `group_by: id\n${start}  type: { column: A, default: other, values: { quarrel: public_dispute, family violence: domestic_violence, shots: other }, otherwise: other }\n`;

it.each<[what: string, mapping: string, rows: readonly Readonly<Record<string, string>>[], isExact: boolean]>([
  ['the same type', '', [{}, {}], true],
  ['no type', '', [{}, { A: '' }], true],
  ['another type', '', [{}, { A: 'shots' }], true],
  ['a sensitive type', '', [{}, { A: 'family violence' }], false],
  ['a type that is not listed', '', [{}, { A: 'ubistvo supruge' }], false],
  ['a sub-type that is not listed', '  subtype: { column: B, values: { no: null } }\n', [{ B: 'no' }, { B: 'silovanje' }], false],
  ['a sub-type that is no code', '  subtype: B\n', [{ B: 'criminal_context.other' }, { B: 'silovanje' }], false],
  ['a sensitive sub-type', '  subtype: B\n', [{ B: 'criminal_context.other' }, { B: 'criminal_context.sexual_violence' }], false],
  [
    'words that are not listed',
    '  type_as_reported: { column: B, values: { no: null } }\n',
    [{ B: 'no' }, { B: 'silovanje' }],
    false,
  ],
  ['a suicide', '  suicides: B\n', [{ B: '0' }, { B: '1' }], false],
  ['no suicide', '  suicides: B\n', [{ B: '0' }, { B: '' }], true],
])('of several rows, another says %s', async (_, more, rows, isExact) => {
  expect((await published(`${grouped}${more}`, ...rows)).isExact).toBe(isExact);
  expect((await published(`${grouped}${more}`, ...rows.toReversed())).isExact).toBe(isExact);
});

it('of several rows of unknown type, one says that somebody was killed', async () => {
  const unknown = grouped.replace('{ value: 0 }', 'B').replace('{ value: 1 }', '{ value: 0 }');
  expect((await published(unknown, { A: '', B: '0' }, { A: '', B: '0' })).isExact).toBe(true);
  expect((await published(unknown, { A: '', B: '0' }, { A: '', B: '1' })).isExact).toBe(false);
});

it('counts words whole, since others may begin as they do', async () => {
  const word = `${'quarrel over a place to park '.repeat(3)}Zzyzx`;
  expect((await published(relationship, { B: word })).words).toEqual([`relationship "${word}"`]);
});
