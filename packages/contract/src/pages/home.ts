import { homeGroups } from '../page-names.ts';
import { type Static, Type } from 'typebox';
import { component } from '../field-schemas.ts';
import { pageOf } from './page.ts';
import {
  Count,
  Figure,
  Finding,
  List,
  MapRates,
  named,
  PeriodOf,
  Query,
  SaidChanges,
  SaidPlace,
  Sentence,
  UnusualOfPage,
} from './verdicts.ts';

const Group = Type.Object({
  kind: named(homeGroups, 'The group of incident types.'),
  none: Type.Optional({
    ...Sentence,
    description: 'Present without incidents: that there are none, or that the data never has any.',
  }),
  figures: List(component(Figure)),
  parts: List(
    Type.Object({
      values: List(Type.String(), 'Incident types or, of seizures, ways of obtaining weapons.'),
      count: Count,
      query: Query('its incidents'),
    }),
    'What the incidents are made of, largest part first. Small parts are added up at the end.',
  ),
  query: Query('its incidents'),
});

/** A comparison with its months, for a picture of columns. */
const Months = Type.Object({
  place: Type.String(),
  kind: Type.String(),
  measure: Type.String(),
  earlier: List(Count, 'Each month of the period compared with.'),
  now: List(Count, 'Each month of the period.'),
});

/** Answer of `GET /api/v1/pages/home`: the last twelve whole months of the data, compared with the twelve before. */
export const HomePage = pageOf(
  'HomePage',
  Type.Object({
    coverage: PeriodOf('First and last day of the data.'),
    period: PeriodOf('The last twelve whole months of the data.'),
    comparedWith: PeriodOf('The twelve months before.'),
    incidents: { ...Count, description: 'Incidents of all days.' },
    locations: List(Type.String(), 'Codes of the locations that the data covers.'),
    updated: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    headline: Sentence,
    finding: {
      ...Finding,
      description:
        'How many incidents the period has, and of which kinds. Violence and weapon seizures are each compared with the period before.',
    },
    reading: { ...Sentence, description: 'Which periods are compared.' },
    groups: List(Group),
    changes: Type.Object({
      ...SaidChanges.properties,
      reading: Sentence,
      shown: List(Months, 'Those that a reader should look at first, with their months.'),
    }),
    map: Type.Optional(
      Type.Object({ title: Sentence, reading: Sentence, rates: component(MapRates), query: Query('the incidents') }),
    ),
    places: Type.Object({
      title: Sentence,
      reading: Sentence,
      rows: List(component(SaidPlace), 'All places together come last, where there are several.'),
    }),
    unusual: UnusualOfPage,
  }),
);
export type HomePage = Static<typeof HomePage>;
export type HomeData = NonNullable<HomePage['data']>;
