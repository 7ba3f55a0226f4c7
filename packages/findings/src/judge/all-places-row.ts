import { type Period, reportedOf } from '@monitor/domain';
import { population } from '@monitor/geography';
import { figureChange } from './change.ts';
import { compareCoverage } from './compare-coverage.ts';
import { taking } from './compared-within.ts';
import { coverageOf, isCovered, overlapOf } from './dataset-coverage.ts';
import { dispersionOf, populationRate } from './population-rate.ts';
import { incidentsIn, type PlaceFigures, ratesOfYears, type AllPlacesRow } from './place-rows.ts';
import { twelveMonthsTo } from './twelve-months.ts';

/** The row of all locations together. @param period that the figures are of */
export function allPlacesRow({ main, seizures, past, datasets, concerned }: PlaceFigures, period: Period): AllPlacesRow {
  const { filter, answer } = main;
  const ranked = taking('ranked', answer, filter, datasets);
  const line = taking('line', past, filter, datasets);
  const ofLine = taking('line', past, filter, concerned);
  const rateOver = (
    over: Period,
    counts: readonly { readonly value: string; readonly incidents: number }[],
    of: Pick<typeof ranked, 'filter' | 'datasets'>,
  ) =>
    populationRate(
      { filter: { ...of.filter, ...over }, period: over, datasets: of.datasets, findPopulation: population },
      counts,
      'incidents',
      dispersionOf(answer.totals, 'incidents'),
    );
  const rate = rateOver(period, ranked.answer.facets.country ?? [], ranked);
  const held = coverageOf(datasets);
  return {
    isCovered: held !== undefined && overlapOf(held, period) !== undefined,
    incidents: answer.totals.incidents,
    rate: rate.kind === 'rate' ? rate : undefined,
    why: rate.kind === 'rate' ? undefined : rate,
    past: ratesOfYears(twelveMonthsTo(period.to, past), (year) => {
      const counts = (line.answer.series.parts ?? []).map(({ value, points }) => ({ value, incidents: incidentsIn(points, year) }));
      // A rate of other places would be higher or lower for that reason alone.
      if (compareCoverage(ofLine.datasets, ofLine.filter, period, year).kind !== 'comparable') return undefined;
      const found = rateOver(year, counts, line);
      return found.kind === 'rate' ? found.rate : undefined;
    }),
    // A year that other datasets cover has no rate here.
    breaks: [],
    change: figureChange(answer, filter, 'incidents', concerned),
    killed: reportedOf(answer.totals, 'killed'),
    seizures: seizures?.recording.some((one) => one.countries.some((code) => isCovered(code, period, [one])))
      ? seizures.answer.totals.incidents
      : undefined,
    filter,
    seizureFilter: seizures?.filter,
  };
}
