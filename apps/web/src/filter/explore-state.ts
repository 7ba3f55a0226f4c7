import {
  type Against,
  defaultSort,
  filterQuery,
  type FilterProblem,
  type IntervalChoice,
  intervalChoices,
  longestAgainst,
  parseFilter,
  indicatorRowChoices,
  readAgainst,
  signalKinds,
  seriesSplits,
  type Sort,
  sortFields,
  sorts,
  type Unit,
  units,
  viewNames,
  writeAgainst,
} from '@monitor/contract';
import { type Filter, type Measure, measureNames, recordOf } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { layerNames, offeredLayers } from './pictures.ts';
import {
  type ColumnName,
  type ColumnWidths,
  columnsText,
  defaultColumns,
  readColumns,
  readWidths,
  widthsText,
} from './table-columns.ts';

/** What the bars by location and those by region show. Settlements have no rates, and so are a ranking of their own. */
export const placeChoices = { locations: units, regions: [...units, 'settlements'] } as const;

/** How Trends draws its series: per what, split by which list, and how the parts are shown. */
export const trendChoices = {
  unit: units,
  split: seriesSplits,
  show: ['lines', 'stacked', 'multiples'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * What the map shows of the incidents, by what its areas are shaded, and how fine its hexagons are: levels of H3, by the zoom of the
 * map where that is `auto`.
 */
export const mapChoices = {
  layer: layerNames,
  shade: units.toReversed(),
  hexagons: ['auto', '3', '4', '5', '6', '7', '8'],
  /** Among what hot spots are looked for. */
  spots: ['regions', 'hexagons'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What Signals lists, whether Indicators has a table of each location, and whether Explore shows its statistics of place and time. */
export const listChoices = {
  signals: signalKinds,
  indicators: indicatorRowChoices,
  statistics: ['closed', 'open'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListChoice = keyof typeof listChoices;
type ListView = { readonly [Name in ListChoice]: (typeof listChoices)[Name][number] };

export type MapChoice = keyof typeof mapChoices;
export type MapView = { readonly [Name in MapChoice]: (typeof mapChoices)[Name][number] };

/** Opacity of what the map shows of the incidents, in percent. */
export const opacities = { least: 20, most: 100, step: 10 } as const;

export type TrendChoice = keyof typeof trendChoices;
export type TrendView = { readonly [Name in TrendChoice]: (typeof trendChoices)[Name][number] };

/** Where the map looks: degrees and zoom (512-pixel tiles). */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** How the filter's answer is looked at. Nothing here changes which incidents are meant. */
export interface View extends TrendView, MapView, ListView {
  readonly interval: IntervalChoice;
  /** What figures, charts, map and table count. */
  readonly measure: Measure;
  readonly locations: Unit;
  readonly regions: (typeof placeChoices)['regions'][number];
  readonly sort: Sort;
  /** Percent; see `opacities`. */
  readonly opacity: number;
  /** The columns of the table in their order, which of them stay in view beside the others, and the widths that a person chose. */
  readonly columns: readonly ColumnName[];
  readonly pinned: readonly ColumnName[];
  readonly widths: ColumnWidths;
  /** Public id of the incident whose record is open. */
  readonly incident?: string | undefined;
  /** Where the map looks, where a person has moved it. */
  readonly at?: Camera;
  /** The region whose hours of the week are shown; everywhere where there is none. */
  readonly hours?: string | undefined;
  /** What is other in the selection that this one is compared with, if it is. */
  readonly against?: Against | undefined;
}

export interface ExploreState {
  readonly filter: Filter;
  readonly view: View;
}

export const defaultView: View = {
  interval: 'auto',
  measure: 'incidents',
  locations: 'count',
  regions: 'count',
  sort: defaultSort,
  columns: defaultColumns,
  pinned: [],
  widths: {},
  unit: 'count',
  split: 'none',
  show: 'lines',
  layer: 'circles',
  shade: 'rate',
  hexagons: 'auto',
  spots: 'regions',
  signals: 'all',
  indicators: 'together',
  statistics: 'closed',
  opacity: opacities.most,
};

/** One part of an address that could not be used. */
export type LinkProblem = Pick<FilterProblem, 'parameter' | 'code' | 'value' | 'allowed'>;

type ViewName = (typeof viewNames)[number];

const incidentPattern = /^[A-Za-z0-9_-]{1,64}$/;
const regionPattern = /^[A-Z]{2}-[A-Z0-9]{1,8}$/;
const cameraPattern = /^-?\d{1,3}(?:\.\d{1,15})?,-?\d{1,2}(?:\.\d{1,15})?,\d{1,2}(?:\.\d{1,15})?$/;
const greatestZoom = 22;

/**
 * Reads the address's query string. Never throws: what is valid is in `state`, defaults replace the rest, and
 * `problems` says what was dropped.
 */
export function readExploreState(query: string): { state: ExploreState; problems: LinkProblem[] } {
  const pairs = [...new URLSearchParams(query)];
  const { filter, problems } = parseFilter(pairs, viewNames, knownCodes);
  const found: LinkProblem[] = [...problems];
  const view: Record<string, unknown> = { ...defaultView };
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    if (!isViewName(name) || value === '') continue;
    if (seen.has(name)) {
      found.push({ parameter: name, code: 'repeated_parameter', value: value.slice(0, 100) });
      continue;
    }
    seen.add(name);
    if (name === 'against' && value.length <= longestAgainst) {
      const { against, problems: inside } = readAgainst(value, knownCodes);
      if (against !== undefined) view.against = against;
      found.push(...inside);
      continue;
    }
    const read = readers[name](value);
    if (read === undefined) found.push({ parameter: name, code: 'bad_value', value: value.slice(0, 100), ...allowed(name) });
    else if (name !== 'period') view[name] = read;
  }
  const offered: readonly unknown[] = offeredLayers(view.against !== undefined);
  if (!offered.includes(view.layer)) {
    found.push({ parameter: 'layer', code: 'bad_value', value: String(view.layer), allowed: offered as readonly string[] });
    view.layer = defaultView.layer;
  }
  return { state: { filter, view: view as unknown as View }, problems: found };
}

/**
 * The canonical query string of a state: the filter's canonical text, then what differs from the default view, by name. It is never
 * empty: an address without a query opens on the latest months (see app/opening-period.ts), and `period=all` says that all are meant.
 */
export function writeExploreState({ filter, view }: ExploreState): string {
  const parts = viewNames
    .map((name) => [name, viewValue(view, name)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '').replaceAll('%2C', ',')}`);
  const text = [filterQuery(filter), ...parts].filter((part) => part !== '').join('&');
  return text === '' ? wholePeriod : text;
}

/** Says of an address without anything else that it means every incident. */
const wholePeriod = 'period=all';

function isViewName(name: string): name is ViewName {
  return (viewNames as readonly string[]).includes(name);
}

/** Every part of a view that is one of a list, by its name in the address. */
export const viewChoices = {
  interval: intervalChoices,
  measure: measureNames,
  ...placeChoices,
  ...trendChoices,
  ...mapChoices,
  ...listChoices,
  sort: sorts,
} as const;
type ChoiceName = keyof typeof viewChoices;
const choiceNames = Object.keys(viewChoices) as ChoiceName[];

/** What is read of an address but is no part of the state: it says what an empty one would not. */
const choicesWithoutState = { period: ['all'] } as const;

const readers: Readonly<Record<ViewName, (value: string) => unknown>> = {
  ...recordOf(choiceNames, (name) => (value: string) => (viewChoices[name] as readonly string[]).find((one) => one === value)),
  // One that is not too long is read with its own problems.
  against: () => undefined,
  opacity: readOpacity,
  columns: readColumns,
  pinned: readColumns,
  widths: readWidths,
  incident: (value) => (incidentPattern.test(value) ? value : undefined),
  hours: (value) => (regionPattern.test(value) ? value : undefined),
  at: readCamera,
  period: (value) => choicesWithoutState.period.find((one) => one === value),
};

function allowed(name: ViewName): { allowed?: readonly string[] } {
  if (name === 'period') return { allowed: choicesWithoutState.period };
  if (name === 'columns' || name === 'pinned') return { allowed: sortFields };
  return name in viewChoices ? { allowed: viewChoices[name as ChoiceName] } : {};
}

function readOpacity(value: string): number | undefined {
  const percent = /^\d{2,3}$/.test(value) ? Number(value) : 0;
  return percent >= opacities.least && percent <= opacities.most ? percent : undefined;
}

function readCamera(value: string): Camera | undefined {
  if (!cameraPattern.test(value)) return undefined;
  const [lon = 0, lat = 0, zoom = 0] = value.split(',').map(Number);
  const possible = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom <= greatestZoom;
  return possible ? roundCamera({ lon, lat, zoom }) : undefined;
}

/** Degrees to four decimals, about ten metres, and zoom to two: what a link needs to show the same view. */
export function roundCamera({ lon, lat, zoom }: Camera): Camera {
  return { lon: round(lon, 1e4), lat: round(lat, 1e4), zoom: round(zoom, 100) };
}

function round(value: number, scale: number): number {
  return Math.round(value * scale) / scale + 0;
}

function viewValue(view: View, name: ViewName): string | undefined {
  if (name === 'period') return undefined;
  if (name === 'incident' || name === 'hours') return view[name];
  if (name === 'against') return view.against && writeAgainst(view.against);
  if (name === 'at') {
    if (view.at === undefined) return undefined;
    const { lon, lat, zoom } = roundCamera(view.at);
    return `${lon},${lat},${zoom}`;
  }
  const text = viewText(view, name);
  return text === viewText(defaultView, name) ? undefined : text;
}

function viewText(view: View, name: Exclude<ViewName, 'period' | 'incident' | 'hours' | 'against' | 'at'>): string {
  if (name === 'columns' || name === 'pinned') return columnsText(view[name]);
  return name === 'widths' ? widthsText(view.widths) : String(view[name]);
}
