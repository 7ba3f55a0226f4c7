import {
  type Against,
  filterQuery,
  type FilterProblem,
  longestAgainst,
  parseFilter,
  readAgainst,
  viewNames,
  writeAgainst,
} from '@monitor/contract';
import { type Filter, wholeOf } from '@monitor/domain';
import { jurisdiction, knownCodes, regionsOf } from '@monitor/geography';
import { mapView } from '../map/choices.ts';
import { exploreChoices } from '../screens/explore/choices.ts';
import { indicatorChoices } from '../screens/indicators/choices.ts';
import { signalChoices } from '../screens/signals/choices.ts';
import { trendChoices } from '../screens/trends/choices.ts';
import { tableChoices } from '../table/choices.ts';
import { type Choice, type Chosen, oneOf, oneOfEach, textOf, usualOf } from './choice.ts';
import { offeredLayers } from './pictures.ts';

export { placeChoices } from '../screens/explore/choices.ts';
export { type Camera, mapChoices, opacities } from '../map/choices.ts';

/** What is other in the selection that this one is compared with, if it is. It is read with problems of its own. */
const against: Choice<Against | undefined> = {
  usual: undefined,
  read: () => undefined,
  write: (other) => other && writeAgainst(other),
};

/** The incidents that are listed beside the page: those behind a mark of a chart, as the address of Explore that lists them. */
const incidents: Choice<string | undefined> = {
  usual: undefined,
  read: (text) =>
    text.length <= longestAgainst && parseFilter([...new URLSearchParams(text)], viewNames, knownCodes).problems.length === 0
      ? text
      : undefined,
  write: (text) => text,
};

/** The choices of all screens, by their names in the address. */
export const viewChoices = {
  ...exploreChoices,
  ...oneOfEach({ ...trendChoices, ...signalChoices, ...indicatorChoices }),
  ...mapView,
  ...tableChoices,
  against,
  incidents,
};

/** How the filter's answer is looked at. Nothing here changes which incidents are meant. */
export type View = Chosen<typeof viewChoices>;

export interface ExploreState {
  readonly filter: Filter;
  readonly view: View;
}

export const defaultView: View = usualOf(viewChoices);

/** One part of an address that could not be used. */
export type LinkProblem = Pick<FilterProblem, 'parameter' | 'code' | 'value' | 'allowed'>;

/** What is read of an address: `period` is no part of the state, and says what an empty one would not. */
const readable = { ...viewChoices, period: oneOf(['all']) } satisfies Readonly<Record<(typeof viewNames)[number], Choice<unknown>>>;

const isReadable = (name: string): name is keyof typeof readable => Object.hasOwn(readable, name);

/**
 * Reads the address's query string. Never throws: what is valid is in `state`, defaults replace the rest, and
 * `problems` says what was dropped.
 */
export function readExploreState(query: string): { state: ExploreState; problems: LinkProblem[] } {
  const pairs = [...new URLSearchParams(query)];
  const { filter: read, problems } = parseFilter(pairs, viewNames, knownCodes);
  const filter = withLocations(read, problems);
  const found: LinkProblem[] = [...problems];
  const view: Record<string, unknown> = { ...defaultView };
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    if (!isReadable(name) || value === '') continue;
    if (seen.has(name)) {
      found.push({ parameter: name, code: 'repeated_parameter', value: value.slice(0, 100) });
      continue;
    }
    seen.add(name);
    if (name === 'against' && value.length <= longestAgainst) {
      const { against: other, problems: inside } = readAgainst(value, knownCodes);
      if (other !== undefined) view.against = other;
      found.push(...inside);
      continue;
    }
    const { allowed, ...choice }: Choice<unknown> = readable[name];
    const chosen = choice.read(value);
    if (chosen === undefined)
      found.push({ parameter: name, code: 'bad_value', value: value.slice(0, 100), ...(allowed && { allowed }) });
    else if (name !== 'period') view[name] = chosen;
  }
  const offered: readonly unknown[] = offeredLayers(view.against !== undefined);
  if (!offered.includes(view.layer)) {
    found.push({ parameter: 'layer', code: 'bad_value', value: String(view.layer), allowed: offered as readonly string[] });
    view.layer = defaultView.layer;
  }
  return { state: { filter, view: view as unknown as View }, problems: found };
}

/** Whether nothing is known here of the regions of a location, since there is no data about it. */
export function hasUnknownRegions(location: string): boolean {
  return jurisdiction(location) !== undefined && regionsOf(location).length === 0;
}

/** A filter whose only places were refused as regions of locations without data: it means these locations, of which the page then says so, and not all there is. */
function withLocations(filter: Filter, problems: readonly LinkProblem[]): Filter {
  if (filter.country !== undefined || filter.region !== undefined) return filter;
  const refused = problems.filter(({ parameter }) => parameter === 'region').map(({ value }) => wholeOf('region', value));
  const country = [...new Set(refused.filter(hasUnknownRegions))].toSorted();
  return country.length === 0 ? filter : { ...filter, country };
}

/**
 * The canonical query string of a state: the filter's canonical text, then what differs from the default view, by name. It is never
 * empty: an address without a query opens on violence of the latest months (see app/opening-query.ts), and `period=all` says that all are meant.
 */
export function writeExploreState({ filter, view }: ExploreState): string {
  const parts = viewNames.flatMap((name) => {
    const text = name === 'period' ? undefined : textOf<unknown>(viewChoices[name], view[name]);
    return text === undefined ? [] : `${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`;
  });
  const text = [filterQuery(filter), ...parts].filter((part) => part !== '').join('&');
  return text === '' ? wholePeriod : text;
}

/** Says of an address without anything else that it means every incident. */
const wholePeriod = 'period=all';
