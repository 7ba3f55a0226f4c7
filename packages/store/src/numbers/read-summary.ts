import {
  comparisonOfPart,
  type DimensionName,
  dimensions,
  extraMeasures,
  type Filter,
  filterOfPart,
  frameOf,
  type SeriesPart,
  type SummaryAnswer,
  type SummaryRequest,
  valuesOfSplit,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type SnapshotOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { readTranslation } from '../filter/incident-where.ts';
import { countFacets } from './count-facets.ts';
import { countHours } from './count-hours.ts';
import { readCoverage } from './read-coverage.ts';
import { countNumbers, countPoints, type NumbersRequest } from './count-numbers.ts';
import { type MeasureAmounts, readAmounts } from './measure-amounts.ts';

/** The whole answer of the summary, of one snapshot: totals, comparison, series with every step, facets, hours if requested. */
export async function readSummary(
  database: Database,
  filter: Filter,
  request: SummaryRequest,
  options: SnapshotOptions = {},
): Promise<SummaryAnswer> {
  return readSnapshot(database, options, async (statements) => {
    const { split } = request;
    // The list that splits the series is translated, too.
    const where = await readTranslation(statements, split ? { [split]: [], ...filter } : filter);
    const { datasetVersion, covered } = await readCoverage(statements, filter);
    const frame = frameOf(filter, request.interval, covered);
    const asked = extraMeasures(request);
    const amounts = await readAmounts(statements, asked, filter);
    const numbers = { where, frame, asked, hasSteps: request.interval !== 'none' };
    const { points, totals, comparison } = await countNumbers(statements, numbers, filter, amounts);
    return {
      datasetVersion,
      period: frame.period,
      totals,
      comparison: frame.comparison && comparison && { ...frame.comparison, totals: comparison },
      series: {
        interval: frame.interval,
        points,
        ...(split && { parts: await countParts(statements, numbers, filter, { ...request, split }, amounts) }),
      },
      facets: await countFacets(statements, where, filter, request.facets, asked),
      ...(request.hours === true && { hours: await countHours(statements, where(filter)) }),
    };
  });
}

/** The series of each value of a list, with its totals if requested. @param amounts under the whole filter */
async function countParts(
  statements: Statements,
  numbers: NumbersRequest,
  filter: Filter,
  { split, partTotals = false }: Pick<SummaryRequest, 'partTotals'> & { readonly split: DimensionName },
  amounts: MeasureAmounts,
): Promise<SeriesPart[]> {
  const { where, frame, asked } = numbers;
  const { [split]: values = [] } = await countFacets(statements, where, filter, [split], []);
  const parts: SeriesPart[] = [];
  for (const value of valuesOfSplit(filter, split, values)) {
    const part = filterOfPart(filter, split, value);
    // Only what is said of subjects changes how many of them are meant.
    const ofPart = dimensions[split].subject === 'incident' ? amounts : await readAmounts(statements, asked, part);
    if (partTotals) {
      const { covered } = await readCoverage(statements, part);
      const comparison = comparisonOfPart(frame.comparison, covered);
      parts.push({ value, ...(await countNumbers(statements, { ...numbers, frame: { ...frame, comparison } }, part, ofPart)) });
    } else parts.push({ value, points: await countPoints(statements, numbers, part, ofPart) });
  }
  return parts;
}
