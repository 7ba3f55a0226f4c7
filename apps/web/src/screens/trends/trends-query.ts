import { filterQuery } from '@monitor/contract';
import { defaultView, type ExploreState } from '../../filter/explore-state.ts';

/** The choices of the page that change what is asked, by their names in the address of the page and of the API. */
const choices = ['interval', 'measure', 'split', 'unit'] as const;

/** What the page asks for: the filter, and the choices where they are not the usual ones. */
export function trendsQuery({ filter, view }: ExploreState, names: readonly (typeof choices)[number][] = choices): string {
  // Of locations that differ in size, counts would only show that. The people of regions are known of few years.
  const unit = view.unit === 'auto' && view.split === 'country' ? 'rate' : view.unit;
  const asked = { ...view, unit };
  const chosen = names.filter((name) => asked[name] !== defaultView[name]).map((name) => `${name}=${asked[name]}`);
  return [filterQuery(filter), ...chosen].filter((part) => part !== '').join('&');
}
