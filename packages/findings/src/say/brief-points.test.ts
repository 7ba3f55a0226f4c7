import { expect, test } from 'vitest';
import { peopleRows, peopleSums, typeRows, weaponRows } from '../judge/brief-rows.ts';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { pointsWords } from './brief-points.ts';
import { voiceOf } from './voice.ts';

const nothing = madeUpAnswer({});

function points({ now = nothing, women = nothing, men = nothing, seizures = nothing, largeSeizures = nothing }) {
  const people = peopleSums(peopleRows(now, { women, men, unknownSex: nothing }));
  const [types, weapons] = [typeRows(now, nothing), weaponRows(seizures, nothing)];
  const said = pointsWords({ now, women, seizures, largeSeizures, people, types, weapons, isRecorded: true }, voiceOf('en'));
  return said.map(({ lead, text }) => `${lead} ${text}`.trim());
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
  expect(said).toEqual([
    '14 of 23 people killed or injured are men. 8 are women. The sex of 1 is not reported.',
    'Domestic violence: 4 of 9 people killed. Of 4 women killed, 3 were killed by a partner. For 1 this is not reported.',
    'Criminal context: 25 of 126 violent incidents. Then come 16 public disputes and 8 incidents of domestic violence.',
    '90 of 126 violent incidents involve illegal weapons. 6 involve legal ones. For 30 this is not reported.',
    'Handgun: 71 of 214 weapons seized. 3 of 52 seizures were large (5 or more weapons). 19 weapons were traced. For 195 this is not reported.',
  ]);
});

test('one weapon is said in the singular', () => {
  const seizures = (weapon?: number) => ({
    seizures: madeUpAnswer(
      { incidents: 1, weapons: 1 },
      weapon === undefined ? {} : { weapon: [counted('handgun', { weapons: weapon })] },
    ),
  });
  expect(points(seizures(1)).at(-1)).toMatch(/^Handgun: 1 of 1 weapon seized\. /);
  expect(points(seizures()).at(-1)).toMatch(/^The class of the 1 weapon seized is not reported\. /);
});

test('a seizure of ammunition alone is not said to leave out the number of weapons', () => {
  const seizures = (silent: number) => {
    const { facets, totals } = madeUpAnswer({ incidents: 1 });
    return { seizures: { facets, totals: { ...totals, notReported: { ...totals.notReported, weapons: silent } } } };
  };
  expect(points(seizures(0)).at(-1)).toBe('No weapons are recorded in 1 seizure.');
  expect(points(seizures(1)).at(-1)).toBe('The number of weapons is not reported for 1 seizure.');
});

test('where nothing happened, nothing is said twice', () => {
  expect(points({})).toEqual([
    'Nobody was recorded as killed or injured. Sources may not have reported everyone.',
    'No weapon seizures were recorded.',
  ]);
});

test('what no source reports is not said as zero', () => {
  const said = points({
    now: madeUpAnswer({ incidents: 300, killed: 208, injured: 40 }),
    seizures: madeUpAnswer({ incidents: 52, weapons: 192 }, { traced: [counted('no', { weapons: 10 })] }),
  });
  expect(said[0]).toBe('The sex of 248 people killed or injured is not reported.');
  expect(said.at(-1)).toContain('0 weapons were traced. For 182 this is not reported.');
  const { totals, facets } = madeUpAnswer({ incidents: 300 });
  const silent = { facets, totals: { ...totals, notReported: { ...totals.notReported, killed: 300, injured: 300 } } };
  expect(points({ now: silent })[0]).toBe('The number of people killed or injured is not reported.');
});

test('where the sex of nobody killed is reported, it is not said that no woman was', () => {
  const type = [counted('criminal_context', { incidents: 9, killed: 5 })];
  expect(points({ now: madeUpAnswer({ incidents: 9, killed: 5 }, { type }) })).toContain('Criminal context: 5 of 5 people killed.');
});

test('one person is one person, and one seizure that has most of the weapons is said', () => {
  const type = [counted('criminal_context', { incidents: 1, killed: 1 })];
  const clustering = { weapons: { squares: 0, largest: [1075, 3] as const } };
  const seizures = madeUpAnswer({ incidents: 40, weapons: 1248 }, { weapon: [counted('pyrotechnic', { weapons: 1128 })] });
  const said = points({
    now: madeUpAnswer({ incidents: 1, killed: 1 }, { type }),
    men: madeUpAnswer({}, { victim_age: [counted('19-35', { killed: 1 })] }),
    seizures: { ...seizures, totals: { ...seizures.totals, clustering: { ...seizures.totals.clustering, ...clustering } } },
  });
  expect(said.slice(0, 2)).toEqual([
    '1 of 1 person killed or injured is a man. 0 are women.',
    'Criminal context: 1 of 1 person killed. No woman was recorded as killed.',
  ]);
  expect(said.at(-1)).toContain('The largest seizure had 1,075 weapons.');
});
