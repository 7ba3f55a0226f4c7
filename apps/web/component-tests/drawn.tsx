import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { render } from 'vitest-browser-react';
import { filterQuery } from '@monitor/contract';
import { createQueryClient } from '../src/app/query-client.ts';
import { type ExploreState, readExploreState, writeExploreState } from '../src/filter/explore-state.ts';
import type { Act } from '../src/filter/filter-actions.ts';
import { type Explore, ExploreContext } from '../src/filter/use-explore.ts';

/** What a part of Explore does to the address, of which each act makes one entry. */
export interface Address {
  /** Query strings since the part was drawn, the present one last. */
  readonly entries: string[];
}

/** Draws a part of Explore at an address. @param query the query string, without a question mark */
export async function drawAt(query: string, part: ReactNode): Promise<Address> {
  const entries = [writeExploreState(readExploreState(query).state)];
  await render(
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={createQueryClient()}>
        <AtAddress entries={entries}>{part}</AtAddress>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { entries };
}

function AtAddress({ entries, children }: { entries: string[]; children: ReactNode }) {
  const [query, setQuery] = useState(entries.at(-1) ?? '');
  const { state } = readExploreState(query);
  const go = (act: Act, replace: boolean) => {
    const before = entries.at(-1) ?? '';
    const after = writeExploreState(act(readExploreState(before).state));
    if (after === before) return false;
    if (replace) entries.pop();
    entries.push(after);
    setQuery(after);
    return true;
  };
  const stateAfter = (act: Act): ExploreState => act(state);
  const explore: Explore = {
    ...state,
    query: filterQuery(state.filter),
    problems: [],
    act: (one) => go(one, false),
    actInPlace: (one) => go(one, true),
    openRecord: () => undefined,
    queryAfter: (one) => writeExploreState(stateAfter(one)),
    stateAfter,
  };
  return <ExploreContext value={explore}>{children}</ExploreContext>;
}
