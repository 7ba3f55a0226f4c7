import { expect, test } from 'vitest';
import { drawSteps, type Step, stepNames, troubles } from './draw-steps.ts';
import { afterImport, afterRemoval, afterUndo, contentOf, emptyRecord, figuresOf, recorded } from './model.ts';

function first(seed: number, length: number): Step[] {
  const steps = drawSteps(seed);
  return Array.from({ length }, () => steps.next().value);
}

/** What tells two steps apart, without all of their incidents. */
const told = ({ name, trouble, moment, chance, filter, looked, after }: Step) => [
  [name, trouble, moment, chance, filter, looked],
  figuresOf(after.record, {}),
];

test('a seed always gives the same steps, each of which begins where the one before has ended', () => {
  const steps = first(7, 30);
  expect(first(7, 30).map(told)).toEqual(steps.map(told));
  expect(first(8, 30).map(told)).not.toEqual(steps.map(told));
  for (const [at, { before }] of steps.slice(1).entries()) expect(before).toBe(steps[at]!.after);
});

test('all steps and all troubles come in a few nights', () => {
  const steps = [1, 2, 3].flatMap((seed) => first(seed, 60));
  expect(new Set(steps.map(({ name }) => name))).toEqual(new Set(stepNames));
  expect(new Set(steps.map(({ trouble }) => trouble))).toEqual(new Set(troubles));
});

const incident = { key: '1', occurred_on: '2024-05-01', country: 'RS', type: 'other', killed: 1, injured: null, suicides: 0 };
const file = { slug: 'one', incidents: [incident], unreadable: [], complete: false };

test('undoing takes back the last import of all, and the dataset with its first', () => {
  const one = afterImport(emptyRecord, file);
  const other = afterImport(one, { ...file, slug: 'two' });
  const corrected = afterImport(other, {
    ...file,
    incidents: [
      { ...incident, killed: 2 },
      { ...incident, key: '2' },
    ],
  });
  const undone = afterUndo(corrected);
  expect([...recorded(undone)]).toEqual([...recorded(other)]);
  expect([...undone.gone]).toEqual(['one/2']);
  expect([...afterUndo(undone).datasets.keys()]).toEqual(['one']);
  expect([...afterRemoval(other, 'one').gone]).toEqual(['one/1']);
});

test('a complete file retracts what it does not have, unless its row could not be read', () => {
  const keys = ['1', '2', '3'];
  const before = afterImport(emptyRecord, { ...file, incidents: keys.map((key) => ({ ...incident, key })) });
  const after = afterImport(before, { ...file, unreadable: ['2'], complete: true });
  expect([...contentOf(after, 'one').values()].map(({ published }) => published)).toEqual([true, true, false]);
});

test('figures are those of what is published under a filter; a list does not narrow its own facet', () => {
  const incidents = [
    incident,
    { ...incident, key: '2', country: 'AL', killed: 3 },
    { ...incident, key: '3', occurred_on: '2020-01-01' },
  ];
  expect(figuresOf(afterImport(emptyRecord, { ...file, incidents }), { country: ['RS'], from: '2021-01-01' })).toEqual({
    incidents: 1,
    killed: 1,
    injured: 0,
    suicides: 0,
    years: { '2024': '1, 1 killed' },
    country: { RS: 1, AL: 1 },
    type: { other: 1 },
  });
});
