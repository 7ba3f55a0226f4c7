import { type Against, comparedFilter, differenceOf, differingNames } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { defaultView, type ExploreState } from './explore-state.ts';
import type { Act } from './filter-actions.ts';
import { pictures } from './pictures.ts';

/** The filter of what a state is compared with; undefined if it is not. */
export function otherFilter({ filter, view }: ExploreState): Filter | undefined {
  return comparedFilter({ filter, against: view.against });
}

/** Compares with the selection in which this is other. Circles can show one selection only, so that the map shows the difference. */
export const compareAgainst =
  (against: Against): Act =>
  ({ filter, view }) => ({
    filter,
    view: { ...view, against, layer: view.layer === defaultView.layer ? 'difference' : view.layer },
  });

export const stopComparing: Act = ({ filter, view }) => ({
  filter,
  view: { ...view, against: undefined, layer: pictures[view.layer].compares === true ? defaultView.layer : view.layer },
});

/** B becomes A, and A becomes B. Nothing changes if nothing is compared. */
export const swapSides: Act = (state) => {
  const { filter, view } = state;
  const other = otherFilter(state);
  if (other === undefined || view.against === undefined) return state;
  return { filter: other, view: { ...view, against: differenceOf(other, filter, differingNames(view.against)) } };
};

/** An act on B: what it does to a filter is done to that of B, and what differs from A follows. */
export const inOther =
  (act: Act): Act =>
  (state) => {
    const { filter, view } = state;
    const other = otherFilter(state);
    if (other === undefined || view.against === undefined) return state;
    const after = act({ filter: other, view });
    return { filter, view: { ...after.view, against: differenceOf(filter, after.filter, differingNames(view.against)) } };
  };
