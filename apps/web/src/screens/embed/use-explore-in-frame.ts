import { filterQuery } from '@monitor/contract';
import { useMemo, useRef, useState } from 'react';
import type { EmbedAddress } from '../../embed/embed-address.ts';
import { writeExploreState } from '../../filter/explore-state.ts';
import { type Act, openIncident } from '../../filter/filter-actions.ts';
import type { Explore } from '../../filter/use-explore.ts';

export interface ExploreInFrame extends Explore {
  /** Whether the reader has changed what the address selects. */
  readonly isChanged: boolean;
  readonly reset: () => void;
  /** Opens the same selection on Explore, in a tab of its own. */
  readonly openWhole: () => void;
}

/**
 * Filter and view of a frame. They begin as its address says, and what a reader changes lasts as long as the page: an address that
 * changed would be a step in the history of the page around it.
 */
export function useExploreInFrame({ state: first, problems }: EmbedAddress): ExploreInFrame {
  const [state, setState] = useState(first);
  // Acts of one moment build on each other.
  const latest = useRef(first);
  return useMemo(() => {
    const act = (one: Act): boolean => {
      const before = latest.current;
      latest.current = one(before);
      setState(latest.current);
      return writeExploreState(before) !== writeExploreState(latest.current);
    };
    const open = (one: Act) => void window.open(`/explore?${writeExploreState(one(latest.current))}`, '_blank', 'noopener');
    return {
      ...state,
      query: filterQuery(state.filter),
      problems,
      act,
      actInPlace: act,
      openRecord: (id) => open(openIncident(id)),
      queryAfter: (one) => writeExploreState(one(state)),
      stateAfter: (one) => one(state),
      isChanged: filterQuery(state.filter) !== filterQuery(first.filter),
      reset: () => act(() => first),
      openWhole: () => open((one) => one),
    };
  }, [state, first, problems]);
}
