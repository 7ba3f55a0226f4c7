import { reportedFields, sourceParts } from '../page-names.ts';
import { type Static, Type } from 'typebox';
import { ageBands, countedKinds, harmedPeople, sexes } from '@monitor/domain';
import { component } from '../field-schemas.ts';
import { WeekHours } from '../summary.ts';
import { pageOf } from './page.ts';
import { ofPlaces } from './places.ts';
import {
  Count,
  List,
  MapRates,
  MeasureName,
  named,
  NotReported,
  Query,
  Rate,
  SaidChange,
  Sentence,
  TrendMark,
  TrendStep,
  withReporting,
} from './verdicts.ts';

export const placeKinds = ['location', 'region', 'settlement'] as const;
export type PlaceKind = (typeof placeKinds)[number];

const ThisPlace = Type.Object({
  kind: named(placeKinds, 'What it is.'),
  address: Type.String({ description: 'As in the address of its page: `RS`, `RS-20`, `RS-20-nis`.' }),
  name: Type.String(),
  code: Type.String({ description: 'Code of the location or region, or of the one that a settlement lies in.' }),
  country: Type.String({ description: 'Code of its location.' }),
});

/** What a row of the findings counts. */
export const findingNames = [...countedKinds, 'killed', 'injured', 'weapons'] as const;
export type FindingName = (typeof findingNames)[number];

/** A rate beside an average. */
const Average = Type.Object({
  verdict: Type.Optional(Type.String({ description: '`60% below average`. Absent where they are not compared.' })),
  isClear: Type.Boolean({ description: 'True if the 95% interval does not contain the average.' }),
  text: { ...Sentence, description: 'What the verdict rests on, or why there is none.' },
  alone: Type.Optional(Type.Boolean({ description: 'True if the data is about no other location to compare with.' })),
  rate: Type.Optional(
    Type.Object({ ...Rate, average: Type.Number() }, { description: 'Per 100,000 people per year, with the average beside it.' }),
  ),
});

const FindingRow = Type.Object({
  name: named(findingNames, 'What is counted.'),
  measure: MeasureName,
  count: Type.Union([Count, Type.Null()], { description: 'Null if no incident has this number reported.' }),
  notReported: NotReported,
  label: Type.String({ description: 'What stands beside the number: `people killed`.' }),
  query: Query('what is counted'),
  change: component(SaidChange),
  years: Type.Optional(
    List(
      Type.Object({
        year: Type.Integer({ description: 'Of the last day.' }),
        count: Type.Union([Count, Type.Null()], {
          description: 'Null if the data does not cover all of it, or if the number is not reported.',
        }),
      }),
      'The same months of up to six years, oldest first. Absent unless the period is of at most twelve whole months.',
    ),
  ),
  average: Average,
  large: Type.Optional(Type.Object({ count: Count, query: Query('them') }, { description: 'The large ones among seizures.' })),
});
export type SaidFinding = Static<typeof FindingRow>;

const Types = Type.Object({
  reading: Type.Optional(Sentence),
  rows: List(
    Type.Object({
      type: Type.String(),
      incidents: Count,
      ...withReporting(['killed'], Count),
      share: Type.Number({ description: 'Share of all incidents of the place, from 0 to 1.' }),
      usual: Type.Optional(Type.Number({ description: 'Share of all incidents of all locations, from 0 to 1.' })),
    }),
    'Incident types, most incidents first.',
  ),
});

const Weapons = Type.Object({
  reading: Sentence,
  rows: List(
    Type.Object({ weapon: Type.String(), incidents: Count }),
    'Weapon classes, most incidents first. Incidents without a reported weapon come last.',
  ),
});

const RegionRates = Type.Object({
  reading: Sentence,
  rates: List(
    Type.Object({
      code: Type.String(),
      events: Count,
      rate: Type.Optional(Type.Object(Rate)),
      why: Type.Optional(Type.String({ description: 'Why there is no rate.' })),
    }),
    'All regions of the location, the highest rate first.',
  ),
  reference: Type.Optional(Type.Number({ description: 'The rate of the whole location.' })),
  notes: List(Sentence),
});

export const funnelKinds = ['own', 'part', 'peer', 'other'] as const;
export type FunnelKind = (typeof funnelKinds)[number];
export const funnelSides = ['above', 'below', 'within'] as const;
export type FunnelSide = (typeof funnelSides)[number];

