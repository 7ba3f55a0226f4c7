import { unknownPublication } from '@monitor/domain';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import type { DraftResult } from '../read-incidents.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { gva, settingOfDescription } from './gva.ts';
import { characteristics, exposing } from './gva-characteristics.ts';

const columns = [
  'incident_id', 'date', 'state', 'city_or_county', 'address', 'n_killed', 'n_injured', 'incident_url', 'source_url', 'gun_stolen',
  'gun_type', 'incident_characteristics', 'latitude', 'location_description', 'longitude', 'notes', 'participant_age',
  'participant_age_group', 'participant_gender', 'participant_name', 'participant_relationship', 'participant_status',
  'participant_type', 'sources',
] as const; // prettier-ignore
type GvaRow = Partial<Record<(typeof columns)[number], string>>;

const minimal: GvaRow = {
  incident_id: '1',
  date: '2017-03-04',
  state: 'Ohio',
  city_or_county: 'Columbus',
  n_killed: '0',
  n_injured: '0',
  incident_characteristics: 'Shots Fired - No Injuries',
};

const full: GvaRow = {
  ...minimal,
  address: '12 Made-up Street',
  n_killed: '1',
  n_injured: '2',
  latitude: '39.9612',
  longitude: '-82.9988',
  incident_url: 'http://www.gunviolencearchive.org/incident/1',
  source_url: 'https://www.example.org/b',
  sources: 'http://www.example.org/zzyzx-qwertyname-shot||http://www.example.org/news/1',
  gun_type: '0::Handgun||1::Handgun||2::22 LR||3::7.62 [AK-47]',
  gun_stolen: '0::Stolen||1::Stolen||2::Unknown||3::Not-stolen',
  incident_characteristics:
    'Shot - Dead (murder, accidental, suicide)||Shot - Wounded/Injured||Bar/club incident - in or around establishment',
  participant_age: '0::30',
  participant_age_group: '0::Adult 18+||1::Adult 18+||2::Adult 18+',
  participant_gender: '0::Male||1::Female',
  participant_name: '0::Zzyzx Qwertyname||1::Zzyzx Qwertyname',
  participant_status: '0::Killed||1::Injured||2::Unharmed, Arrested',
  participant_type: '0::Victim||1::Victim||2::Subject-Suspect',
  participant_relationship: '2::Aquaintance',
  notes: 'Zzyzx Qwertyname was there',
  location_description: 'Zzyzx Qwertyname Lounge',
};

async function read(...rows: GvaRow[]) {
  return readAll(testFile(stringify(rows, { header: true, columns: [...columns] })), gva);
}
const draftOf = async (change: GvaRow) => (await read({ ...minimal, ...change })).drafts[0]!.draft;

