import { expect, test } from 'vitest';
import type { SignalDrivers } from '@monitor/contract';
import { driversWords } from './signal-words.ts';
import { voiceOf } from './voice.ts';

const incidents = 9;
const series = {
  id: 'RS.type.violence',
  place: 'RS',
  countries: ['RS'],
  dimension: 'type',
  value: 'violence',
} as unknown as Parameters<typeof driversWords>[1];

/** What is said of people killed and injured in nine incidents. @param notReported for how many of them */
function said(killed: number, injured: number, notReported: SignalDrivers['notReported']): string {
  const drivers: SignalDrivers = { places: [], day: null, types: [], killed, injured, notReported };
  return driversWords({ incidents, drivers } as Parameters<typeof driversWords>[0], series, voiceOf('en'));
}

test('the people of a signal are 0 only where that is reported', () => {
  expect(said(154, 0, { killed: 0, injured: 0 })).toBe('154 killed, 0 injured.');
  expect(said(154, 0, { killed: 0, injured: 9 })).toBe('154 killed. The number of people injured is not reported.');
  expect(said(0, 3, { killed: 9, injured: 0 })).toBe('3 injured. The number of people killed is not reported.');
  expect(said(154, 2, { killed: 0, injured: 8 })).toBe('154 killed, 2 injured. Some of these incidents do not report how many.');
  expect(said(0, 0, { killed: 0, injured: 0 })).toBe('Nobody was reported killed or injured.');
  expect(said(0, 0, { killed: 9, injured: 9 })).toBe('The numbers of people killed and injured are not reported.');
});
