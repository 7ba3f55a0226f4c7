import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { trendsSubjects } from './trends-subjects.ts';

const datasets = [madeUpDataset('demo', { AL: { from: '2024-01-01', to: '2025-12-31' } })];
const sections = ['partners', 'sexUnknown', 'children', 'killed', 'injured', 'seizures'];
const asked = (filter: Filter) => {
  const names = Object.keys(
    trendsSubjects.questions({ filter, datasets, choices: {}, publisher: '', licence: undefined }, {}) ?? {},
  );
  return sections.filter((name) => names.includes(name));
};

test('a section is there only where the filter selects what it is of', () => {
  expect(asked({})).toEqual(sections);
  expect(asked({ relationship: ['law_enforcement'] })).toEqual(['children', 'killed', 'injured', 'seizures']);
  // Those whose sex is not reported are not selected.
  expect(asked({ victim_sex: ['woman'] })).toEqual(['partners', 'children', 'killed', 'injured', 'seizures']);
  expect(asked({ victim_sex: ['man'] })).toEqual(['children', 'killed', 'injured', 'seizures']);
  expect(asked({ victim_age: ['36-60'] })).toEqual(['partners', 'sexUnknown', 'killed', 'injured', 'seizures']);
  expect(asked({ victim_outcome: ['injured'] })).toEqual(['children', 'injured', 'seizures']);
  expect(asked({ type: ['suicide'] })).toEqual(['partners', 'sexUnknown', 'killed', 'injured']);
  expect(asked({ type: ['weapon_seizure'] })).toEqual(sections);
});
