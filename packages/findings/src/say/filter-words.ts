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
  readPartName,
  type Ring,
} from '@monitor/domain';
import { areaSize, roughly, sidesOfBox } from './area-size.ts';
import { degreeWords } from './degree-words.ts';
import { periodText } from './period-words.ts';
import { type ConstraintWords, listsOfSubject, subjectWords } from './subject-words.ts';
import type { Voice } from './voice.ts';

/** What the constraints of a filter are said with. */
export interface Wording {
  readonly voice: Voice;
  /** Title of a dataset by its name in addresses. */
  readonly datasetTitle: (slug: string) => string;
  /** Names an area by a settlement. If it is left out or names none, an area is said in degrees. */
  readonly settlementIn?: ((box: Box) => string | undefined) | undefined;
}

/** Puts a value into words; undefined if the words of another constraint of the filter include it. */
type Say<Value> = (value: Value, wording: Wording, filter: Filter) => ConstraintWords | undefined;

/** A circle is named by a settlement this near to its middle. Kilometres. */
const nearMiddle = 10;

/** How a value of each constraint is said. */
const words: { readonly [Name in ConstraintName]: Say<ConstraintValue<Name>> } = {
  from: (_, wording, filter) => periodWords(filter, wording),
  to: (_, wording, filter) => (filter.from === undefined ? periodWords(filter, wording) : undefined),
  min_victims: (count, wording) => leastWords('min_victims', count, wording),
  min_weapons: (count, wording) => leastWords('min_weapons', count, wording),
  q: (text, { voice: { t } }) => ({ names: ['q'], label: t('filter.text.label'), text: t('filter.text.quoted', { text }) }),
  bbox: (box, wording) => ({ names: ['bbox'], label: wording.voice.t('filter.area.label'), text: areaText(box, wording) }),
  within: (ring, { voice: { t, number }, settlementIn }) => {
    const settlement = settlementIn?.(boundsOf(ring));
    const size = number.count(roughly(areaSize({ within: ring }) ?? 0));
    const text = settlement === undefined ? t('filter.area.drawn', { size }) : t('filter.area.drawnAround', { size, settlement });
    return { names: ['within'], label: t('filter.area.label'), text };
  },
  near: (circle, { voice, settlementIn }) => {
    const { t, number } = voice;
    const settlement = settlementIn?.(boundsOfCircle({ ...circle, km: Math.min(circle.km, nearMiddle) }));
    const km = number.tick(circle.km);
    const text =
      settlement === undefined
        ? t('filter.area.circle', { km, ...degreeWords(circle.lon, circle.lat, voice, 2) })
        : t('filter.area.circleAround', { km, settlement });
    return { names: ['near'], label: t('filter.area.label'), text };
  },
  id: (ids, { voice: { t } }) => ({
    names: ['id'],
    label: t('filter.picked.label'),
    text: t('filter.picked.text', { count: ids.length }),
  }),
  leave_out: (parts, { voice: { t, place }, datasetTitle }) => ({
    names: ['leave_out'],
    label: t('filter.leftOut.label'),
    text: parts
      .flatMap((name) => readPartName(name) ?? [])
      .map(({ dataset, country }) => t('summary.placeInDataset', { place: place(country), title: datasetTitle(dataset) }))
      .join(', '),
  }),
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
    if (others.length > 0) return name === first ? subjectWords(subject, filter, wording.voice) : undefined;
  }
  return { names: [name], label: wording.voice.t(`filter.dimension.${name}`), text: listText(name, values, wording) };
}

function leastWords(name: LeastName, count: number, { voice: { t } }: Wording): ConstraintWords {
  return { names: [name], label: t(`filter.least.label.${name}`), text: t(`filter.least.text.${name}`, { count }) };
}

function periodWords(filter: Filter, wording: Wording): ConstraintWords | undefined {
  const text = periodText(filter, wording.voice);
  return text === undefined ? undefined : { names: ['from', 'to'], label: wording.voice.t('filter.period'), text };
}

/** A box by how large it is and the settlement in it, or else by its sides. */
function areaText(box: Box, { voice, settlementIn }: Wording): string {
  const settlement = settlementIn?.(box);
  if (settlement === undefined) return boxText(box, voice);
  const [width, height] = sidesOfBox(box).map((side) => voice.number.tick(roughly(side)));
  return voice.t('filter.area.around', { width, height, settlement });
}

/** A box by its sides in degrees, each with as many decimals as tell it from the opposite one. */
function boxText([west, south, east, north]: Box, voice: Voice): string {
  const side = Math.min(Math.abs(east - west), north - south);
  const digits = side >= 2 ? 1 : side >= 0.2 ? 2 : 3;
  const [from, to] = [degreeWords(west, south, voice, digits), degreeWords(east, north, voice, digits)];
  return voice.t('filter.area.box', { west: from.lon, east: to.lon, south: from.lat, north: to.lat });
}

function listText(dimension: DimensionName, codes: readonly string[], { voice, datasetTitle }: Wording): string {
  const group = namedGroup(dimension, codes);
  const values = group === undefined ? codes : [group.code];
  return values.map((value) => (dimension === 'dataset' ? datasetTitle(value) : voice.value(dimension, value))).join(', ');
}

/** The whole filter in one line, for downloads: `Period: 2024; Location: Serbia`. An area is in degrees, so that it can be found. */
export function filterLine(filter: Filter, wording: Wording): string {
  const constraints = constraintWords(filter, { ...wording, settlementIn: undefined });
  if (constraints.length === 0) return wording.voice.t('filter.none');
  return constraints.map(({ label, text }) => `${label}: ${text}`).join('; ');
}

/** The same of a selection and of what it is compared with. */
export function sidesLine(filter: Filter, other: Filter | undefined, wording: Wording): string {
  const own = filterLine(filter, wording);
  return other === undefined ? own : wording.voice.t('filter.compared', { own, other: filterLine(other, wording) });
}

/** The bounds of a drawn area. */
export function boundsOf(ring: Ring): Box {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
