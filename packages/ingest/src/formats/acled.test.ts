import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const event = {
  event_id_cnty: 'UKR900001',
  event_date: '07 May 2022',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Some group',
  country: 'Ukraine',
  admin1: 'Kharkiv',
  location: 'Kharkiv',
  latitude: '49.98',
  longitude: '36.25',
  geo_precision: '1',
  notes: 'Zzyzx Qwertyname spoke',
  fatalities: '3',
};

it('reads events of ACLED that need firearms or explosives, and attacks on civilians', async () => {
  const { drafts, leftOut, rejected } = await readAs('acled', [
    event,
    { ...event, event_id_cnty: 'UKR2', event_type: 'Explosions/Remote violence', sub_event_type: 'Grenade', time_precision: '2' },
    { ...event, event_id_cnty: 'UKR3', event_type: 'Violence against civilians', sub_event_type: 'Attack', geo_precision: '3' },
    { ...event, event_id_cnty: 'UKR4', event_type: 'Protests', sub_event_type: 'Peaceful protest' },
    { ...event, event_id_cnty: 'UKR5', event_date: '2022-05-15', time_precision: '3', fatalities: '0' },
  ]);
  expect(rejected).toEqual([]);
  expect(leftOut).toBe(1);
  expect(drafts.map(({ draft }) => [draft.type, draft.date_precision, draft.place_precision, draft.killed])).toEqual([
    ['armed_conflict', 'day', 'settlement', 3],
    ['armed_conflict', 'week', 'settlement', 3],
    ['political_or_extremist', 'day', 'region', 3],
    ['armed_conflict', 'month', 'settlement', 0],
  ]);
  expect(drafts.map(({ draft }) => draft.weapons.map((weapon) => weapon.class))).toEqual([[], ['explosive'], [], []]);
  expect(drafts[0]?.draft).toMatchObject({ source_key: 'UKR900001', occurred_on: '2022-05-07', country: 'UA', injured: null });
  expect(drafts[0]?.draft.type_as_reported).toBe('Armed clash');
  expect(drafts.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(JSON.stringify(drafts)).not.toMatch(/Qwertyname|Some group/);
});
