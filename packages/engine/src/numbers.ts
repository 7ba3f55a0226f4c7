import { type HexagonCounts, intervalChoices, maximumZoom, type PointList, type Summary } from '@monitor/contract';
import {
  dimensionNames,
  type Filter,
  formerNames,
  hexagonLevels,
  measureNames,
  mostSeriesParts,
  mostSteps,
  placedNames,
  recordOf,
  type TileAddress,
  tileMarks,
} from '@monitor/domain';
import type { Analytics, VersionedTile } from './analytics.ts';
import { flag, oneOf, someOf, wholeNumber as wholeNumberIn } from './request/parameters.ts';
import { type ParameterProblem, ProblemError } from './request/problem-error.ts';
import type { Parameters, Query } from './request/read-query.ts';

/* What is asked of numbers, and how the answers are made, whatever they come from. */

type ValuesOf<Own extends Parameters> = Query<Own>['values'];

/** What a summary is asked for beside the filter. */
export const summaryParameters = {
  interval: oneOf(
    [...intervalChoices, 'none'],
    'auto',
    `Length of a time step of the series. A series has at most ${mostSteps} time steps. \`none\` gives no time steps.`,
  ),
  facets: someOf(
    dimensionNames,
    'Facets to count, separated by commas. `none` counts no facets. Leave out this parameter to count all facets.',
    { former: formerNames },
  ),
  measures: someOf(
    measureNames,
    'Measures that totals, series and facets give in addition to incidents, killed and injured. Separate several with commas. `victims`, `perpetrators`, `weapons` and `rounds` count only those on record that match the filter.',
    { byDefault: [] },
  ),
  split: oneOf(
    ['none', ...dimensionNames],
    'none',
    `Also splits the series by the values of a list: the selected ones or, if none are selected, those with the most incidents. At most ${mostSeriesParts} values.`,
  ),
  part_totals: flag(
    '`1` also gives the totals of each value in `split`, for the period covered and for the period to compare with.',
  ),
  hours: flag('`1` also counts incidents by weekday and local hour.'),
};

/** Totals, comparison, series and facets. Throws `bad_query` where the series would have too many steps. */
export async function answerSummary(
  analytics: Analytics,
  filter: Filter,
  { split, part_totals: partTotals, ...others }: ValuesOf<typeof summaryParameters>,
  signal: AbortSignal,
): Promise<Summary> {
  const wanted = split === 'none' ? others : { ...others, split, partTotals };
  const summary = await (await analytics.snapshot(filter, signal)).summary(wanted);
  // An engine answers at a longer interval rather than build an endless series.
  const isChosen = others.interval !== 'auto' && others.interval !== 'none';
  if (isChosen && others.interval !== summary.series.interval) throw tooManySteps(others.interval);
  return summary;
}

function tooManySteps(interval: string): ProblemError {
  const message = `The period has more than ${mostSteps} time steps of this length. Choose a longer interval or a shorter period.`;
  return new ProblemError('bad_query', message, {
    problems: [{ parameter: 'interval', code: 'bad_value', value: interval, message }],
  });
}

/** What hexagons are asked for beside the filter. */
export const hexagonParameters = {
  level: wholeNumberIn(hexagonLevels.coarsest, hexagonLevels.finest, 4, 'Level of the H3 grid.'),
  measure: oneOf(measureNames, 'incidents', 'What `amount` counts.'),
};

/** The incidents that have a public point by hexagon, as columns. */
export async function answerHexagons(
  analytics: Analytics,
  filter: Filter,
  { level, measure }: ValuesOf<typeof hexagonParameters>,
  signal: AbortSignal,
): Promise<HexagonCounts> {
  const { hexagons, ...head } = await (await analytics.snapshot(filter, signal)).hexagons(level, measure);
  return {
    ...head,
    cell: hexagons.map(({ cell }) => cell),
    incidents: hexagons.map(({ incidents }) => incidents),
    killed: hexagons.map(({ killed }) => killed),
    injured: hexagons.map(({ injured }) => injured),
    amount: hexagons.map(({ amount }) => amount),
    notReported: recordOf(placedNames, (name) => hexagons.map(({ notReported }) => notReported[name])),
  };
}

/** The exact points with their days. */
export async function answerPoints(analytics: Analytics, filter: Filter, signal: AbortSignal): Promise<PointList> {
  return (await analytics.snapshot(filter, signal)).points();
}

/** What a tile is asked for beside the filter. */
export const tileParameters = {
  measure: oneOf(
    measureNames,
    'incidents',
    'What the property `amount` counts. With `incidents`, there is no `amount`, because `count` gives their number.',
  ),
  marks: oneOf(
    tileMarks,
    'circles',
    '`circles` gathers incidents into circles that keep apart. `points` has them where they are, and gathers those that are within a few pixels of each other. `density` has the same points all in the layer `cells`.',
  ),
};

/** One tile. */
export async function answerTile(
  analytics: Analytics,
  filter: Filter,
  { tile, ...drawn }: ValuesOf<typeof tileParameters> & { readonly tile: TileAddress },
  signal: AbortSignal,
): Promise<VersionedTile> {
  return (await analytics.snapshot(filter, signal)).tile(tile, drawn);
}

/** Throws `bad_query` if there is no such tile. */
export function readTileAddress({ z, x, y }: Record<keyof TileAddress, string>): TileAddress {
  const zoom = wholeNumber(z);
  const last = 2 ** Math.min(zoom, maximumZoom) - 1;
  const problems = [
    ...(zoom <= maximumZoom ? [] : [outOfRange('z', z, maximumZoom)]),
    ...(wholeNumber(x) <= last ? [] : [outOfRange('x', x, last)]),
    ...(wholeNumber(y) <= last ? [] : [outOfRange('y', y, last)]),
  ];
  const [first] = problems;
  if (first !== undefined) throw new ProblemError('bad_query', first.message, { problems });
  return { z: zoom, x: wholeNumber(x), y: wholeNumber(y) };
}

/** Infinity where the text is not a whole number. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

function outOfRange(parameter: string, value: string, last: number): ParameterProblem {
  const message = `"${parameter}" must be a whole number from 0 to ${last}.`;
  return { parameter, code: 'bad_value', value: value.slice(0, 100), message };
}
