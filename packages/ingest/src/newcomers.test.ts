import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
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

/** What the file gives by the mapping, added up. */
async function sums(path: string, mapping: string) {
  const { drafts, rejected } = await readAll(path, formatOf(mapping), undefined, latest);
  const total = (count: (draft: (typeof drafts)[number]['draft']) => number | null) =>
    drafts.reduce((sum, { draft }) => sum + (count(draft) ?? 0), 0);
  return {
    incidents: drafts.length,
    rejected: rejected.length,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    victims: total(({ people }) => people.filter(({ role }) => role === 'victim').length),
    perpetrators: total(({ people }) => people.filter(({ role }) => role === 'perpetrator').length),
    where: [...new Set(drafts.map(({ draft }) => draft.region ?? draft.country))].toSorted(),
  };
}

describe.skipIf(absent)('files of newcomers', () => {
  it('shootings in New York: a row a victim, half of them without a word of the perpetrator', async () => {
    const found = await sums(
      join(folder, 'nypd-2018.csv'),
      `
group_by: INCIDENT_KEY
incident:
  occurred_on: { column: OCCUR_DATE, formats: MM/DD/YYYY }
  local_time: OCCUR_TIME
  country: { value: US }
  region: { value: US-NY }
  lon: Longitude
  lat: Latitude
  type: { value: undetermined_shooting }
people:
  - role: { value: victim }
    sex: { column: VIC_SEX, values: { M: man, F: woman }, otherwise: not_reported }
    age_band: { column: VIC_AGE_GROUP, values: { UNKNOWN: null } }
    outcome: { column: STATISTICAL_MURDER_FLAG, values: { true: killed, false: injured } }
  - role: { value: perpetrator }
    sex: { column: PERP_SEX, values: { M: man, F: woman }, otherwise: not_reported }
    age_band: { column: PERP_AGE_GROUP, values: { UNKNOWN: null, U: null } }
`,
    );
    expect(found).toEqual({
      incidents: 754,
      rejected: 0,
      killed: 202,
      injured: 749,
      victims: 951,
      perpetrators: 409,
      where: ['US-NY'],
    });
  });

  it('shootings in Toronto', async () => {
    const found = await sums(
      join(folder, 'toronto-2022.csv'),
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
    expect(found).toEqual({ incidents: 380, rejected: 0, killed: 44, injured: 150, victims: 0, perpetrators: 0, where: ['CA-ON'] });
  });

  it('shootings in Brazil, whose incidents have no identifier: civilians and officers apart', async () => {
    const incident = `
  occurred_on: { column: data_ocorrencia, formats: ['YYYY-MM-DD HH:mm:ss', YYYY-MM-DD] }
  country: { default: BR }
  lon: longitude
  lat: latitude
  type: { value: undetermined_shooting }
`;
    const key = '[data_ocorrencia, latitude, longitude]';
    const numbers = `
  killed: { sum: [civis_mortos_ocorrencia, agentes_mortos_ocorrencia] }
  injured: { sum: [civis_feridos_ocorrencia, agentes_feridos_ocorrencia] }
`;
    const incidents = join(folder, 'fogo-cruzado-2024-01-02.csv');
    const where = ['BR-BA', 'BR-PE', 'BR-RJ'];
    const expected = { rejected: 0, incidents: 1103, killed: 628, injured: 295, where };
    expect(await sums(incidents, `incident:${incident}  source_key: { join: ${key} }${numbers}`)).toMatchObject(expected);
    expect(await sums(incidents, `incident:${incident}${numbers}`)).toMatchObject(expected);
    const people = `people:
  - role: { value: victim }
    age: idade
    outcome: { column: situacao, values: { Morta: killed, Ferida: injured } }
`;
    const victims = join(folder, 'fogo-cruzado-victims-2024-01-02.csv');
    expect(await sums(victims, `group_by: { join: ${key} }\nincident:${incident}${people}`)).toMatchObject({
      rejected: 0,
      incidents: 732,
      killed: 628,
      injured: 295,
      victims: 923,
    });
  });

  it('events of the police in Sweden: JSON with times without a leading zero, most of them not about weapons', async () => {
    const path = join(folder, 'polisen-events.json');
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
    const found = await sums(path, mapping);
    expect(found).toMatchObject({ incidents: 500, rejected: 0 });
    expect(found.where.filter((code) => !code.startsWith('SE-'))).toEqual([]);
    const { drafts } = await readAll(path, formatOf(mapping), undefined, latest);
    const ofType = (type: string) => drafts.filter(({ draft }) => draft.type === type).length;
    expect(['undetermined_shooting', 'criminal_context', 'undetermined_explosion'].map(ofType)).toEqual([3, 2, 1]);
    expect(drafts.find(({ draft }) => draft.source_key === '650297')).toMatchObject({
      line: 1,
      draft: { occurred_on: '2026-08-22', part_of_day: 'evening' },
    });
    expect(drafts.filter(({ draft }) => draft.part_of_day === null)).toEqual([]);
  });
});
