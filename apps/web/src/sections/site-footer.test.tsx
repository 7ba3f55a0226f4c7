import type { DatasetList } from '@monitor/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { queries } from '../api/queries.ts';
import english from '../i18n/locales/en.json';
import { SiteFooter } from './site-footer.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'interface', resources: { en: { interface: english } } });

const all = english.notice.synthetic;
const some = english.notice.someSynthetic;

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

/** The footer's markup beside these datasets. */
function footer(datasets: readonly { synthetic: boolean; incidents: number }[], shown?: 'none' | 'some' | 'all'): string {
  const client = new QueryClient();
  // The footer reads two facts of each dataset.
  client.setQueryData(queries.datasets().queryKey, { datasets } as unknown as DatasetList);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <RouterContextProvider router={router}>
        <SiteFooter synthetic={shown} />
      </RouterContextProvider>
    </QueryClientProvider>,
  );
}

const madeUp = { synthetic: true, incidents: 9, countries: ['RS'] };
const real = { synthetic: false, incidents: 9, countries: ['RS'] };

test('real data are not called synthetic beside a synthetic dataset', () => {
  expect(footer([madeUp])).toContain(all);
  const both = footer([madeUp, real]);
  expect(both).toContain(some);
  expect(both).not.toContain(all);
  expect(footer([real, { ...madeUp, incidents: 0 }])).not.toContain('ynthetic data');
  expect(footer([madeUp, { ...real, incidents: 0 }])).toContain(all);
});

test('each page says how the name of Kosovo is meant, and nothing about a map that it may not have', () => {
  expect(footer([madeUp]).split(english.notice.kosovo)).toHaveLength(2);
  expect(footer([madeUp])).not.toContain('this map');
});

test('what is shown decides where a page shows a selection', () => {
  expect(footer([madeUp, real], 'none')).not.toMatch(/synthetic/i);
  expect(footer([madeUp, real], 'all')).toContain(all);
  expect(footer([madeUp, real], 'some')).toContain(some);
});