describe('the Gun Violence Archive', () => {
  it('gives an incident from the least of a row', async () => {
    expect(await draftOf({})).toMatchObject({
      source_key: '1',
      occurred_on: '2017-03-04',
      country: 'US',
      region: 'US-OH',
      place: 'Columbus',
      place_precision: 'settlement',
      type: 'undetermined_shooting',
      killed: 0,
      injured: 0,
      threatened: null,
      suicides: null,
      people: [],
      weapons: [],
      sources: [],
    });
  });

  it('gives all that means something', async () => {
    expect(await draftOf(full)).toMatchObject({
      killed: 1,
      injured: 2,
      suicides: null,
      type: 'public_dispute',
      subtype: null,
      setting: 'hospitality',
      type_as_reported:
        'Shot - Dead (murder, accidental, suicide); Shot - Wounded/Injured; Bar/club incident - in or around establishment',
      lon: -82.9988,
      place_precision: 'exact',
      people: [
        { role: 'victim', sex: 'man', age: 30, age_band: '19-35', outcome: 'killed', relationship: 'not_reported' },
        { role: 'victim', sex: 'woman', age: null, age_band: 'not_reported', outcome: 'injured', relationship: 'not_reported' },
        {
          role: 'perpetrator',
          sex: 'not_reported',
          age: null,
          age_band: 'not_reported',
          outcome: 'unharmed',
          relationship: 'acquaintance',
        },
      ],
      weapons: [
        { class: 'handgun', count: 2, legal: 'illegal', mode: null, traced: 'not_reported' },
        { class: 'not_reported', count: 1, legal: 'not_reported', mode: null, traced: 'not_reported' },
        { class: 'automatic_or_military', count: 1, legal: 'not_reported', mode: null, traced: 'not_reported' },
      ],
      sources: [
        { ...unknownPublication, kind: 'media', withheld_publisher: 'example.org' },
        {
          ...unknownPublication,
          kind: 'media',
          withheld_publisher: 'example.org',
          withheld_url: 'http://www.example.org/news/1',
        },
        {
          ...unknownPublication,
          kind: 'ngo',
          publisher: 'gunviolencearchive.org',
          url: 'http://www.gunviolencearchive.org/incident/1',
        },
      ],
    });
  });

  it('takes the relationship written beside the suspect for that of the only victim', async () => {
    const people = async (change: GvaRow) =>
      (await draftOf(change)).people.map(({ role, relationship }) => `${role} ${relationship}`);
    const two = { participant_type: '0::Victim||1::Subject-Suspect', participant_relationship: '1::Family' };
    expect(await people(two)).toEqual(['victim family_member', 'perpetrator family_member']);
    expect(await people({ ...two, participant_type: '0::Victim||1::Subject-Suspect||2::Victim' })).toEqual([
      'victim not_reported',
      'perpetrator family_member',
      'victim not_reported',
    ]);
    expect(await people({ ...two, participant_relationship: '0::Neighbor||1::Family' })).toEqual([
      'victim acquaintance',
      'perpetrator family_member',
    ]);
  });

  it('keeps no name of a person: not from its column, nor from notes, address or description', async () => {
    const { drafts, rejected } = await read(full, { ...full, incident_id: '2', n_killed: '-1' });
    expect(rejected).toHaveLength(1);
    expect(JSON.stringify([drafts, rejected.map(({ rows }) => rows)])).not.toMatch(/Zzyzx|Qwertyname|Made-up Street/i);
  });

  it('reads lists with single marks as well', async () => {
    const single = Object.fromEntries(
      Object.entries(full).map(([name, text]) => [
        name,
        name.startsWith('participant') || name.startsWith('gun') ? text.replaceAll('::', ':').replaceAll('||', '|') : text,
      ]),
    );
    const draft = await draftOf({ ...single, sources: 'http://example.org/a|b|https://example.net/news/2' });
    const double = await draftOf(full);
    expect(draft.people).toEqual(double.people);
    expect(draft.weapons).toEqual(double.weapons);
    expect(draft.sources.slice(0, 2)).toMatchObject([
      { withheld_publisher: 'example.org', withheld_url: null },
      { withheld_publisher: 'example.net', withheld_url: 'https://example.net/news/2' },
    ]);
  });

  it('reports an invalid link, without repeating its text', async () => {
    const { drafts } = await read({ ...minimal, sources: 'javascript:zzyzx' });
    expect(drafts[0]?.warnings).toMatchObject([
      { kind: 'source_dropped', message: expect.not.stringContaining('zzyzx') as string },
    ]);
  });

  it.each([
    [
      'Domestic Violence||Shot - Wounded/Injured',
      '1::Significant others - current or former',
      'domestic_violence',
      'domestic_violence.intimate_partner',
    ],
    ['Domestic Violence', '0::Family', 'domestic_violence', 'domestic_violence.family_member'],
    ['Domestic Violence', '', 'domestic_violence', null],
    ['Shot - Dead (murder, accidental, suicide)||Suicide^', '', 'suicide', 'suicide.other'],
    // Somebody was killed by another: never filed under suicides alone.
    ['Suicide^||Murder/Suicide||Home Invasion', '', 'undetermined_shooting', null],
    [
      'Suicide^||Murder/Suicide',
      '1::Significant others - current or former',
      'domestic_violence',
      'domestic_violence.intimate_partner',
    ],
    ['Murder/Suicide', '0::Family', 'domestic_violence', 'domestic_violence.family_member'],
    ['Suicide - Attempt||Attempted Murder/Suicide (one variable unsuccessful)', '', 'undetermined_shooting', null],
    ['Suicide^', '0::Family', 'suicide', 'suicide.other'],
    ['Officer Involved Incident||Officer Involved Shooting - subject/suspect/perpetrator killed', '', 'police_encounter', null],
    [
      'Armed robbery with injury/death and/or evidence of DGU found||Shot - Wounded/Injured',
      '',
      'criminal_context',
      'criminal_context.armed_robbery',
    ],
    ['Accidental Shooting||Cleaning gun', '', 'accidental_shooting', 'accidental_shooting.maintenance'],
    ['Non-Shooting Incident||Possession (gun(s) found during commission of other crimes)', '', 'weapon_seizure', null],
    ['Shots Fired - No Injuries||Possession (gun(s) found during commission of other crimes)', '', 'undetermined_shooting', null],
    ['Shots Fired - No Injuries||Animal shot/killed', '', 'shooting_at_animals', null],
    ['Non-Shooting Incident||Gun(s) stolen from owner', '', 'weapon_theft', null],
    ['Terrorism Involvement||Officer Involved Incident', '', 'political_or_extremist', null],
    ['Non-Shooting Incident', '', 'other', null],
    ['', '', 'other', null],
  ])('%s is coded by priority', async (incident_characteristics, participant_relationship, type, subtype) => {
    expect(await draftOf({ incident_characteristics, participant_relationship })).toMatchObject({ type, subtype });
  });

  it('counts suicides among the killed, as the file does, and marks the one person who is known', async () => {
    expect(gva.dataset.killed_includes_suicides).toBe(true);
    const people = (status: string, type: string, said: string) =>
      draftOf({
        n_killed: '2',
        participant_status: status,
        participant_type: type,
        incident_characteristics: said,
      }).then((draft) => [draft.killed, draft.suicides, draft.people.map(({ outcome }) => outcome)]);
    const pair = '0::Victim||1::Subject-Suspect';
    expect(await people('0::Killed||1::Killed', pair, 'Murder/Suicide')).toEqual([2, null, ['killed', 'suicide']]);
    expect(await people('0::Killed', '0::Victim', 'Suicide^')).toEqual([2, null, ['suicide']]);
    // Which of the two it was is not said.
    expect(await people('0::Killed||1::Killed', '0::Victim||1::Victim', 'Suicide^')).toEqual([2, null, ['killed', 'killed']]);
    expect(await people('0::Killed||1::Injured', pair, 'Murder/Suicide')).toEqual([2, null, ['killed', 'injured']]);
    expect(await people('0::Killed||1::Killed', pair, 'Suicide - Attempt')).toEqual([2, null, ['killed', 'killed']]);
  });

  it('someone shot without any characteristic is an undetermined shooting', async () => {
    expect((await draftOf({ incident_characteristics: '', n_injured: '1' })).type).toBe('undetermined_shooting');
  });

  it('a seizure has its mode', async () => {
    const gun = { gun_type: '0::Rifle' };
    expect((await draftOf({ ...gun, incident_characteristics: 'ATF/LE Confiscation/Raid/Arrest' })).weapons[0]?.mode).toBe(
      'seized',
    );
    expect((await draftOf({ ...gun, incident_characteristics: 'Gun buy back action' })).weapons[0]?.mode).toBe('surrendered');
    expect((await draftOf(gun)).weapons[0]?.mode).toBeNull();
  });

  it('coarsens what the characteristics tell of children and suicides, whatever the type', async () => {
    const point = { latitude: '39.9999', longitude: '-82.9111' };
    const standoff = 'Officer Involved Shooting - subject/suspect/perpetrator suicide at standoff';
    for (const incident_characteristics of [standoff, 'Child injured (not child shooter)||Shot - Wounded/Injured'])
      expect(await draftOf({ ...point, incident_characteristics })).toMatchObject({
        place_precision: 'settlement',
        exact_lat: 39.9999,
      });
  });

  it.each([
    'Shot - Wounded/Injured||domestic violence',
    'Shot - Wounded/Injured||Domestic  Violence',
    'Shot - Wounded/Injured||Dome\u200bstic\nViolence',
    'Shots Fired - No Injuries; Domestic Violence',
  ])('knows a characteristic however it is written: %j', async (incident_characteristics) => {
    const [{ draft, warnings }] = (await read({ ...full, incident_characteristics })).drafts as [DraftResult];
    expect(draft).toMatchObject({ type: 'domestic_violence', place_precision: 'settlement', exact_lat: 39.9612 });
    expect(draft.type_as_reported).toMatch(/; Domestic Violence$/);
    expect(draft.sources.every(({ url }) => url === null)).toBe(true);
    expect(warnings.map(({ kind }) => kind)).not.toContain('unknown_code');
  });

  it('coarsens what involves a teenager or a relative, whatever the characteristics', async () => {
    const point = { latitude: '39.9999', longitude: '-82.9111', incident_url: 'http://www.gunviolencearchive.org/incident/1' };
    for (const people of [{ participant_age_group: '0::Teen 12-17' }, { participant_relationship: '0::Family' }]) {
      const draft = await draftOf({ ...point, ...people, participant_type: '0::Subject-Suspect' });
      expect(draft).toMatchObject({ place_precision: 'settlement', exact_lat: 39.9999 });
      expect(draft.sources).toMatchObject([{ publisher: 'gunviolencearchive.org', url: null }]);
    }
  });

  it.each<GvaRow>([
    { participant_age: '0::16,5' },
    { participant_age: '16' },
    { participant_age: '0::30||16' },
    { participant_age_group: '0::Adult 18+||0::Teen 12-17' },
    { participant_age_group: '0::Teenager' },
    { participant_relationship: '0::Ex-wife' },
    { participant_relationship: 'Family' },
    { participant_status: '0::Suicide' },
    { participant_status: '0::Killed, Suicide' },
    { participant_relationship: '0::constructor' },
  ])('coarsens what it does not understand of a person: %j', async (change) => {
    expect(await draftOf({ ...full, ...change })).toMatchObject({ place_precision: 'settlement', exact_lat: 39.9612 });
  });

  it('knows all that it says of children, suicides, domestic and sexual violence', () => {
    const texts = characteristics.map(({ text }) => text);
    expect([...exposing].filter((text) => !texts.includes(text))).toEqual([]);
    const denials = ['(murder, accidental, suicide)', '(not suicide or suicide attempt'];
    const told = texts.filter(
      (text) => /child|suicide|domestic|family|sex crime/i.test(text) && !denials.some((one) => text.includes(one)),
    );
    expect(told.filter((text) => !exposing.has(text))).toEqual([]);
  });

  it('reports words that are in none of its tables', async () => {
    const { drafts } = await read({
      ...minimal,
      incident_characteristics: 'Shots Fired - No Injuries||Something new',
      participant_gender: '0::Male, female',
      participant_type: '0::Victim',
      gun_type: '0::Blunderbuss',
    });
    expect(drafts[0]?.warnings.map(({ message }) => message)).toEqual([
      'incident_characteristics (not shown) is not a known characteristic.',
      'participant_gender (not shown) is not valid. Allowed values: Male, Female.',
      expect.stringMatching(/^gun_type \(not shown\) is not valid\. Allowed values: Handgun, /),
    ]);
  });

  it('has each characteristic in its table once', () => {
    expect(new Set(characteristics.map(({ text }) => text)).size).toBe(characteristics.length);
    for (const { type, subtype } of characteristics) if (subtype) expect(subtype.startsWith(`${type}.`)).toBe(true);
  });

  it.each([
    ['Lincoln High School', 'school'],
    ['The Blue Lounge', 'hospitality'],
    ['Oakwood Apartments', 'home'],
    ['Shell gas station', 'workplace'],
    ['Humboldt Park', ''],
  ])('%s says "%s" of the setting', (description, setting) => {
    expect(settingOfDescription(description)).toBe(setting);
  });
});
