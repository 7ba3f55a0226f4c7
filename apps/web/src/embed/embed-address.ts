import { charts } from '../charts/chart-list.tsx';
import { embedPath, themeParameter } from '../controls/embedded.ts';
import { defaultView, type ExploreState, type LinkProblem, readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { closeIncident } from '../filter/filter-actions.ts';

/** What a frame can show, by its name in addresses: the map, or one of the charts beside it. */
export const embedParts: readonly string[] = ['map', ...charts.map(({ name }) => name)];

/** The colours of a frame: those of the reader's device, or fixed ones. */
export const embedThemes = ['system', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** The address of a frame. */
export interface EmbedAddress {
  /** One of `embedParts`. */
  readonly part: string;
  readonly theme: EmbedTheme;
  /** Filter and view, as on Explore. */
  readonly state: ExploreState;
  /** What could not be used. */
  readonly problems: readonly LinkProblem[];
}

/** The parameter that names the part. Trends has one of the same name, for which a frame has no use. */
const partParameter = 'show';

/** Reads the query string of a frame. Never throws; defaults replace what cannot be used. */
export function readEmbedAddress(query: string): EmbedAddress {
  const rest = new URLSearchParams(query);
  const given = { part: rest.get(partParameter) ?? '', theme: rest.get(themeParameter) ?? '' };
  rest.delete(partParameter);
  rest.delete(themeParameter);
  const { state, problems } = readExploreState(rest.toString());
  const part = embedParts.find((one) => one === given.part);
  const theme = embedThemes.find((one) => one === given.theme);
  const wrong = (parameter: string, value: string, allowed: readonly string[]): LinkProblem[] =>
    value === '' ? [] : [{ parameter, code: 'bad_value', value: value.slice(0, 100), allowed }];
  return {
    part: part ?? 'map',
    theme: theme ?? 'system',
    state,
    problems: [
      ...(part === undefined ? wrong(partParameter, given.part, embedParts) : []),
      ...(theme === undefined ? wrong(themeParameter, given.theme, embedThemes) : []),
      ...problems,
    ],
  };
}

/** Path and query string of a frame. What concerns other parts of the screen is left out. */
export function embedAddress(part: string, theme: EmbedTheme, state: ExploreState): string {
  const { filter, view } = closeIncident(state);
  const { show, split, unit, sort } = defaultView;
  const query = writeExploreState({ filter, view: { ...view, show, split, unit, sort } });
  const chosen = theme === 'system' ? '' : `&${themeParameter}=${theme}`;
  return `${embedPath}?${partParameter}=${part}${chosen}&${query}`;
}

/** How tall a frame is, in pixels: what a map needs, and what most charts fit into. */
export const frameHeights = { least: 240, most: 2000, usual: 600 } as const;

/**
 * The HTML that shows a frame on another page, as wide as its place there.
 * @param address whole address of the frame
 * @param title what the frame shows, for screen readers
 * @param height pixels
 */
export function embedSnippet(address: string, title: string, height: number): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
