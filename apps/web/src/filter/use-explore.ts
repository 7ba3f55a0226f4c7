import { filterQuery } from '@monitor/contract';
import { useRouter, useSearch } from '@tanstack/react-router';
import { createContext, useCallback, useContext, useMemo } from 'react';
import { type ExploreState, type LinkProblem, readExploreState, writeExploreState } from './explore-state.ts';
import { inOther, otherFilter } from './comparison-actions.ts';
import { type Act, openIncident } from './filter-actions.ts';

/**
 * The address as everything on the Explore screen sees it. The query string is the only state of filter and view: it is
 * read here, and acts write it; no component keeps a copy.
 */
export interface Explore extends ExploreState {
  /** Canonical text of the filter: the query string of every request and part of every query key. */
  readonly query: string;
  readonly problems: readonly LinkProblem[];
  /** Does one act: one history entry, none if nothing changes. True if something does. */
  readonly act: (act: Act) => boolean;
  /** Acts without a new history entry: for what is not a step of its own, such as moving the map. */
  readonly actInPlace: (act: Act) => boolean;
  /** Opens a record: one history entry, which further records replace, so that Back closes them. */
  readonly openRecord: (id: string) => void;
  /** Query string of the state after an act, for links that can be opened in a new tab. */
  readonly queryAfter: (act: Act) => string;
  /** The state after an act, for what is to be fetched ahead. */
  readonly stateAfter: (act: Act) => ExploreState;
}

export function useExploreFromAddress(): Explore {
  const { query: text } = useSearch({ from: '__root__' });
  const router = useRouter();
  const read = useMemo(() => readExploreState(text), [text]);

  const go = useCallback(
    (act: Act, replace: boolean) => {
      // Not `read`, which is as old as the last drawing: acts of one moment build on each other.
      const { state } = readExploreState(router.history.location.search);
      const query = writeExploreState(act(state));
      if (query === writeExploreState(state)) return false;
      void router.navigate({ to: '.', search: { query }, replace, resetScroll: false });
      return true;
    },
    [router],
  );
  const act = useCallback((one: Act) => go(one, false), [go]);
  const actInPlace = useCallback((one: Act) => go(one, true), [go]);
  const openRecord = useCallback(
    (id: string) => {
      const { view } = readExploreState(router.history.location.search).state;
      go(openIncident(id), view.incident !== undefined);
    },
    [router, go],
  );

  return useMemo(
    () => ({
      ...read.state,
      query: filterQuery(read.state.filter),
      problems: read.problems,
      act,
      actInPlace,
      openRecord,
      queryAfter: (one: Act) => writeExploreState(one(read.state)),
      stateAfter: (one: Act) => one(read.state),
    }),
    [read, act, actInPlace, openRecord],
  );
}

export const ExploreContext = createContext<Explore | undefined>(undefined);

/** The address's state and the way to change it. Throws outside the Explore screen. */
export function useExplore(): Explore {
  const explore = useContext(ExploreContext);
  if (explore === undefined) throw new Error('useExplore belongs inside the Explore screen');
  return explore;
}

/** The sides of a comparison: A is what the address selects, B what it is compared with. */
export interface Sides {
  readonly a: Explore;
  readonly b: Explore | undefined;
}

/** What A is compared with, as everything sees it that shows or changes B: its filter is that of B, and acts are done to B. */
export function otherExplore(explore: Explore): Explore | undefined {
  const filter = otherFilter(explore);
  if (filter === undefined) return undefined;
  return {
    ...explore,
    filter,
    query: filterQuery(filter),
    act: (one) => explore.act(inOther(one)),
    actInPlace: (one) => explore.actInPlace(inOther(one)),
    queryAfter: (one) => explore.queryAfter(inOther(one)),
    stateAfter: (one) => {
      const after = explore.stateAfter(inOther(one));
      return { filter: otherFilter(after) ?? after.filter, view: after.view };
    },
  };
}

/** Undefined on screens that compare nothing. */
export const SidesContext = createContext<Sides | undefined>(undefined);

/** Both sides, whichever of them is being changed. Throws outside a screen with a filter. */
export function useSides(): Sides & { readonly canCompare: boolean } {
  const explore = useExplore();
  const sides = useContext(SidesContext);
  return { ...(sides ?? { a: explore, b: undefined }), canCompare: sides !== undefined };
}

/** The acts of one gesture at a time. */
export function useGesture(): Gesture {
  const { act, actInPlace } = useExplore();
  return useMemo(() => gestureOf(act, actInPlace), [act, actInPlace]);
}

/** Acts that follow each other within one gesture, such as a drag or typing, and are one step for Back. */
interface Gesture {
  readonly act: (act: Act) => void;
  readonly end: () => void;
}

/**
 * A gesture whose first change makes a history entry that the others replace, until it ends.
 * @param act does an act as an entry of its own; true if something changed
 * @param actInPlace does an act in place of the present entry
 */
export function gestureOf(act: (act: Act) => boolean, actInPlace: (act: Act) => boolean): Gesture {
  let begun = false;
  return {
    act(one) {
      if (begun) actInPlace(one);
      // Where nothing changed there is no entry of the gesture's own yet that could be replaced.
      else begun = act(one);
    },
    end() {
      begun = false;
    },
  };
}
