import { defaultSort, type Sort } from '@monitor/contract';
import {
  areaNames,
  type Box,
  type Division,
  divisions,
  type Filter,
  filterLimits,
  type FilterName,
  incidentSubtypes,
  type LeastName,
  type Measure,
  type IncidentSubtype,
  type IncidentType,
  type DimensionName,
  type Period,
  isFigureName,
  precisionsWithoutPoint,
  wantedWords,
  wholeOf,
  without,
} from '@monitor/domain';
import { type ColumnName, columnWidth, defaultColumns } from '../table/choices.ts';
import type { Camera, ExploreState, View } from './explore-state.ts';

/**
 * The acts of a person on the Explore screen, each a pure function from one state to the next. Applying one makes one
 * history entry (see use-explore.ts).
 */
export type Act = (state: ExploreState) => ExploreState;

const withFilter =
  (change: (filter: Filter) => Filter): Act =>
  (state) => ({ ...state, filter: change(state.filter) });

const withView =
  (change: Partial<View>): Act =>
  (state) => ({ ...state, view: { ...state.view, ...change } });

const changeView =
  (change: (view: View) => Partial<View>): Act =>
  (state) => ({ ...state, view: { ...state.view, ...change(state.view) } });

/** The values chosen in one list of the filter; none means no constraint. */
export function chosenValues(filter: Filter, dimension: DimensionName): readonly string[] {
  return filter[dimension] ?? [];
}

function setList(filter: Filter, dimension: DimensionName, values: readonly string[]): Filter {
  const rest = without(filter, dimension);
  return values.length === 0 ? rest : { ...rest, [dimension]: [...new Set(values)].toSorted() };
}

/**
 * Adds or takes away one value. Lists hold at once, so a sub-type of a type that is not chosen, or a region of a location
 * that is not chosen, would leave nothing: choosing it also chooses what it is part of, and removing that removes its parts.
 */
export function toggleValue(dimension: DimensionName, value: string): Act {
  return withFilter((filter) => {
    const chosen = chosenValues(filter, dimension);
    const adding = !chosen.includes(value);
    const next = setList(filter, dimension, adding ? [...chosen, value] : chosen.filter((one) => one !== value));
    return divisions.reduce((result, division) => {
      if (division.part === dimension && adding) return withWhole(result, division, value);
      if (division.whole !== dimension) return result;
      return adding ? addBesideParts(result, division, value) : withoutParts(result, division, value);
    }, next);
  });
}

function withWhole(filter: Filter, { part, whole }: Division, added: string): Filter {
  const above = chosenValues(filter, whole);
  return above.length === 0 ? filter : setList(filter, whole, [...above, wholeOf(part, added)]);
}

function withoutParts(filter: Filter, { part }: Division, gone: string): Filter {
  const rest = chosenValues(filter, part).filter((code) => wholeOf(part, code) !== gone);
  return setList(filter, part, rest);
}

/**
 * A value added while parts are chosen joins what they are part of. Parts of other values only would hide all of it, and no
 * filter says "these parts, and all of that", so those parts are removed and everything shown before still is.
 */
function addBesideParts(filter: Filter, { part, whole }: Division, added: string): Filter {
  const parts = chosenValues(filter, part);
  const beside = setList(filter, whole, [...chosenValues(filter, whole), ...parts.map((code) => wholeOf(part, code))]);
  return parts.some((code) => wholeOf(part, code) === added) ? beside : without(beside, part);
}

/** Removes constraints; a list's finer list stays, since it works alone. */
export const clear = (...names: readonly FilterName[]): Act => withFilter((filter) => without(filter, ...names));

export const clearAll: Act = withFilter(() => ({}));

/** Either day can be missing: an open period. A reversed one is turned round. */
export const setPeriod = ({ from, to }: Partial<Period>): Act =>
  withFilter((filter) => {
    const [first, last] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
    return {
      ...without(filter, 'from', 'to'),
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
    };
  });

/** More words than a search takes are cut off. */
export const setText = (text: string): Act =>
  withFilter((filter) => {
    const words = text.trim().split(/\s+/).slice(0, filterLimits.words);
    // Signs part words too.
    while (wantedWords(words.join(' ')).some((list) => list.length > filterLimits.words)) words.pop();
    const wanted = words.join(' ');
    return wantedWords(wanted).length === 0 ? without(filter, 'q') : { ...filter, q: wanted };
  });

/** How much an incident has at least; less than 1 is no constraint. */
export const setLeast = (name: LeastName, least: number | undefined): Act =>
  withFilter((filter) => (least === undefined || least < 1 ? without(filter, name) : { ...filter, [name]: least }));

/** Only incidents of these types; of every type where none is given. Sub-types that were chosen are removed. */
export const setTypes = (types: readonly IncidentType[]): Act =>
  withFilter((filter) => setList(without(filter, 'subtype'), 'type', types));

