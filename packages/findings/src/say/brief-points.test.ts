import { expect, test } from 'vitest';
import { peopleRows, peopleSums, weaponRows } from '../judge/brief-rows.ts';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { pointsWords } from './brief-points.ts';
import { voiceOf } from './voice.ts';

const nothing = madeUpAnswer({});

function points({ now = nothing, women = nothing, men = nothing, seizures = nothing, largeSeizures = nothing }) {
  const people = peopleSums(peopleRows(now, { women, men, unknownSex: nothing }));
  return pointsWords({ now, women, seizures, largeSeizures, people, weapons: weaponRows(seizures, nothing) }, voiceOf('en'));
}

test('the points are made of the answers alone', () => {
  const type = [
    counted('criminal_context', { incidents: 25, killed: 3, injured: 6 }),
    counted('domestic_violence', { incidents: 8, killed: 4, injured: 2 }),
    counted('public_dispute', { incidents: 16, killed: 1, injured: 5 }),
    counted('celebratory_shooting', { incidents: 7, injured: 1 }),
    counted('accidental_shooting', { incidents: 1, killed: 1 }),
  ];
  const legal = [
    counted('illegal', { incidents: 90 }),
    counted('legal', { incidents: 6 }),
    counted('not_reported', { incidents: 30 }),
  ];
  const said = points({
    now: madeUpAnswer({ incidents: 126, killed: 9, injured: 14 }, { type, legal }),
    women: madeUpAnswer(
      {},
      {
        victim_age: [counted('19-35', { killed: 4, injured: 4 })],
        relationship: [counted('intimate_partner', { killed: 3 })],
      },
    ),
    men: madeUpAnswer({}, { victim_age: [counted('36-60', { killed: 5, injured: 9 })] }),
    seizures: madeUpAnswer(
      { incidents: 52, weapons: 214 },
      { weapon: [counted('handgun', { weapons: 71 })], traced: [counted('yes', { weapons: 19 })] },
    ),
    largeSeizures: madeUpAnswer({ incidents: 3, weapons: 120 }),
  });
  expect(said.map(({ lead, text }) => `${lead} ${text}`)).toEqual([
    'Most people killed or injured are men. 23 people: 14 men, 8 women, and 1 whose sex is not reported. Women among the people killed: 4 of 9 (44%).',
    'Seizures: 214 weapons in 52 incidents. 3 seizures were large (5 or more weapons). Largest class: Handgun (71, 33%). Origin traced: 19 to 214 of 214 (9% to 100%; 195 not reported).',
    'Domestic violence: 4 of the 9 people killed. Criminal context: 25 incidents, 3 killed. Public dispute: 16 incidents, 1 killed. Undetermined shooting: 0 incidents, 0 killed.',
    'Domestic violence: 8 incidents. 4 of the 9 people killed and 2 of the 14 injured. Women killed by a partner: 3 to 4 of 4 (75% to 100%; 1 not reported).',
    'Celebratory shootings: 7 incidents. 0 killed and 1 injured. Accidental shootings: 1 incident, 1 killed and 0 injured.',
    'Illegal weapons: 90 (71%) of incidents. Legal weapons in 6 (5%). The legal status is not reported in 30 (24%).',
  ]);
});

test('where nothing happened, each point says so', () => {
  expect(points({}).map(({ lead }) => lead)).toEqual([
    'Nobody was recorded as killed or injured.',
    'No weapon seizures.',
    'Nobody was recorded as killed.',
    'Domestic violence: 0 incidents.',
    'Celebratory shootings: 0 incidents.',
    'No weapons.',
  ]);
});

test('what no source reports is not said as zero', () => {
  const said = points({
    now: madeUpAnswer({ incidents: 300, killed: 208, injured: 40 }),
    seizures: madeUpAnswer({ incidents: 52, weapons: 192 }, { traced: [counted('no', { weapons: 10 })] }),
  }).map(({ lead, text }) => `${lead} ${text}`);
  expect(said[0]).toBe(
    'People killed or injured: 248. 248 people: 248 whose sex is not reported. Women among the people killed: not reported for any of 208.',
  );
  expect(said[1]).toContain('Origin traced: 0 to 182 of 192 (0% to 95%; 182 not reported).');
});
