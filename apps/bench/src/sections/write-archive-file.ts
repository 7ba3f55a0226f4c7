import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const columns = [
  'incident_id',
  'date',
  'state',
  'city_or_county',
  'address',
  'n_killed',
  'n_injured',
  'incident_url',
  'source_url',
  'incident_url_fields_missing',
  'congressional_district',
  'gun_stolen',
  'gun_type',
  'incident_characteristics',
  'latitude',
  'location_description',
  'longitude',
  'n_guns_involved',
  'notes',
  'participant_age',
  'participant_age_group',
  'participant_gender',
  'participant_name',
  'participant_relationship',
  'participant_status',
  'participant_type',
  'sources',
  'state_house_district',
  'state_senate_district',
] as const;

/** Writes made-up incidents in the format of the Gun Violence Archive, for machines without its files. Gives the path. */
export async function writeArchiveFile(path: string, rows: number, signal: AbortSignal): Promise<string> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path), { signal });
  return path;
}

function* lines(rows: number): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (let number = 1; number <= rows; number++) {
    const fields = madeUp(number);
    yield `${columns.map((column) => quoted(fields[column] ?? '')).join(',')}\n`;
  }
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}

function madeUp(number: number): Partial<Record<(typeof columns)[number], string>> {
  const killed = number % 4 === 0 ? 1 : 0;
  const injured = number % 3 === 0 ? 1 : 0;
  const victim = killed > 0 ? 'Killed' : injured > 0 ? 'Injured' : 'Unharmed';
  return {
    incident_id: String(number),
    date: new Date(Date.UTC(2017, 0, 1 + (number % 365))).toISOString().slice(0, 10),
    state: 'Ohio',
    city_or_county: 'Columbus',
    n_killed: String(killed),
    n_injured: String(injured),
    incident_url: `https://example.org/incident/${number}`,
    gun_stolen: '0::Unknown',
    gun_type: number % 2 === 0 ? '0::Handgun' : '0::Shotgun',
    incident_characteristics:
      killed > 0
        ? 'Shot - Dead (murder, accidental, suicide)'
        : injured > 0
          ? 'Shot - Wounded/Injured'
          : 'Shots Fired - No Injuries',
    latitude: (39.9 + (number % 1000) / 10_000).toFixed(4),
    longitude: (-83 + (number % 777) / 10_000).toFixed(4),
    n_guns_involved: '1',
    notes: 'made up for measuring',
    participant_age: `0::${18 + (number % 50)}||1::${19 + (number % 40)}`,
    participant_age_group: '0::Adult 18+||1::Adult 18+',
    participant_gender: number % 5 === 0 ? '0::Female||1::Male' : '0::Male||1::Male',
    participant_status: `0::${victim}||1::Unharmed`,
    participant_type: '0::Victim||1::Subject-Suspect',
    sources: `https://example.org/news/${number}||https://example.com/report/${number}`,
  };
}
