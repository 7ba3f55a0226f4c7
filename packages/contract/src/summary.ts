import { type Static, type TArrayOptions, type TSchema, Type } from 'typebox';
import {
  countedPeople,
  type FigureName,
  figureNames,
  type HarmedPeople,
  harmedPeople,
  hourCount,
  type Interval,
  intervals,
  isFigureName,
  isReportedMeasure,
  type Measure,
  measureNames,
  mostSeriesParts,
  partsOfDay,
  recordOf,
  type ReportedMeasure,
  subjectMeasures,
  weekdayCount,
} from '@monitor/domain';

/* What these schemas describe is said in `packages/domain/src/summary.ts`; the test beside this file holds the types to be the same. */

const Sum = Type.Integer({ minimum: 0 });
const sumsOf = <Name extends string>(names: readonly Name[]) => recordOf(names, () => Sum);
/** Of measures that are there only if requested. */
const optional = <Name extends string, Of extends TSchema>(names: readonly Name[], of: Of) =>
  recordOf(names, () => Type.Optional(of));
/** The figures of a time step or of a value of a facet. */
const figures = {
  ...sumsOf(figureNames),
  ...optional(
    measureNames.filter((name): name is Exclude<Measure, FigureName> => !isFigureName(name)),
    Sum,
  ),
  notReported: Type.Object(
    {
      ...recordOf(harmedPeople, () => Sum),
      ...optional(
        measureNames.filter(
          (name): name is Exclude<ReportedMeasure, HarmedPeople> => isReportedMeasure(name) && !isFigureName(name),
        ),
        Sum,
      ),
    },
    { description: 'Incidents for which the source does not give the number. They do not count as zero.' },
  ),
};
const Day = Type.String({ format: 'date' });
/** Nobody changes an answer. */
const List = <Item extends TSchema>(item: Item, options: TArrayOptions = {}) => Type.Immutable(Type.Array(item, options));

const Clustering = Type.Object({
  squares: Type.Integer({
    minimum: 0,
    description: 'Sum of the square of the number in each incident: the variance of a compound Poisson sum.',
  }),
  largest: Type.Unsafe<readonly [number, number]>({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    description: 'The two highest numbers in a single incident, highest first. A missing incident counts as 0.',
  }),
});

const Dispersion = Type.Object(
  {
    weeks: Type.Integer({
      minimum: 0,
      description: 'Whole weeks, the last of which ends with the last day of the data or the period.',
    }),
    squares: Type.Integer({
      minimum: 0,
      description: 'Sum of the squared differences between the incidents of each week and the next.',
    }),
    sums: Type.Integer({ minimum: 0, description: 'Sum of the incidents of each week and the next.' }),
  },
  {
    description:
      'How the number of incidents varies from week to week. `squares` divided by `sums` is the dispersion: about 1 if incidents happen at random, and more if they come in waves. It widens the intervals of incidents. The weeks go from the first day of the comparison to the last day of the period, and are at least a year if the data has one. Incidents of which only the month or year is known are left out.',
  },
);

/** Sums over the incidents that a filter selects: of what is reported. */
export const Totals = Type.Object({
  incidents: Sum,
  ...sumsOf(countedPeople),
  ...optional(subjectMeasures, Sum),
  withoutPoint: Type.Integer({
    minimum: 0,
    description: 'Incidents that cannot be shown as a point because only the region or location is known.',
  }),
  notReported: Type.Object(
    { ...sumsOf(countedPeople), ...optional(subjectMeasures, Sum) },
    {
      description:
        'Incidents for which the source does not give a number. They do not count as zero and are not included in the totals. For `victims` and `perpetrators`: incidents that match the rest of the filter but do not describe anyone in that role.',
    },
  ),
  clustering: Type.Object(
    {
      ...optional(
        measureNames.filter((name) => name !== 'incidents'),
        Clustering,
      ),
      ...recordOf(harmedPeople, () => Clustering),
    },
    { description: 'How what is counted is distributed over incidents. This determines the uncertainty of the totals.' },
  ),
  dispersion: Dispersion,
});
export type Totals = Static<typeof Totals>;

