import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { briefPage } from './brief.ts';

test('a brief without incidents is from the datasets that cover its place then', () => {
  const quarter = { from: '2025-07-01', to: '2025-09-30' };
  const years = { from: '2024-01-01', to: '2026-11-30' };
  const datasets = [
    madeUpDataset('demo', { ME: years }),
    madeUpDataset('elsewhere', { XK: years }),
    madeUpDataset('earlier', { ME: { from: '2014-01-01', to: '2020-12-31' } }),
  ];
  const input = { filter: { ...quarter, region: ['ME-18'] }, datasets, choices: {}, publisher: 'Made up', licence: undefined };
  const none: Summary = {
    datasetVersion: 1,
    period: quarter,
    ...madeUpAnswer({}),
    comparison: null,
    series: { interval: 'month', points: [] },
  };
  const questions = briefPage.questions(input, { months: none })!;
  const answers = Object.fromEntries(Object.keys(questions).map((name) => [name, none]));
  expect(briefPage.say(input, answers as Parameters<typeof briefPage.say>[1], voiceOf('en')).sources).toEqual(['demo']);
});
