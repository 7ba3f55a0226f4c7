import { Link, type LinkProps, useLocation, useRouter } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { sitePath } from '../api/site.ts';
import { embedPath } from '../controls/embedded.ts';
import { readExploreState, writeExploreState } from './explore-state.ts';
import { listIncidents } from './filter-actions.ts';

/** Pages that have no list beside them: Explore has its own, a brief is paper, and a frame is narrow. */
const withoutList: readonly string[] = ['/explore', '/report', embedPath];

interface IncidentsLinkProps
  extends
    Pick<LinkProps, 'children'>,
    Pick<ComponentProps<'a'>, 'aria-label' | 'className' | 'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'style' | 'title'> {
  /** The address of Explore that lists them. */
  readonly query: string;
}

/**
 * Leads to the incidents behind a number or a mark: to a list beside the page. Its address is that of Explore, which it leads to in another
 * window, without a script, and on pages without a list.
 */
export function IncidentsLink({ query, ...link }: IncidentsLinkProps) {
  const hasList = useLocation({ select: ({ pathname }) => !withoutList.includes(pathname) });
  const list = useListIncidents();
  return (
    <Link
      to="/explore"
      search={{ query }}
      {...(hasList && { preload: false })}
      onClick={(event) => {
        if (!hasList || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        list(query);
      }}
      {...link}
    />
  );
}

/** Lists incidents beside the page. */
export function useListIncidents(): (query: string | undefined) => void {
  const router = useRouter();
  return (query) => {
    const { pathname, search } = router.history.location;
    // The front door has no filter.
    const after = pathname === sitePath('/') && query === undefined ? '' : withIncidents(search.replace(/^\?/, ''), query);
    void router.navigate({ to: '.', search: { query: after }, resetScroll: false });
  };
}

/** The query string of a page that also lists incidents beside it. */
function withIncidents(present: string, query: string | undefined): string {
  return writeExploreState(listIncidents(query)(readExploreState(present).state));
}

/** The incidents that are listed beside a page at an address. */
export function listedIncidents(pathname: string, query: string): string | undefined {
  return withoutList.includes(pathname) ? undefined : readExploreState(query).state.view.incidents;
}
