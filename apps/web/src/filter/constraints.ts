import { type Box, type Filter, type FilterName, type DimensionName, dimensionNames } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';

/** One constraint of a filter in words. */
export interface Constraint {
  /** The keys of the filter that it shows; removing them removes it. */
  readonly names: readonly FilterName[];
  /** What is constrained: `Location`. */
  readonly label: string;
  /** To what: `Serbia, Kosovo*`. */
  readonly text: string;
}

/** Words that the constraints are said in. */
export interface Wording {
  readonly t: TFunction;
  readonly terms: Terms;
  readonly format: Format;
  /** Title of a dataset by its name in addresses. */
  readonly datasetTitle: (slug: string) => string;
}

/** All constraints of a filter, in the order of the panel. */
export function constraintsOf(filter: Filter, wording: Wording): Constraint[] {
  const { t } = wording;
  const found: Constraint[] = [];
  const add = (names: readonly FilterName[], label: string, text: string) => found.push({ names, label, text });

  const period = periodText(filter, wording);
  if (period !== undefined) add(['from', 'to'], t('filter.period'), period);
  for (const dimension of dimensionNames) {
    const values = filter[dimension];
    if (values !== undefined) add([dimension], t(`filter.dimension.${dimension}`), listText(dimension, values, wording));
  }
  if (filter.min_victims !== undefined)
    add(['min_victims'], t('filter.leastVictims.label'), t('filter.leastVictims.text', { count: filter.min_victims }));
  if (filter.q !== undefined) add(['q'], t('filter.text.label'), t('filter.text.quoted', { text: filter.q }));
  if (filter.bbox !== undefined) add(['bbox'], t('filter.area.label'), boxText(filter.bbox, wording));
  if (filter.within !== undefined) add(['within'], t('filter.area.label'), t('filter.area.drawn'));
  return found;
}

/** The filter's period in words, also where one side is open; undefined where both are. */
export function periodText(
  { from, to }: Pick<Filter, 'from' | 'to'>,
  { t, format }: Pick<Wording, 't' | 'format'>,
): string | undefined {
  if (from !== undefined && to !== undefined) return format.date.period(from, to);
  if (from !== undefined) return t('period.since', { day: format.date.day(from) });
  return to === undefined ? undefined : t('period.until', { day: format.date.day(to) });
}

/** A box by its sides in degrees, each with as many decimals as tell it from the opposite one. */
function boxText([west, south, east, north]: Box, { t, format }: Wording): string {
  const side = Math.min(Math.abs(east - west), north - south);
  const digits = side >= 2 ? 1 : side >= 0.2 ? 2 : 3;
  const degrees = (value: number) => format.number.decimal(value, digits);
  return t('filter.area.box', { west: degrees(west), east: degrees(east), south: degrees(south), north: degrees(north) });
}

function listText(dimension: DimensionName, values: readonly string[], { terms, datasetTitle }: Wording): string {
  return values.map((value) => (dimension === 'dataset' ? datasetTitle(value) : terms.value(dimension, value))).join(', ');
}

/** The whole filter in one line, for downloads: `Period: 2024; Location: Serbia`. */
export function filterLine(filter: Filter, wording: Wording): string {
  const constraints = constraintsOf(filter, wording);
  if (constraints.length === 0) return wording.t('filter.none');
  return constraints.map(({ label, text }) => `${label}: ${text}`).join('; ');
}
