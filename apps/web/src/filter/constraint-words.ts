import {
  boundsOfCircle,
  type Box,
  type ConstraintName,
  type ConstraintValue,
  type DimensionName,
  dimensions,
  type Filter,
  type FilterName,
  filterNames,
  namedGroup,
  isCountedSubject,
  isDimension,
  type LeastName,
} from '@monitor/domain';
import { periodText } from '@monitor/findings';
import { boundsOf } from './settlement-in.ts';
import { listsOfSubject, subjectWords } from './subject-words.ts';
import type { ConstraintWords, Wording } from './wording.ts';

/** Puts a value into words; undefined where the words of another constraint of the filter include it. */
type Say<Value> = (value: Value, wording: Wording, filter: Filter) => ConstraintWords | undefined;

/** A circle is named by a settlement this near to its middle. Kilometres. */
const nearMiddle = 10;

/** How a value of each constraint is said. */
const words: { readonly [Name in ConstraintName]: Say<ConstraintValue<Name>> } = {
  from: (_, wording, filter) => periodWords(filter, wording),
  to: (_, wording, filter) => (filter.from === undefined ? periodWords(filter, wording) : undefined),
  min_victims: (count, wording) => leastWords('min_victims', count, wording),
  min_weapons: (count, wording) => leastWords('min_weapons', count, wording),
  q: (text, { t }) => ({ names: ['q'], label: t('filter.text.label'), text: t('filter.text.quoted', { text }) }),
  bbox: (box, wording) => ({ names: ['bbox'], label: wording.t('filter.area.label'), text: areaText(box, wording) }),
  within: (ring, { t, settlementIn }) => {
    const settlement = settlementIn?.(boundsOf(ring));
    const text = settlement === undefined ? t('filter.area.drawn') : t('filter.area.drawnAround', { settlement });
    return { names: ['within'], label: t('filter.area.label'), text };
  },
  near: (circle, { t, settlementIn, format }) => {
    const settlement = settlementIn?.(boundsOfCircle({ ...circle, km: Math.min(circle.km, nearMiddle) }));
    const km = format.number.tick(circle.km);
    const degrees = (value: number) => format.number.decimal(value, 2);
    const text =
      settlement === undefined
        ? t('filter.area.circle', { km, lon: degrees(circle.lon), lat: degrees(circle.lat) })
        : t('filter.area.circleAround', { km, settlement });
    return { names: ['near'], label: t('filter.area.label'), text };
  },
  id: (ids, { t }) => ({ names: ['id'], label: t('filter.picked.label'), text: t('filter.picked.text', { count: ids.length }) }),
};

/** The names of a filter in the order of the panel, which begins with the period. */
const shownOrder: readonly FilterName[] = [...new Set<FilterName>(['from', 'to', ...filterNames])];

/** All constraints of a filter, in the order of the panel. */
export function constraintWords(filter: Filter, wording: Wording): ConstraintWords[] {
  return shownOrder.flatMap(
    (name) => (isDimension(name) ? listWords(name, filter, wording) : ownWords(name, filter, wording)) ?? [],
  );
}

function ownWords(name: ConstraintName, filter: Filter, wording: Wording): ConstraintWords | undefined {
  const say = words[name] as Say<unknown>;
  return filter[name] === undefined ? undefined : say(filter[name], wording, filter);
}

function listWords(name: DimensionName, filter: Filter, wording: Wording): ConstraintWords | undefined {
  const values = filter[name];
  if (values === undefined) return undefined;
  const { subject } = dimensions[name];
  if (isCountedSubject(subject)) {
    const [first, ...others] = listsOfSubject(subject).filter((one) => filter[one] !== undefined);
    // About one and the same victim they are said together, by the first of them.
    if (others.length > 0) return name === first ? subjectWords(subject, filter, wording) : undefined;
  }
  return { names: [name], label: wording.t(`filter.dimension.${name}`), text: listText(name, values, wording) };
}

function leastWords(name: LeastName, count: number, { t }: Wording): ConstraintWords {
  return { names: [name], label: t(`filter.least.label.${name}`), text: t(`filter.least.text.${name}`, { count }) };
}

function periodWords(filter: Filter, wording: Wording): ConstraintWords | undefined {
  const text = periodText(filter, { t: wording.t, date: wording.format.date });
  return text === undefined ? undefined : { names: ['from', 'to'], label: wording.t('filter.period'), text };
}

/** A box by the settlement in it, or else by its sides. */
function areaText(box: Box, wording: Wording): string {
  const settlement = wording.settlementIn?.(box);
  return settlement === undefined ? boxText(box, wording) : wording.t('filter.area.around', { settlement });
}

/** A box by its sides in degrees, each with as many decimals as tell it from the opposite one. */
function boxText([west, south, east, north]: Box, { t, format }: Wording): string {
  const side = Math.min(Math.abs(east - west), north - south);
  const digits = side >= 2 ? 1 : side >= 0.2 ? 2 : 3;
  const degrees = (value: number) => format.number.decimal(value, digits);
  return t('filter.area.box', { west: degrees(west), east: degrees(east), south: degrees(south), north: degrees(north) });
}

function listText(dimension: DimensionName, codes: readonly string[], { terms, datasetTitle }: Wording): string {
  const group = namedGroup(dimension, codes);
  const values = group === undefined ? codes : [group.code];
  return values.map((value) => (dimension === 'dataset' ? datasetTitle(value) : terms.value(dimension, value))).join(', ');
}

/** The whole filter in one line, for downloads: `Period: 2024; Location: Serbia`. An area is in degrees, so that it can be found. */
export function filterLine(filter: Filter, wording: Wording): string {
  const constraints = constraintWords(filter, { ...wording, settlementIn: undefined });
  if (constraints.length === 0) return wording.t('filter.none');
  return constraints.map(({ label, text }) => `${label}: ${text}`).join('; ');
}

/** The same of a selection and of what it is compared with. */
export function sidesLine(filter: Filter, other: Filter | undefined, wording: Wording): string {
  const own = filterLine(filter, wording);
  return other === undefined ? own : wording.t('filter.compared', { own, other: filterLine(other, wording) });
}
