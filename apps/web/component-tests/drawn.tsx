import { createMemoryHistory, createRootRoute, createRouter, type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { page } from 'vitest/browser';
import { type Answers, useAnswers } from '../src/filter/use-answers.ts';
import { App } from '../src/app/app.tsx';
import { createQueryClient } from '../src/app/query-client.ts';
import { createPageRouter } from '../src/app/router.tsx';
import { ExploreContext, useExploreFromAddress } from '../src/filter/use-explore.ts';

/** The address of what was drawn, as the browser would show it. */
export interface Address {
  /** The query string without its question mark. */
  readonly query: () => string;
  readonly path: () => string;
  /** Entries of the history, of which the first is the address that was opened. */
  readonly entries: () => number;
  readonly back: () => void;
}

const windows = { wide: [1440, 900], usual: [1200, 900], phone: [390, 844] } as const satisfies Record<
  string,
  readonly [number, number]
>;

/** Sets the size of the window. The next test has the usual one. */
export async function resizeTo(size: keyof typeof windows): Promise<void> {
  const [width, height] = windows[size];
  await page.viewport(width, height);
}

let remove: (() => void) | undefined;

/** Removes what was drawn, as each drawing and the end of each test does. */
export function removeDrawn(): void {
  remove?.();
  remove = undefined;
}

/** Draws anything, in place of what was drawn before. */
export function draw(part: ReactNode): void {
  removeDrawn();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(part);
  remove = () => {
    root.unmount();
    place.remove();
  };
}

/**
 * Draws a part of Explore at an address.
 * @param query the query string, without a question mark
 * @param part a function where it needs what the API answers
 */
export async function drawAt(query: string, part: ReactNode | ((answers: Answers) => ReactNode)): Promise<Address> {
  const history = createMemoryHistory({ initialEntries: [`/explore?${query}`] });
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => <AtAddress part={part} />,
      notFoundComponent: () => <AtAddress part={part} />,
      validateSearch: ({ query: text }: { query?: unknown }) => ({ query: typeof text === 'string' ? text : '' }),
    }),
    history,
    parseSearch: (text) => ({ query: text.replace(/^\?/, '') }),
    stringifySearch: ({ query: text }: { query?: unknown }) => (typeof text === 'string' && text !== '' ? `?${text}` : ''),
  });
  await router.load();
  draw(
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </I18nProvider>,
  );
  return addressOf(history);
}

function AtAddress({ part }: { part: ReactNode | ((answers: Answers) => ReactNode) }) {
  const explore = useExploreFromAddress();
  return <ExploreContext value={explore}>{typeof part === 'function' ? <WithAnswers part={part} /> : part}</ExploreContext>;
}

function WithAnswers({ part }: { part: (answers: Answers) => ReactNode }) {
  return part(useAnswers(useExploreFromAddress()));
}

/** Draws a page of the product, with its header, without a map. @param address path and query string */
export async function drawPage(address: string): Promise<Address> {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createPageRouter(createQueryClient(), history);
  await router.load();
  draw(<App router={router} />);
  return addressOf(history);
}

function addressOf(history: RouterHistory): Address {
  return {
    query: () => history.location.search.replace(/^\?/, ''),
    path: () => history.location.pathname,
    entries: () => history.length,
    back: () => history.back(),
  };
}
