import { jurisdiction } from '@monitor/geography';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { isEmbedded } from '../controls/embedded.ts';
import { inBrowser } from '../controls/in-browser.ts';
import { openingQuery, trendsOpeningQuery } from './opening-query.ts';
import type { PageName, PagePath } from './page-names.ts';
import { Shell } from './shell.tsx';
import type { ComponentType, ReactNode } from 'react';
import { sitePath } from '../api/site.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import styles from '../styles/text-page.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';
import kit from '../styles/kit.module.css';

/** The query string of the address, without its question mark; filter/explore-state.ts reads it. */
interface AddressQuery {
  readonly query: string;
}

/** What routes are given. */
interface RouteContext {
  readonly client: QueryClient;
}

/** Whether an address names a location that is not known yet: a page comes with those that the data is about. */
function namesUnknown(pathname: string, query: string): boolean {
  const asked = new URLSearchParams(query);
  const places = [pathname, ...['country', 'region', 'against'].map((name) => asked.get(name) ?? '')].join(' ');
  return (places.match(/\b[A-Z]{2}\b/g) ?? []).some((code) => jurisdiction(code) === undefined);
}

/** Without the names, the page says that it does not know what the address names. */
async function learnNames(): Promise<void> {
  const names = await import('@monitor/geography/world-jurisdictions').catch(() => undefined);
  names?.learnAllJurisdictions();
}

const root = createRootRouteWithContext<RouteContext>()({
  // A change of the filter, which comes here too, does not wait unless it has to.
  beforeLoad: ({ location: { pathname }, search: { query } }) => (namesUnknown(pathname, query) ? learnNames() : undefined),
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: FailurePage,
  validateSearch: (search: { query?: unknown }): AddressQuery => ({
    query: typeof search.query === 'string' ? search.query : '',
  }),
});

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: loadedPage('home', () => import('../screens/home/home-page.tsx')),
    beforeLoad: ({ search: { query } }) => {
      // Explore was here once: its links still work.
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way
      if (query !== '' && !query.startsWith('incidents=')) throw redirect({ to: '/explore', search: { query }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/explore',
    component: loadedPage('explore', () => import('../screens/explore/explore-page.tsx')),
    beforeLoad: async ({ search, context }) => {
      if (search.query !== '') return;
      const query = await openingQuery(context.client);
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way
      if (query !== undefined) throw redirect({ to: '/explore', search: { query }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trends',
    component: loadedPage('trends', () => import('../screens/trends/trends-page.tsx')),
    beforeLoad: ({ search: { query } }) => {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way
      if (query === '') throw redirect({ to: '/trends', search: { query: trendsOpeningQuery }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places',
    component: loadedPage('places', () => import('../screens/places/places-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$place',
    component: loadedPage('place', () => import('../screens/places/place-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/signals',
    component: loadedPage('signals', () => import('../screens/signals/signals-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators',
    component: loadedPage('indicators', () => import('../screens/indicators/indicators-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/report',
    component: loadedPage('report', () => import('../screens/report/report-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/data',
    component: loadedPage('data', () => import('../screens/data/data-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/about',
    component: loadedPage('about', () => import('../screens/about/about-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/methods',
    component: loadedPage('methods', () => import('../screens/methods/methods-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/embed',
    component: loadedPage('embed', () => import('../screens/embed/embed-page.tsx')),
  }),
] as const satisfies readonly { readonly fullPath: PagePath }[];

const routeTree = root.addChildren(routes);

/** @param history where addresses come from; that of the browser if left out */
export function createPageRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({
    context: { client },
    routeTree,
    ...(history && { history }),
    basepath: sitePath('/'),
    parseSearch: (text): AddressQuery => ({ query: text.replace(/^\?/, '') }),
    stringifySearch: ({ query }: { query?: unknown }) => (typeof query === 'string' && query !== '' ? `?${query}` : ''),
    defaultPreload: 'intent',
    defaultErrorComponent: FailurePage,
    // On the server it would add a script, which the content security policy forbids within a page.
    // It keeps positions in the browser, which a frame does not.
    scrollRestoration: inBrowser && !isEmbedded,
  });
}

export type PageRouter = ReturnType<typeof createPageRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: PageRouter;
  }
}

/**
 * A page whose code is loaded when somebody goes there. The router's own method would reload the whole page if that fails, and nothing
 * would be left of it while the server cannot be reached. The router preloads it before it goes there and where a link is pointed at.
 */
function loadedPage(name: PageName, load: () => Promise<{ default: ComponentType }>) {
  const Part = loadedPart(load, <Waiting />, Frame);
  function Page() {
    const { t } = useTranslation();
    return <Part what={t(`shell.page.${name}`)} />;
  }
  return Object.assign(Page, { preload: Part.preload });
}

function Frame({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1>{what}</h1>
      {children}
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return <p>{t('state.loading')}</p>;
}

/** Stands in for a page whose drawing failed, or whose program could not be loaded. */
function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.page} role="alert">
      <h1>{t('failure.title')}</h1>
      <p>{t('failure.text')}</p>
      <p className={kit.detail}>{error instanceof Error ? error.message : String(error)}</p>
      <p className={kit.tools}>
        <button type="button" className={buttons.primary} onClick={reset}>
          {t('failure.retry')}
        </button>
        <button type="button" className={buttons.plain} onClick={() => location.reload()}>
          {t('failure.reload')}
        </button>
      </p>
    </div>
  );
}

function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <Link className={buttons.link} to="/" search={{ query: '' }}>
          {t('notFound.link')}
        </Link>
      </p>
    </div>
  );
}
