import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const victim = {
  INCIDENT_KEY: '1001',
  OCCUR_DATE: '03/05/2024',
  OCCUR_TIME: '23:15:00',
  BORO: 'BRONX',
  LOCATION_DESC: 'PVT HOUSE',
  STATISTICAL_MURDER_FLAG: 'false',
  PERP_AGE_GROUP: '25-44',
  PERP_SEX: 'M',
  VIC_AGE_GROUP: '45-64',
  VIC_SEX: 'F',
  VIC_RACE: 'WHITE',
  Latitude: '40.85',
  Longitude: '-73.88',
};
const unknown = { PERP_AGE_GROUP: '(null)', PERP_SEX: '(null)', LOCATION_DESC: '(null)' };

it('reads shootings of New York with their victims, and the perpetrator if one is known', async () => {
  const { drafts, rejected } = await readAs('nypd', [
    victim,
    { ...victim, STATISTICAL_MURDER_FLAG: 'true', VIC_SEX: 'M', VIC_AGE_GROUP: '65+' },
    { ...victim, ...unknown, INCIDENT_KEY: '1002', VIC_AGE_GROUP: 'UNKNOWN', VIC_SEX: 'U' },
  ]);
  expect(rejected).toEqual([]);
  const [both, alone] = drafts.map(({ draft }) => draft);
  expect(both).toMatchObject({
    killed: 1,
    injured: 1,
    region: 'US-NY',
    place: 'The Bronx',
    place_precision: 'exact',
    setting: 'home',
  });
  expect(both).toMatchObject({ occurred_on: '2024-03-05', local_time: '23:15', type: 'undetermined_shooting' });
  expect(both?.people.map(({ role, sex, age_band, age_from, age_to }) => [role, sex, age_band, age_from, age_to])).toEqual([
    ['victim', 'woman', 'not_reported', 45, 64],
    ['victim', 'man', '61-plus', 65, null],
    ['perpetrator', 'man', 'not_reported', 25, 44],
  ]);
  expect(alone).toMatchObject({ setting: 'not_reported', people: [{ role: 'victim', sex: 'not_reported', outcome: 'injured' }] });
});