const Funnel = Type.Object({
  reading: { ...Sentence, description: 'Where the place lies among the others, or why there are no rates to compare.' },
  plot: Type.Optional(
    Type.Object({
      average: Type.Number({ description: 'Rate of all locations together.' }),
      years: Type.Number({ description: 'Length of the period.' }),
      dispersion: Type.Number({
        description: 'How many times as uncertain counts are as those of incidents that happen at random.',
      }),
      places: List(
        Type.Object({
          code: Type.String(),
          events: Count,
          rate: Type.Number(),
          people: Type.Number(),
          kind: named(
            funnelKinds,
            '`own`: this place. `part`: a region of its location. `peer`: a location. `other`: another region.',
          ),
          side: named(funnelSides, 'Whether it is beyond what chance alone would leave around the average.'),
        }),
      ),
    }),
  ),
});

const Months = Type.Object({
  reading: Type.Optional(Sentence),
  steps: List(component(TrendStep), 'The last three years by month, up to the end of the period.'),
  legend: List(TrendMark),
  legendText: { ...Sentence, description: 'The legend and the changes of the data, for a file.' },
});

/** Answer of `GET /api/v1/pages/place`: one location, region or settlement, beside its own past and beside the others. */
export const PlacePage = pageOf(
  'PlacePage',
  Type.Object({
    ...ofPlaces,
    place: ThisPlace,
    lead: { ...Sentence, description: 'The finding, or that there is no data.' },
    figures: Type.Optional(
      Type.Object(
        {
          second: { ...Sentence, description: 'What else is notable. May be empty.' },
          findings: List(FindingRow),
          map: Type.Optional(
            Type.Object({ reading: Sentence, rates: component(MapRates), query: Query('the incidents of the location') }),
          ),
          regions: Type.Optional(RegionRates),
          hours: Type.Optional(
            Type.Object({ title: Type.Optional(Sentence), reading: Sentence, notes: List(Sentence), hours: WeekHours }),
          ),
          months: Months,
          types: Types,
          weapons: Weapons,
          funnel: Type.Optional(Funnel),
          incidentQuery: Query('the incidents counted'),
          notes: List(Sentence, 'What the figures rest on.'),
        },
        { description: 'Absent where the data covers no day of the period.' },
      ),
    ),
  }),
);
export type PlacePage = Static<typeof PlacePage>;
export type PlaceData = NonNullable<PlacePage['data']>;
export type PlaceFigures = NonNullable<PlaceData['figures']>;

const Settlements = Type.Object({
  reading: Sentence,
  rows: List(
    Type.Object({
      kind: named(['settlement', 'others', 'elsewhere'], '`others`: all other settlements. `elsewhere`: incidents without one.'),
      label: Type.String(),
      incidents: Count,
      before: Type.Optional({ ...Count, description: 'Incidents a year before.' }),
      ...withReporting(harmedPeople, Count),
      address: Type.Optional(Type.String({ description: 'Address of its page.' })),
      query: Type.Optional(Query('the incidents in its area')),
    }),
    'Most incidents first. Each column adds up to all incidents.',
  ),
});

const PeopleHarmed = Type.Object({
  reading: Sentence,
  legend: Sentence,
  notes: List(Sentence),
  incidents: { ...Count, description: 'The incidents of these people.' },
  cells: List(
    Type.Object({
      sex: named(sexes.codes, 'Sex.'),
      age: named(ageBands.codes, 'Age band.'),
      ...withReporting(harmedPeople, Count),
    }),
  ),
});

const Quality = Type.Object({
  reading: Sentence,
  withoutPoint: Type.Optional(Type.Object({ text: Sentence, query: Query('the incidents known to a region or location only') })),
  incidents: Count,
  precision: Type.Object({
    finding: Sentence,
    parts: List(Type.Object({ precision: Type.String(), incidents: Count })),
  }),
  sources: Type.Optional(
    Type.Object({
      finding: Sentence,
      parts: List(Type.Object({ source: named(sourceParts, 'Who reports an incident.'), incidents: Count })),
    }),
  ),
  fields: List(
    Type.Object({
      field: named(reportedFields, 'What is reported.'),
      share: Type.Number({ description: 'Share of the records that report it, from 0 to 1.' }),
    }),
    'The most complete first.',
  ),
});

/** Answer of `GET /api/v1/pages/place?part=details`: what stands further down the page. */
export const PlaceDetailsPage = pageOf(
  'PlaceDetailsPage',
  Type.Object({
    settlements: Type.Optional({ ...Settlements, description: 'Absent for a settlement, and without incidents.' }),
    people: PeopleHarmed,
    quality: Type.Optional({ ...Quality, description: 'Absent without incidents.' }),
  }),
);
export type PlaceDetailsPage = Static<typeof PlaceDetailsPage>;
export type PlaceDetails = NonNullable<PlaceDetailsPage['data']>;
