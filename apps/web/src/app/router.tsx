import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ExplorePage } from '../screens/explore/explore-page.tsx';
import { FailurePage, NotFoundPage } from './fallback-pages.tsx';
import type { PagePath } from './page-names.ts';
import { Shell } from './shell.tsx';

/** The query string of the address, without its question mark; filter/explore-state.ts reads it. */
interface AddressQuery {
  readonly query: string;
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: FailurePage,
  validateSearch: (search: { query?: unknown }): AddressQuery => ({
    query: typeof search.query === 'string' ? search.query : '',
  }),
});

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: ExplorePage }),
  createRoute({
    getParentRoute: () => root,
    path: '/data',
    component: lazyRouteComponent(() => import('../screens/data/data-page.tsx'), 'DataPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/about',
    component: lazyRouteComponent(() => import('../screens/about/about-page.tsx'), 'AboutPage'),
  }),
] as const satisfies readonly { readonly fullPath: PagePath }[];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: (text): AddressQuery => ({ query: text.replace(/^\?/, '') }),
  stringifySearch: ({ query }: { query?: unknown }) => (typeof query === 'string' && query !== '' ? `?${query}` : ''),
  defaultPreload: 'intent',
  defaultErrorComponent: FailurePage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
