import { incidentFields, type NamesOf, namesOf, nothingReported, unknownAges, unknownPublication } from '../src/fields.ts';
import type { IncidentDraft, Person } from '../src/incident.ts';

/** The least that an incident can say. */
export const minimalDraft: IncidentDraft = {
  ...nothingReported,
  source_key: 'minimal',
  occurred_on: '2024-03-15',
  date_precision: 'day',
  country: 'RS',
  point_basis: 'mapped_type',
  region: 'RS-20',
  place: 'Ниш',
  lon: 21.90333,
  lat: 43.32472,
  place_precision: 'settlement',
  setting: 'not_reported',
  urbanity: 'not_reported',
  type: 'public_dispute',
  people: [],
  weapons: [],
  sources: [],
};

/** A child, of whom an incident withholds more. */
export const injuredChild = {
  ...unknownAges,
  role: 'victim',
  sex: 'woman',
  age: 12,
  age_band: '0-18',
  outcome: 'injured',
  relationship: 'other',
} as const satisfies Person;

/** One of which only the location is known. */
export const placelessDraft: IncidentDraft = {
  ...minimalDraft,
  region: null,
  place: null,
  lon: null,
  lat: null,
  place_precision: 'jurisdiction',
};

type PublicName = NamesOf<typeof incidentFields, { readonly shown: 'list' | 'record' }>;

/** What everybody may see of its own fields. */
export const minimalRecord = Object.fromEntries(
  namesOf(incidentFields, 'list', 'record').map((name) => [name, minimalDraft[name]]),
) as Pick<IncidentDraft, PublicName>;

type FullDraft = IncidentDraft & {
  readonly [Name in Exclude<keyof IncidentDraft, 'local_time'>]: NonNullable<IncidentDraft[Name]>;
};

/** An incident that says everything: no field of it is null but what is withheld of a sensitive one. */
export const fullDraft = {
  source_key: 'full',
  occurred_on: '2025-06-30',
  occurred_until: '2025-07-02',
  local_time: null,
  part_of_day: 'evening',
  date_precision: 'day',
  country: 'XK',
  region: 'XK-02',
  place: 'Đakovica',
  withheld_place: 'Rruga 12',
  lon: 20.43083,
  lat: 42.38028,
  place_precision: 'settlement',
  point_basis: 'sensitive',
  exact_lon: 20.4401,
  exact_lat: 42.3811,
  setting: 'home',
  urbanity: 'urban',
  type: 'domestic_violence',
  subtype: 'domestic_violence.intimate_partner',
  type_as_reported: '=HYPERLINK("http://example.org")',
  withheld_type: 'what a neighbour saw',
  killed: 1,
  killed_low: 1,
  killed_high: 2,
  injured: 2,
  injured_low: 1,
  injured_high: 3,
  threatened: 0,
  suicides: 1,
  people: [
    {
      role: 'victim',
      sex: 'woman',
      age: 17,
      age_band: '0-18',
      outcome: 'killed',
      relationship: 'intimate_partner',
      age_from: null,
      age_to: null,
    },
    {
      role: 'perpetrator',
      sex: 'man',
      age: null,
      age_band: '36-60',
      outcome: 'suicide',
      relationship: 'intimate_partner',
      age_from: 40,
      age_to: 49,
    },
  ],
  weapons: [{ class: 'handgun', count: 1, legal: 'illegal', mode: null, traced: 'no' }],
  sources: [{ ...unknownPublication, kind: 'media', publisher: 'Koha Ditore', published_on: '2025-07-01', language: 'sq' }],
} satisfies FullDraft;
