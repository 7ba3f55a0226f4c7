import { filterQuery } from '@monitor/contract';
import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { threadOf } from '../api/thread-of.ts';
import type { ExploreState } from './explore-state.ts';
import type { Act } from './filter-actions.ts';
import { type Answers, exploreAddress, useAnswers } from './use-answers.ts';
import { type Explore, useExplore } from './use-explore.ts';

/** What a hand does that the address has not been told yet, which no browser lets change with every frame. */
export class Ahead {
  #act: Act | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param act undefined at rest */
  readonly move = (act: Act | undefined): void => {
    this.#act = act;
    for (const listener of this.#listeners) listener();
  };
  readonly present = (): Act | undefined => this.#act;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Where the hand of a screen is. */
export const AheadContext = createContext(new Ahead());

const nothing = () => undefined;

/** Whether the page itself answers what the figures of a state ask, as it must to go with a hand. */
export function isAnsweredAtOnce({ filter, view }: ExploreState): boolean {
  return threadOf(exploreAddress({ filter, view }, 'figures')) !== undefined;
}

/** What is shown of a screen and what it is of. */
export interface Shown {
  readonly explore: Explore;
  readonly answers: Answers;
  /** Whether it is of where the hand is, and will be of another window soon. */
  readonly isAhead: boolean;
}

/**
 * The figures of the address; of where the hand is while it moves and answers come from the page itself. One question is asked at a time,
 * and the next is of where the hand is by then.
 */
export function useShownAhead(): Shown {
  const explore = useExplore();
  const { subscribe, present } = useContext(AheadContext);
  const act = useSyncExternalStore(subscribe, present, nothing);
  const newest = useMemo(() => {
    const state = act && explore.stateAfter(act);
    return act && state && isAnsweredAtOnce(state) ? { of: act, state } : undefined;
  }, [explore, act]);
  const [asked, ask] = useState<typeof newest>();
  const { state } = asked ?? {};
  const answers = useAnswers(state ?? explore, state ? 'figures' : 'all');
  const { outdated, fetching } = answers.summary;
  if (asked?.of !== newest?.of && (newest === undefined || !fetching)) ask(newest);
  // What the figures are of changes with them.
  const [shown, show] = useState<Shown>();
  // Those of this gesture are not shown at the beginning of the next, which may be of another filter.
  if (state === undefined && shown !== undefined) show(undefined);
  if (state && !outdated && shown?.answers.page !== answers.page)
    show({ explore: { ...explore, ...state, query: filterQuery(state.filter) }, answers, isAhead: true });
  const atRest = useMemo(() => ({ explore, answers, isAhead: false }), [explore, answers]);
  return (state && shown) ?? atRest;
}