export const SeriesPoint = Type.Object({
  start: Type.String({ format: 'date', description: 'First day of the time step.' }),
  ...figures,
  partial: Type.Boolean({ description: 'True if the period or the data covers only part of the time step.' }),
});
export type SeriesPoint = Static<typeof SeriesPoint>;

export const FacetValue = Type.Object({ value: Type.String(), ...figures });
export type FacetValue = Static<typeof FacetValue>;

export const Comparison = Type.Object({
  from: Day,
  to: Day,
  rule: Type.Union([Type.Literal('year_earlier'), Type.Literal('years_earlier'), Type.Literal('preceding')], {
    description:
      '`year_earlier` and `years_earlier`: the same days one or several years earlier. `preceding`: the period immediately before, which can cover different seasons.',
  }),
  totals: Totals,
});

/** The series of one value of a list. */
const SeriesPart = Type.Object({
  value: Type.String(),
  points: List(SeriesPoint),
  totals: Type.Optional({ ...Totals, description: 'Totals of the incidents with this value. Only included with `part_totals=1`.' }),
  comparison: Type.Optional(
    Type.Union([Totals, Type.Null()], {
      description:
        'The same totals for the comparison period. Null if there is none or if the data for this value starts later. Only included with `part_totals=1`.',
    }),
  ),
});

/** Incidents by weekday and local hour. */
export const WeekHours = Type.Object({
  known: Type.Integer({
    minimum: 0,
    description: 'Incidents with a reported local time and an exact date. This is the sum of all hours.',
  }),
  unknown: Type.Integer({
    minimum: 0,
    description: 'All other incidents that match the filter. They are not included in any hour.',
  }),
  midnight: Type.Integer({
    minimum: 0,
    description: 'Known incidents at exactly 00:00. Some sources use this when they do not know the time.',
  }),
  incidents: List(List(Sum, { minItems: hourCount, maxItems: hourCount }), {
    minItems: weekdayCount,
    maxItems: weekdayCount,
    description: 'One list per weekday, Monday first, with the number of incidents in each hour from 0 to 23.',
  }),
  parts: List(List(Sum, { minItems: partsOfDay.codes.length, maxItems: partsOfDay.codes.length }), {
    minItems: weekdayCount,
    maxItems: weekdayCount,
    description: `One list per weekday, Monday first, with the incidents of unknown time in each part of the day that is reported: ${partsOfDay.codes.join(', ')}. \`unknown\` includes them.`,
  }),
});
export type WeekHours = Static<typeof WeekHours>;

/** Answer of `GET /api/v1/summary`. */
export const Summary = Type.Object(
  {
    datasetVersion: Type.Integer(),
    period: Type.Union([Type.Object({ from: Day, to: Day }), Type.Null()], {
      description: "The period covered: the filter's, or that of the data if the filter has none. Null if there is no data.",
    }),
    totals: Totals,
    comparison: Type.Union([Comparison, Type.Null()], {
      description: 'The period to compare with. Null if the filter has no start date or the data does not cover the period.',
    }),
    series: Type.Object({
      interval: Type.Unsafe<Interval>({ type: 'string', enum: [...intervals] }),
      points: List(SeriesPoint, {
        description: 'Every time step in the period, including empty ones, oldest first. Empty with `interval=none`.',
      }),
      parts: Type.Optional(
        List(SeriesPart, {
          description: `The same time steps for each value of the list in \`split\`: the selected values or, if none are selected, those with the most incidents. At most ${mostSeriesParts} values.`,
        }),
      ),
    }),
    facets: Type.Record(Type.String(), List(FacetValue), {
      description:
        'For each requested facet, the values with at least one incident, most incidents first. A facet ignores its own filter, so you can see the other values too.',
    }),
    hours: Type.Optional({ ...WeekHours, description: 'Incidents by weekday and local hour. Only included with `hours=1`.' }),
  },
  { $id: 'Summary' },
);
export type Summary = Static<typeof Summary>;
