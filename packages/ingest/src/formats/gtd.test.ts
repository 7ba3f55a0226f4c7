import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const attack = {
  eventid: '201405020001',
  iyear: '2014',
  imonth: '5',
  iday: '2',
  country_txt: 'Ukraine',
  provstate: 'Donetsk',
  city: 'Donetsk',
  latitude: '48.0',
  longitude: '37.8',
  specificity: '1',
  summary: 'Zzyzx Qwertyname was there',
  attacktype1_txt: 'Armed Assault',
  weaptype1: '5',
  weaptype1_txt: 'Firearms',
  weapsubtype1_txt: 'Handgun',
  nkill: '2.0',
  nwound: '',
};

it('reads attacks of the Global Terrorism Database with firearms and explosives', async () => {
  const { drafts, leftOut, rejected } = await readAs('gtd', [
    attack,
    {
      ...attack,
      eventid: '201405000002',
      iday: '0',
      specificity: '4',
      weaptype1: '6',
      weaptype1_txt: 'Explosives',
      weapsubtype1_txt: '',
    },
    {
      ...attack,
      eventid: '201400000003',
      imonth: '0',
      iday: '0',
      city: 'Unknown',
      specificity: '5',
      weapsubtype1_txt: 'Unknown Gun Type',
    },
    { ...attack, eventid: '201405020004', weaptype1: '9', weaptype1_txt: 'Melee' },
  ]);
  expect(rejected).toEqual([]);
  expect(leftOut).toBe(1);
  expect(
    drafts.map(({ draft }) => [draft.occurred_on, draft.date_precision, draft.place_precision, draft.weapons[0]?.class]),
  ).toEqual([
    ['2014-05-02', 'day', 'settlement', 'handgun'],
    ['2014-05-01', 'month', 'region', 'explosive'],
    ['2014-01-01', 'year', 'jurisdiction', 'not_reported'],
  ]);
  expect(drafts[0]?.draft).toMatchObject({
    type: 'political_or_extremist',
    country: 'UA',
    place: 'Донецьк',
    killed: 2,
    injured: null,
  });
  expect(drafts[0]?.draft.type_as_reported).toBe('Armed Assault');
  expect(JSON.stringify(drafts)).not.toContain('Qwertyname');
});
