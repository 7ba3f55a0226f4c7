import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mappedFormatsFolder } from '../src/formats/format-names.ts';

/* Real files that are not part of this repository, with the mappings of a person for them and the sums that they must give. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const data = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');

/** The folder of the files; undefined if it is not there, which is said once. @param of what is skipped */
export function realData(of: string): string | undefined {
  if (existsSync(join(data, 'newcomers'))) return data;
  console.warn(`SKIPPED: ${of}, since there is no folder ${join(data, 'newcomers')} (see MONITOR_REAL_DATA).`);
  return undefined;
}

const described = (mapping: string) =>
  `dataset: { slug: newcomer, title: Newcomer, licence: see the file, attribution: see the file }\nincident:${mapping}`;

/** A built-in format. */
export const mappingOf = (name: string) => readFileSync(new URL(`${name}.yaml`, mappedFormatsFolder), 'utf8');

/** Those of `newcomers`. */
export const newcomers = {
  'nypd-2018.csv': { mapping: mappingOf('nypd'), sums: { incidents: 754, killed: 202, injured: 749 } },
  'toronto-2022.csv': {
    mapping: described(`
  source_key: EVENT_UNIQUE_ID
  occurred_on: OCC_DATE
  local_time: OCC_HOUR
  lon: LONG_WGS84
  lat: LAT_WGS84
  type: { value: undetermined_shooting }
  killed: DEATH
  injured: INJURIES
`),
    sums: { incidents: 380, killed: 44, injured: 150 },
  },
  'fogo-cruzado-2024-01-02.csv': { mapping: mappingOf('fogo-cruzado'), sums: { incidents: 1103, killed: 628, injured: 295 } },
  'fogo-cruzado-victims-2024-01-02.csv': {
    mapping: mappingOf('fogo-cruzado-victims'),
    sums: { incidents: 732, killed: 628, injured: 295 },
  },
  'polisen-events.json': {
    mapping: described(`
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
`),
    sums: { incidents: 500, killed: 0, injured: 0 },
  },
} as const;
