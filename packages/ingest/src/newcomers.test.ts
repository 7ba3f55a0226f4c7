import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Person } from '@monitor/domain';
import { builtInFormat } from './formats/built-in.ts';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';
import { readAll } from '../testing/test-files.ts';

/* Real files that are not part of this repository, with the sums that they must give. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data'), 'newcomers');
const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the tests on files of newcomers, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

const dataset = 'dataset: { slug: newcomer, title: Newcomer, licence: see the file, attribution: see the file }\n';

const formatOf = (mapping: string) => genericFormat(readMapping(dataset + mapping, 'newcomer.yaml'));

/** After the last day of all files. */
const latest = '2026-12-01';

/** Whether everybody sees an age band or a range of ages. */
const hasAges = ({ age_band, age_from, age_to }: Person) => age_band !== 'not_reported' || age_from !== null || age_to !== null;

/** What a file gives, added up. @param described a mapping, or the name of a built-in format */
async function sums(file: string, described: string) {
  const format = (await builtInFormat(described)) ?? formatOf(described);
  const { drafts, rejected } = await readAll(join(folder, file), format, undefined, latest);
  const total = (count: (draft: (typeof drafts)[number]['draft']) => number | null) =>
    drafts.reduce((sum, { draft }) => sum + (count(draft) ?? 0), 0);
  return {
    // Of two with one identifier, the record has one.
    incidents: new Set(drafts.map(({ draft }) => draft.source_key)).size,
    rejected: rejected.length,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    victims: total(({ people }) => people.filter(({ role }) => role === 'victim').length),
    victimsWithAges: total(({ people }) => people.filter((person) => person.role === 'victim' && hasAges(person)).length),
    perpetrators: total(({ people }) => people.filter(({ role }) => role === 'perpetrator').length),
    where: [...new Set(drafts.map(({ draft }) => draft.region ?? draft.country))].toSorted(),
  };
}

describe.skipIf(absent)('files of newcomers', () => {
  it('shootings in New York: a row a victim, half of them without a word of the perpetrator', async () => {
    expect(await sums('nypd-2018.csv', 'nypd')).toEqual({
      incidents: 754,
      rejected: 0,
      killed: 202,
      injured: 749,
      victims: 951,
      // 871 of them are of ages in several of our bands; of 3 nothing is known.
      victimsWithAges: 948,
      perpetrators: 409,
      where: ['US-NY'],
    });
  });

  it('shootings in Toronto', async () => {
    const found = await sums(
      'toronto-2022.csv',
      `
incident:
  source_key: EVENT_UNIQUE_ID
  occurred_on: OCC_DATE
  local_time: OCC_HOUR
  lon: LONG_WGS84
  lat: LAT_WGS84
  type: { value: undetermined_shooting }
  killed: DEATH
  injured: INJURIES
`,
    );
    expect(found).toEqual({
      incidents: 380,
      rejected: 0,
      killed: 44,
      injured: 150,
      victims: 0,
      victimsWithAges: 0,
      perpetrators: 0,
      where: ['CA-ON'],
    });
  });

  it('shootings in Brazil, whose incidents have no identifier: civilians and officers apart', async () => {
    const where = ['BR-BA', 'BR-PE', 'BR-RJ'];
    expect(await sums('fogo-cruzado-2024-01-02.csv', 'fogo-cruzado')).toMatchObject({
      incidents: 1103,
      rejected: 0,
      killed: 628,
      injured: 295,
      where,
    });
    expect(await sums('fogo-cruzado-victims-2024-01-02.csv', 'fogo-cruzado-victims')).toMatchObject({
      incidents: 732,
      rejected: 0,
      killed: 628,
      injured: 295,
      victims: 923,
      victimsWithAges: 916,
      where,
    });
  });

  it('events of the police in Sweden: JSON with times without a leading zero, most of them not about weapons', async () => {
    const file = 'polisen-events.json';
    const mapping = `
incident:
  source_key: id
  occurred_on: { column: datetime, formats: 'YYYY-MM-DD H:mm:ss Z' }
  local_time: { column: datetime, formats: 'YYYY-MM-DD H:mm:ss Z' }
  country: { value: SE }
  coordinates: location.gps
  type_as_reported: type
  type:
    column: type
    values: { 'Mord/dråp, försök': undetermined_shooting, Rån: criminal_context, Mordbrand: undetermined_explosion }
    otherwise: other
`;
    const found = await sums(file, mapping);
    expect(found).toMatchObject({ incidents: 500, rejected: 0 });
    expect(found.where.filter((code) => !code.startsWith('SE-'))).toEqual([]);
    const { drafts } = await readAll(join(folder, file), formatOf(mapping), undefined, latest);
    const ofType = (type: string) => drafts.filter(({ draft }) => draft.type === type).length;
    expect(['undetermined_shooting', 'criminal_context', 'undetermined_explosion'].map(ofType)).toEqual([3, 2, 1]);
    expect(drafts.find(({ draft }) => draft.source_key === '650297')).toMatchObject({
      line: 1,
      draft: { occurred_on: '2026-08-22', part_of_day: 'evening' },
    });
    expect(drafts.filter(({ draft }) => draft.part_of_day === null)).toEqual([]);
  });
});
