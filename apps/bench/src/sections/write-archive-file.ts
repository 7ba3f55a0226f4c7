import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { region } from '@monitor/geography';
import { readLocation } from '@monitor/geography/gazetteer';

/** A column of the Gun Violence Archive's files in their order, and what a made-up incident has there. */
type Columns = Readonly<Record<string, (incident: MadeUp) => string>>;

/** What the columns of one incident have in common. */
interface MadeUp {
  readonly number: number;
  /** One of the items, another for each incident and purpose, the same in each run. */
  readonly one: <Item>(purpose: number, items: readonly Item[]) => Item;
  readonly place: Place;
  /** What happened to each person. */
  readonly outcomes: readonly string[];
}

type Place = ReturnType<typeof readLocation>['places'][number];

const characteristics = [
  'Shot - Wounded/Injured',
  'Shot - Dead (murder, accidental, suicide)',
  'Shots Fired - No Injuries',
  'Non-Shooting Incident',
  'Armed robbery with injury/death and/or evidence of DGU found',
  'Drive-by (car to street, car to car)',
  'ATF/LE Confiscation/Raid/Arrest',
  'Possession (gun(s) found during commission of other crimes)',
  'Domestic Violence',
  'Brandishing/flourishing/open carry/lost/found',
  'Home Invasion',
  'Officer Involved Incident',
];
const guns = ['Unknown', 'Unknown', 'Handgun', '9mm', '40 SW', 'Shotgun', '22 LR'];
const outcomes = ['Injured', 'Unharmed, Arrested', 'Unharmed', 'Killed', 'Injured', 'Arrested'];
/** As many people, sources and characteristics as the archive mostly has. */
const [people, articles, traits] = [
  [0, 1, 1, 1, 1, 2, 2, 3],
  [1, 1, 1, 2, 1, 3, 1, 5],
  [1, 2, 1, 3, 4, 1, 5, 2],
];

const columns: Columns = {
  incident_id: ({ number }) => String(500_000 + number),
  date: ({ number }) => new Date(Date.UTC(2017, 0, 1 + (number % 365))).toISOString().slice(0, 10),
  state: ({ place }) => region(place.region ?? '')?.name ?? '',
  city_or_county: ({ place, one }) => (one(1, [...Array(25).keys()]) === 0 ? `${place.name} (Old Mill)` : place.name),
  address: ({ number }) => `${(number % 90) + 1}00 block of Example Street`,
  n_killed: (incident) => String(incident.outcomes.filter((outcome) => outcome === 'Killed').length),
  n_injured: (incident) => String(incident.outcomes.filter((outcome) => outcome === 'Injured').length),
  incident_url: ({ number }) => `http://www.gunviolencearchive.org/incident/${500_000 + number}`,
  source_url: (incident) => articleOf(incident, 0),
  incident_url_fields_missing: () => 'False',
  congressional_district: ({ number }) => String(number % 30),
  gun_stolen: () => '0::Unknown',
  gun_type: ({ one }) => `0::${one(2, guns)}`,
  incident_characteristics: ({ one }) => listOf(one(3, traits), (at) => one(4 + at, characteristics), '||'),
  latitude: ({ place, one }) => (isWithoutPoint(one) ? '' : (place.lat + one(10, nearby)).toFixed(4)),
  location_description: ({ one }) => one(11, ['', '', '', 'Example Apartments', 'Gas station']),
  longitude: ({ place, one }) => (isWithoutPoint(one) ? '' : (place.lon + one(12, nearby)).toFixed(4)),
  n_guns_involved: () => '1',
  notes: ({ one }) => one(13, ['', 'made up for measuring', 'made up for measuring, with a comma and "words in quotation marks"']),
  participant_age: ({ outcomes: all, one }) => numbered(all, (at) => String(one(20 + at, ages))),
  participant_age_group: ({ outcomes: all, one }) => numbered(all, (at) => (one(20 + at, ages) < 18 ? 'Teen 12-17' : 'Adult 18+')),
  participant_gender: ({ outcomes: all, one }) => numbered(all, (at) => one(30 + at, ['Male', 'Male', 'Female'])),
  participant_name: ({ outcomes: all }) => numbered(all, () => 'Withheld'),
  participant_relationship: ({ one }) => one(40, ['', '', '', '', '', '', '0::Family', '0::Armed Robbery']),
  participant_status: ({ outcomes: all }) => numbered(all, (at) => all[at]!),
  participant_type: ({ outcomes: all }) => numbered(all, (at) => (all[at]!.includes('Arrested') ? 'Subject-Suspect' : 'Victim')),
  sources: (incident) => listOf(incident.one(41, articles), (at) => articleOf(incident, at), '||'),
  state_house_district: ({ number }) => String(number % 120),
  state_senate_district: ({ number }) => String(number % 50),
};

const ages = Array.from({ length: 50 }, (_, at) => 14 + at);
/** Degrees from the centre of a settlement. */
const nearby = Array.from({ length: 401 }, (_, at) => (at - 200) / 10_000);

function isWithoutPoint(one: MadeUp['one']): boolean {
  return one(14, [...Array(50).keys()]) === 0;
}

/** The address of an article, which mostly has its headline. A thousand hosts, of which some have far more than others. */
function articleOf({ number, one }: MadeUp, at: number): string {
  const host = one(50 + at, [10, 100, 1_000]);
  return `http://www.news${one(60 + at, [...Array(host).keys()])}.example/${number}/${at}/two-people-shot-on-example-street`;
}

function listOf(length: number, item: (at: number) => string, mark: string): string {
  return Array.from({ length }, (_, at) => item(at)).join(mark);
}

function numbered(all: readonly unknown[], item: (at: number) => string): string {
  return listOf(all.length, (at) => `${at}::${item(at)}`, '||');
}

/** Writes made-up incidents as files of the Gun Violence Archive have them, for machines without its files. Gives the path. */
export async function writeArchiveFile(path: string, rows: number, signal: AbortSignal): Promise<string> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path), { signal });
  return path;
}

function* lines(rows: number): Generator<string> {
  const places = readLocation('US').places.filter((place) => place.part_of === null && place.region !== null);
  yield `${Object.keys(columns).join(',')}\n`;
  for (let number = 1; number <= rows; number++) {
    const one: MadeUp['one'] = (purpose, items) => items[scattered(number, purpose) % items.length]!;
    const incident = {
      number,
      one,
      place: one(0, places),
      outcomes: Array.from({ length: one(15, people) }, (_, at) => one(16 + at, outcomes)),
    };
    yield `${Object.values(columns)
      .map((valueOf) => quoted(valueOf(incident)))
      .join(',')}\n`;
  }
}

/** A whole number that tells nothing of the two it is made from. */
function scattered(number: number, purpose: number): number {
  let mixed = Math.imul(number ^ Math.imul(purpose + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
