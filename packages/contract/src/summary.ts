import { type Static, Type } from 'typebox';
import { facets, hourCount, type Interval, intervals, weekdayCount } from '@monitor/domain';

const Sum = Type.Integer({ minimum: 0 });
const Day = Type.String({ format: 'date' });

const Clustering = Type.Object({
  squares: Type.Integer({
    minimum: 0,
    description: 'Sum over incidents of the square of its number of people: the variance of a compound Poisson sum.',
  }),
  largest: Type.Unsafe<readonly [number, number]>({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    description: 'People in the two incidents that have most, the greater number first; 0 where there is none.',
  }),
});

/** Sums over the incidents that a filter selects. Sums of people are sums of what is reported. */
export const Totals = Type.Object({
  incidents: Sum,
  killed: Sum,
  injured: Sum,
  threatened: Sum,
  suicides: Sum,
  withoutPoint: Type.Integer({
    minimum: 0,
    description: 'Incidents that no map of points can show: known to region or location only.',
  }),
  notReported: Type.Object(
    { killed: Sum, injured: Sum, threatened: Sum },
    { description: 'Incidents whose source does not give the number. Not zero, and not in the sums.' },
  ),
  clustering: Type.Object(
    { killed: Clustering, injured: Clustering },
    { description: 'How people are gathered in incidents, from which the uncertainty of their sums follows.' },
  ),
});
export type Totals = Static<typeof Totals>;

export const SeriesPoint = Type.Object({
  start: Type.String({ format: 'date', description: 'First day of the step.' }),
  incidents: Sum,
  killed: Sum,
  injured: Sum,
  partial: Type.Boolean({ description: 'True where the period or the data cover only a part of the step.' }),
});
export type SeriesPoint = Static<typeof SeriesPoint>;

export const FacetValue = Type.Object({ value: Type.String(), incidents: Sum, killed: Sum, injured: Sum });
export type FacetValue = Static<typeof FacetValue>;

export const Comparison = Type.Object({
  from: Day,
  to: Day,
  rule: Type.Union([Type.Literal('year_earlier'), Type.Literal('years_earlier'), Type.Literal('preceding')], {
    description: 'The same days one year or several years earlier, or the period just before, which can hold other seasons.',
  }),
  totals: Totals,
});

/** Incidents by weekday and local hour. */
export const WeekHours = Type.Object({
  known: Type.Integer({
    minimum: 0,
    description: 'Incidents whose local time is reported and whose date is precise to the day: the sum of all hours.',
  }),
  unknown: Type.Integer({ minimum: 0, description: 'All other incidents of the filter; in none of the hours.' }),
  midnight: Type.Integer({
    minimum: 0,
    description: 'Of those known, the ones at exactly 00:00, which some sources write for a time that they do not know.',
  }),
  incidents: Type.Array(Type.Array(Sum, { minItems: hourCount, maxItems: hourCount }), {
    minItems: weekdayCount,
    maxItems: weekdayCount,
    description: 'For each weekday, Monday first, the incidents of each hour from 0 to 23.',
  }),
});
export type WeekHours = Static<typeof WeekHours>;

/** Answer of `GET /api/v1/summary`. */
export const Summary = Type.Object(
  {
    datasetVersion: Type.Integer(),
    period: Type.Union([Type.Object({ from: Day, to: Day }), Type.Null()], {
      description: "The days spoken of: the filter's own, or else those of the data; null where there is none.",
    }),
    totals: Totals,
    comparison: Type.Union([Comparison, Type.Null()], {
      description:
        'The period that the totals are compared with; null where the filter has no first day or the data do not cover it.',
    }),
    series: Type.Object({
      interval: Type.Unsafe<Interval>({ type: 'string', enum: [...intervals] }),
      points: Type.Array(SeriesPoint, { description: 'Every step of the period, empty ones included, oldest first.' }),
    }),
    facets: Type.Record(Type.String(), Type.Array(FacetValue), {
      description:
        'For each facet asked for, its values with at least one incident, most incidents first. A facet leaves out its own constraint.',
    }),
    hours: Type.Optional({ ...WeekHours, description: 'By weekday and local hour; only where asked for with `hours=1`.' }),
  },
  { $id: 'Summary' },
);
export type Summary = Static<typeof Summary>;

export const facetNames = facets;
