import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Real files that are not part of this repository, and the mappings of a person for them, without the dataset. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const data = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');

/** The folder of the files; undefined if it is not there, which is said once. @param of what is skipped */
export function realData(of: string): string | undefined {
  if (existsSync(join(data, 'newcomers'))) return data;
  console.warn(`SKIPPED: ${of}, since there is no folder ${join(data, 'newcomers')} (see MONITOR_REAL_DATA).`);
  return undefined;
}

const inBrazil = `
  occurred_on: { column: data_ocorrencia, formats: ['YYYY-MM-DD HH:mm:ss', YYYY-MM-DD] }
  country: { default: BR }
  lon: longitude
  lat: latitude
  type: { value: undetermined_shooting }
`;
const brazilianKey = '[data_ocorrencia, latitude, longitude]';

/** Those of `newcomers`, by the names of the files. */
export const newcomerMappings = {
  'nypd-2018.csv': `
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
  'toronto-2022.csv': `
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
  'fogo-cruzado-2024-01-02.csv': `
incident:${inBrazil}  source_key: { join: ${brazilianKey} }
  killed: { sum: [civis_mortos_ocorrencia, agentes_mortos_ocorrencia] }
  injured: { sum: [civis_feridos_ocorrencia, agentes_feridos_ocorrencia] }
`,
  'fogo-cruzado-victims-2024-01-02.csv': `
group_by: { join: ${brazilianKey} }
incident:${inBrazil}people:
  - role: { value: victim }
    age: idade
    outcome: { column: situacao, values: { Morta: killed, Ferida: injured } }
`,
  'polisen-events.json': `
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
`,
} as const;

/** The sums that the files must give, whatever describes them. */
export const newcomerSums: Readonly<Record<keyof typeof newcomerMappings, { incidents: number; killed: number; injured: number }>> =
  {
    'nypd-2018.csv': { incidents: 754, killed: 202, injured: 749 },
    'toronto-2022.csv': { incidents: 380, killed: 44, injured: 150 },
    'fogo-cruzado-2024-01-02.csv': { incidents: 1103, killed: 628, injured: 295 },
    'fogo-cruzado-victims-2024-01-02.csv': { incidents: 732, killed: 628, injured: 295 },
    'polisen-events.json': { incidents: 500, killed: 0, injured: 0 },
  };
