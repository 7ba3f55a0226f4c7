import { type Static, Type } from 'typebox';
import { countedKinds } from '@monitor/domain';
import { component } from '../field-schemas.ts';
import { pageOf } from './page.ts';
import { List, named, PeriodOf, Query, SaidPlace, Sentence } from './verdicts.ts';

/** What a page of places is of. */
export const ofPlaces = {
  coverage: PeriodOf('First and last day of the data; on the page of one place, of the data about its location.'),
  query: Query('all that the page is of'),
  period: Type.Union([PeriodOf('The days of the figures.'), Type.Null()]),
  counted: named(
    countedKinds,
    'The kind of incidents counted: violence, or seizures or thefts where the filter chooses no others; `chosen` where it chooses some types.',
  ),
  sources: List(Type.String(), 'Slugs of the datasets that hold any of it at any time.'),
  synthetic: named(['none', 'some', 'all'], 'How much of it is made up.'),
};

const Table = Type.Object({
  reading: { ...Sentence, description: 'Which have the highest rates, as far as chance allows to say it.' },
  rows: List(component(SaidPlace)),
});

/** Answer of `GET /api/v1/pages/places`: all locations and regions side by side. */
export const PlacesPage = pageOf(
  'PlacesPage',
  Type.Object({
    ...ofPlaces,
    incidentQuery: Query('the incidents counted'),
    reading: { ...Sentence, description: 'What is counted, and over which days.' },
    locations: Table,
    regions: Table,
  }),
);
export type PlacesPage = Static<typeof PlacesPage>;
export type PlacesData = NonNullable<PlacesPage['data']>;
