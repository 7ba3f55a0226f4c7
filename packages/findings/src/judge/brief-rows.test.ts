import { expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { changedTypes, peopleRows, peopleSums, typeRows, weaponRows } from './brief-rows.ts';

test('people who are not described are in the cell of which neither sex nor age is known', () => {
  const rows = peopleRows(madeUpAnswer({ incidents: 20, killed: 9, injured: 5 }), {
    women: madeUpAnswer({}, { victim_age: [counted('19-35', { killed: 2, injured: 1 })] }),
    men: madeUpAnswer({}, { victim_age: [counted('not_reported', { killed: 4 })] }),
    unknownSex: madeUpAnswer({}),
  });
  expect(peopleSums(rows).all).toBe(14);
  expect(rows.at(-1)).toEqual({
    age: 'not_reported',
    women: { killed: 0, injured: 0 },
    men: { killed: 4, injured: 0 },
    unknownSex: { killed: 3, injured: 4 },
    all: 11,
  });
});

test('a class of weapons whose seizures give no number has none', () => {
  const silent = { incidents: 1, notReported: { weapons: 1 } };
  const weapon = [counted('handgun', silent), counted('rifle_or_shotgun', { incidents: 2, weapons: 3 })];
  const rows = weaponRows(madeUpAnswer({}, { weapon }), madeUpAnswer({}, { weapon: [counted('other', silent)] }));
  const known = new Map(rows.map(({ code, now, before }) => [code, [now, before]]));
  expect([known.get('rifle_or_shotgun'), known.get('handgun'), known.get('rest')]).toEqual([
    [3, 0],
    [null, 0],
    [0, null],
  ]);
});

test('types are named, the rest adds up, and only those that clearly changed are called changed', () => {
  const answer = (disputes: number) =>
    madeUpAnswer(
      {},
      {
        type: [
          counted('weapon_seizure', { incidents: 400 }),
          counted('public_dispute', { incidents: disputes }),
          counted('suicide', { incidents: 7 }),
          counted('weapon_theft', { incidents: 2 }),
          counted('other', { incidents: 4 }),
          counted('police_encounter', { incidents: 1, injured: 1 }),
        ],
      },
    );
  const rows = typeRows(answer(36), answer(80));
  expect(rows.reduce((sum, { now }) => sum + now, 0)).toBe(48);
  expect(rows).toHaveLength(9);
  expect(rows.at(-1)).toMatchObject({ code: 'rest', now: 4, injured: { count: 0, incidents: 4, notReported: 0 } });
  const quarters = { kind: 'comparable', days: 92, otherDays: 92 } as const;
  expect(changedTypes(rows, () => quarters, 1)?.map(({ code }) => code)).toEqual(['public_dispute']);
  // The same numbers, of incidents that come in waves.
  expect(changedTypes(rows, () => quarters, 4)).toEqual([]);
  expect(changedTypes(typeRows(answer(36), answer(40)), () => quarters, 1)).toEqual([]);
  expect(changedTypes(rows, () => ({ kind: 'data_end', day: '2026-08-01' }), 1)).toBeUndefined();
  // A type of which a dataset that is small otherwise has many is not judged.
  const evenIn = (now: number) => (now < 40 ? ({ kind: 'uneven_data', parts: [] } as const) : quarters);
  expect(changedTypes(rows, evenIn, 1)).toEqual([]);
});
