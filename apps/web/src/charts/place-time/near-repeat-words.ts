import type { ExactPoints } from '@monitor/domain';
import { nearRepeatBands, type NearRepeatCell, type NearRepeats, type NumberFormat } from '@monitor/findings';
import type { TFunction } from 'i18next';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import type { Format } from '../../format/use-format.ts';

/** The title, which says what was found. */
export function nearRepeatTitle(found: NearRepeats | undefined, t: TFunction): string {
  return found?.kind === 'tested' && found.finding.kind !== 'few'
    ? t(`placeTime.nearRepeat.title.${found.finding.kind}`)
    : t('placeTime.nearRepeat.title.plain');
}

/** What was found in one sentence, or why nothing is said. */
export function nearRepeatReading(found: NearRepeats, t: TFunction, { number }: Pick<Format, 'number'>): string {
  if (found.kind === 'few_points')
    return t('placeTime.nearRepeat.few_points', { count: found.points, points: number.count(found.points), least: found.least });
  if (found.kind === 'nothing_near') return t('placeTime.nearRepeat.nothing_near', { points: number.count(found.points) });
  if (found.kind !== 'tested') return t(`placeTime.nearRepeat.${found.kind}`);
  const { kind, cell } = found.finding;
  return t(`placeTime.nearRepeat.reading.${kind}`, {
    ratio: number.decimal(cell.observed / cell.expected),
    count: cell.observed,
    observed: number.count(cell.observed),
    expected: roughly(cell.expected, number),
    low: number.count(cell.low),
    high: number.count(cell.high),
    p: cell.p < leastP ? `p < ${leastPText(number)}` : `p = ${pText(cell.p, number)}`,
  });
}

/** Which incidents the numbers are of, and how they were compared; one sentence each. */
export function nearRepeatNotes(
  { incidents, leftOut }: Pick<ExactPoints, 'incidents' | 'leftOut'>,
  found: NearRepeats | undefined,
  t: TFunction,
  { number }: Pick<Format, 'number'>,
): string[] {
  const { settlement, withoutPoint, withoutDay } = leftOut;
  const used = incidents - settlement - withoutPoint - withoutDay;
  const notes = [
    t('placeTime.nearRepeat.used', { used: number.count(used), incidents: number.count(incidents) }),
    ...(used === incidents
      ? []
      : [
          t('placeTime.nearRepeat.leftOut', {
            settlement: number.count(settlement),
            withoutPoint: number.count(withoutPoint),
            withoutDay: number.count(withoutDay),
          }),
        ]),
  ];
  if (found?.kind !== 'tested') return notes;
  return [...notes, t(`placeTime.nearRepeat.method.${found.method}`, { permutations: number.count(found.permutations) })];
}

/** `0–100 m`, `100–250 m` */
export function distanceText(band: number, t: TFunction): string {
  const { distances } = nearRepeatBands;
  return t('placeTime.nearRepeat.metres', { from: distances[band - 1] ?? 0, to: distances[band] });
}

/** `0–7 days`, `8–14 days` */
export function daysText(band: number, t: TFunction): string {
  const { times } = nearRepeatBands;
  const before = times[band - 1];
  return t('placeTime.nearRepeat.days', { from: before === undefined ? 0 : before + 1, to: times[band] });
}

/** `2.1×`, or a dash where chance gives too few pairs for a ratio. */
export function ratioText({ ratio }: NearRepeatCell, { number }: Pick<Format, 'number'>): string {
  return ratio === null ? '–' : `${number.decimal(ratio)}×`;
}

/** How strongly a band is shaded: 0 where its pairs are not clearly more than chance gives, else 1 to 5. */
export function strengthOf({ ratio, adjusted }: NearRepeatCell): number {
  if (ratio === null || ratio <= 1 || adjusted > 0.05) return 0;
  return 1 + shadeLimits.filter((least) => ratio >= least).length;
}

/** The ratios from which on each further shade begins. */
export const shadeLimits = [1.25, 1.5, 2, 3] as const;

/** All bands, a row each. */
export function nearRepeatTable(bands: readonly (readonly NearRepeatCell[])[], t: TFunction, format: Format): ChartTable {
  const { number } = format;
  return {
    name: 'near-repeats',
    columns: [
      textColumn(t('placeTime.nearRepeat.column.distance')),
      textColumn(t('placeTime.nearRepeat.column.time')),
      numberColumn(t('placeTime.nearRepeat.column.observed')),
      numberColumn(t('placeTime.nearRepeat.column.expected')),
      numberColumn(t('placeTime.nearRepeat.column.low')),
      numberColumn(t('placeTime.nearRepeat.column.high')),
      numberColumn(t('placeTime.nearRepeat.column.ratio')),
      numberColumn(t('placeTime.nearRepeat.column.p')),
      numberColumn(t('placeTime.nearRepeat.column.adjusted')),
    ],
    rows: bands.flatMap((row, distance) =>
      row.map((cell, time) => [
        textCell(distanceText(distance, t)),
        textCell(daysText(time, t)),
        countCell(cell.observed, format),
        { text: roughly(cell.expected, number), value: cell.expected },
        countCell(cell.low, format),
        countCell(cell.high, format),
        { text: ratioText(cell, format), value: cell.ratio },
        { text: pText(cell.p, number), value: cell.p },
        { text: pText(cell.adjusted, number), value: cell.adjusted },
      ]),
    ),
  };
}

/** An expected number of pairs: whole where it is large. */
function roughly(expected: number, number: NumberFormat): string {
  return expected < 10 ? number.decimal(expected) : number.count(Math.round(expected));
}

/** Below this, p-values are treated as equal. */
const leastP = 0.001;

const leastPText = (number: NumberFormat) => number.decimal(leastP, 3);

function pText(p: number, number: NumberFormat): string {
  return p < leastP ? `<${leastPText(number)}` : number.decimal(p, 3);
}
