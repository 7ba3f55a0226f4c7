import { type Static, Type } from 'typebox';
import { facets, type Interval, intervals } from '@monitor/domain';

const Sum = Type.Integer({ minimum: 0 });
const Day = Type.String({ format: 'date' });

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
  rule: Type.Union([Type.Literal('year_earlier'), Type.Literal('preceding')]),
  totals: Totals,
});

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
  },
  { $id: 'Summary' },
);
export type Summary = Static<typeof Summary>;

export const facetNames = facets;
export const intervalChoices = ['auto', ...intervals] as const;
export type IntervalChoice = (typeof intervalChoices)[number];
