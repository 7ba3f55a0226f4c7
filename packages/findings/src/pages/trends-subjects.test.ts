import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
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

const year = (victims: number) => ({
  start: '2024-01-01',
  incidents: 5,
  partial: false,
  killed: 0,
  injured: 0,
  suicides: 0,
  victims,
});
const answerOf = ({ victims = 0, ...counts }: Parameters<typeof madeUpAnswer>[0] & { victims?: number }, facets = {}) => ({
  ...madeUpAnswer(counts, facets),
  period: { from: '2024-01-01', to: '2025-12-31' },
  comparison: null,
  series: { interval: 'year', points: [year(victims)], parts: [] },
});

test('of people who are not described, and of suicides that nobody records, it is not said that there are none', () => {
  const input = { filter: {}, datasets, choices: {}, publisher: '', licence: undefined };
  const said = (sex: string, victims: number, suicides: number) => {
    const dataset = [{ value: 'demo', incidents: 50, suicides }];
    const answers = Object.fromEntries(
      Object.keys(trendsSubjects.questions(input, {})!).map((name) => [name, answerOf({ incidents: 50, killed: 20 }, { dataset })]),
    );
    const killed = answerOf({ incidents: 20, killed: 20 }, { victim_sex: [{ value: sex, incidents: 20, victims: 20 }] });
    const children = answerOf({ incidents: 4, victims });
    const partners = answerOf({ incidents: 0 });
    return trendsSubjects.say(input, { ...answers, killed, children, partners } as never, voiceOf('en'));
  };
  const silent = said('not_reported', 0, 0);
  expect([silent.partners, silent.children, silent.suicides]).toEqual([undefined, undefined, undefined]);
  const told = said('man', 4, 2);
  expect([told.partners, told.children, told.suicides].every((one) => one !== undefined)).toBe(true);
});