/** A part of one location. */
export const setArea = (country: string, box: Box): Act => withFilter((filter) => ({ ...filter, country: [country], bbox: box }));

/** Chooses what is in view, of whatever else is chosen. A drawn area is removed. */
export const selectView = (box: Box): Act => withFilter((filter) => ({ ...without(filter, ...areaNames), bbox: box }));

/** Chooses a drawn area, of whatever else is chosen; another one is removed. */
export const setDrawnArea = (area: DrawnArea): Act => withFilter((filter) => ({ ...without(filter, ...areaNames), ...area }));

/** An area that a person draws: a box, a polygon or a circle. */
export type DrawnArea = Pick<Filter, 'bbox'> | Pick<Filter, 'within'> | Pick<Filter, 'near'>;

/** Chooses a settlement only: other places that were chosen, and a drawn area, are removed. */
export const setPlace = (box: Box): Act =>
  withFilter((filter) => ({ ...without(filter, 'country', 'region', ...areaNames), bbox: box }));

/** Only what no map of points can show, of what is chosen; nothing changes where that is nothing. */
export const showWithoutPoint: Act = withFilter((filter) => {
  const { place_precision: chosen } = filter;
  const wanted = chosen === undefined ? precisionsWithoutPoint : precisionsWithoutPoint.filter((one) => chosen.includes(one));
  return wanted.length === 0 ? filter : setList(without(filter, ...areaNames), 'place_precision', wanted);
});

export const openIncident = (id: string): Act => withView({ incident: id });

/** Neither a record nor incidents beside the page. */
export const closeIncident: Act = withView({ incident: undefined, incidents: undefined });

/** Lists incidents beside the page. @param query the address of Explore that lists them; the list is closed if left out */
export const listIncidents = (query: string | undefined): Act => withView({ incidents: query });

/** Changes choices that no other act changes with what belongs to them. */
export const setView = (
  change: Partial<Omit<View, 'measure' | 'sort' | 'columns' | 'pinned' | 'widths' | 'incident' | 'at' | 'against'>>,
): Act => withView(change);

/** Counts something else, and lists the incidents with most of it first. */
export const setMeasure = (measure: Measure): Act => withView({ measure, sort: sortOfMeasure(measure) });

function sortOfMeasure(measure: Measure): Sort {
  if (measure === 'incidents') return defaultSort;
  return isFigureName(measure) ? `-${measure}` : '-amount';
}

export const setSort = (sort: Sort): Act => withView({ sort });

/** Shows these columns, in this order; none is no choice, and the usual ones come back. */
export const setColumns = (columns: readonly ColumnName[]): Act =>
  withView({ columns: columns.length === 0 ? defaultColumns : columns });

/** Keeps a column in view at the start of the table, or lets it go again. */
export const togglePinned = (name: ColumnName): Act =>
  changeView(({ pinned }) => ({ pinned: pinned.includes(name) ? pinned.filter((one) => one !== name) : [...pinned, name] }));

/** Gives a column a width in pixels, as near to the wanted one as is allowed. */
export const setWidth = (name: ColumnName, width: number): Act =>
  changeView(({ widths }) => ({
    widths: { ...widths, [name]: Math.round(Math.min(columnWidth.most, Math.max(columnWidth.least, width))) },
  }));

/** Moves a column before or behind its neighbour among those that are shown. */
export const moveColumn = (name: ColumnName, step: -1 | 1): Act =>
  changeView(({ columns }) => {
    const from = columns.indexOf(name);
    const to = from + step;
    if (from < 0 || to < 0 || to >= columns.length) return {};
    return { columns: columns.toSpliced(from, 1).toSpliced(to, 0, name) };
  });

/** The columns as they are until a person changes them. */
export const resetColumns: Act = withView({ columns: defaultColumns, pinned: [], widths: {} });

/** Only these incidents, whatever else was chosen: they were picked one by one. */
export const showPicked = (ids: readonly string[]): Act => withFilter(() => (ids.length === 0 ? {} : { id: ids.toSorted() }));

export const moveCamera = (camera: Camera): Act => withView({ at: camera });

/** Degrees. */
export type Point = Pick<Camera, 'lon' | 'lat'>;

/** A zoom at which each position has its own circle, and the names around it still say where it is. */
const pointZoom = 12;

/** Looks at the place. */
export const showPoint = (point: Point): Act => withView({ at: { ...point, zoom: pointZoom } });

/** The sub-types chosen within one type. */
export function chosenSubtypes(filter: Filter, type: string): readonly IncidentSubtype[] {
  return (filter.subtype ?? []).filter((code) => incidentSubtypes.has(code) && wholeOf('subtype', code) === type);
}
