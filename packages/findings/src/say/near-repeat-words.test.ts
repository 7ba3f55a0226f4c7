import { expect, test } from 'vitest';
import { type NearRepeats, shadeOfPairs } from '../judge/near-repeat.ts';
import { nearRepeatNotes, nearRepeatReading, nearRepeatTitle, pairRatio } from './near-repeat-words.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const cell = { observed: 120, expected: 57.3, low: 43, high: 72, p: 0.001, ratio: 120 / 57.3, adjusted: 0.009 };
const tested = {
  kind: 'tested',
  points: 900,
  permutations: 999,
  method: 'permutations',
  bands: [[cell, { ...cell, adjusted: 0.2 }, { ...cell, ratio: null }]],
  finding: { kind: 'more', cell },
} as const satisfies NearRepeats;

test('the finding is a ratio with what chance gives', () => {
  expect(nearRepeatTitle(tested, voice)).toBe('Incidents tend to be followed by others nearby');
  expect(nearRepeatReading(tested, voice)).toBe(
    'In the week after an incident, another within 500 m is 2.1 times as likely as by chance: 120 pairs, where chance gives 57 (95% of random orders: 43 to 72; p = 0.001).',
  );
});

test('no sign of repeats, and too few pairs, are said as such', () => {
  const none = {
    ...tested,
    finding: { kind: 'none', cell: { ...cell, observed: 1, expected: 4.83, low: 1, high: 10, p: 0.93 } },
  } as const;
  expect(nearRepeatTitle(none, voice)).toBe('No clear sign of near repeats');
  expect(nearRepeatReading(none, voice)).toContain('not clearly more likely than by chance: 1 pair, where chance gives 4.8');
  const few = { ...tested, finding: { kind: 'few', cell: { ...cell, observed: 2, expected: 0.4 } } } as const;
  expect(nearRepeatReading(few, voice)).toContain('2 pairs within 500 m and a week, where chance gives 0.4');
  expect(nearRepeatReading({ kind: 'few_points', points: 12, least: 50 }, voice)).toContain('the selection has 12');
});

test('what is left out is said aloud, by its reason', () => {
  const notes = nearRepeatNotes(
    { incidents: 3109, leftOut: { settlement: 2046, withoutPoint: 89, withoutDay: 25 } },
    tested,
    voice,
  );
  expect(notes[0]).toBe('Based on 949 of 3,109 incidents: those with an exact location and day.');
  expect(notes[1]).toContain('2,046 known only to the settlement, 89 without a location, 25 without an exact day');
  expect(notes[2]).toContain('999 random orders');
  const approximate = nearRepeatNotes(
    { incidents: 9, leftOut: { settlement: 0, withoutPoint: 0, withoutDay: 0 } },
    { ...tested, method: 'normal', permutations: 120 },
    voice,
  );
  expect(approximate[1]).toContain('120 random orders of the days and a normal approximation');
});

test('only what is clearly more than chance is shaded, and no ratio is made of too few', () => {
  expect(tested.bands[0].map(shadeOfPairs)).toEqual([4, 0, 0]);
  expect(tested.bands[0].map((one) => pairRatio(one, voice.number))).toEqual(['2.1×', '2.1×', '–']);
});
