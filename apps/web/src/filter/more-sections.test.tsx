import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { dimensionsOfGroup, type Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import english from '../i18n/locales/en.json';
import { madeUpExplore } from '../../testing/made-up-explore.ts';
import { MoreSections } from './more-sections.tsx';
import { ExploreContext } from './use-explore.ts';

await i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'interface', resources: { en: { interface: english } } });

/** Titles of the sections, of those that are open at first alone where `open` says so. */
function sections(filter: Filter, open: boolean): string[] {
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ExploreContext value={madeUpExplore(filter)}>
        <MoreSections />
      </ExploreContext>
    </QueryClientProvider>,
  );
  const pattern = open ? /aria-expanded="true"[^>]*>([^<]+)</g : /aria-expanded="(?:true|false)"[^>]*>([^<]+)</g;
  return [...markup.matchAll(pattern)].map(([, title]) => (title ?? '').trim());
}

const openSections = (filter: Filter) => sections(filter, true);

test('the sections stand in one order', () => {
  expect(sections({}, false)).toEqual(['Weapon', 'Victim', 'Perpetrator', 'Setting, source, accuracy', 'Search text']);
});

test('a section starts open where the link has a constraint of its own', () => {
  expect(openSections({})).toEqual([]);
  expect(openSections({ legal: ['illegal'] })).toEqual(['Weapon']);
  expect(openSections({ victim_sex: ['woman'] })).toEqual(['Victim']);
  expect(openSections({ min_victims: 4 })).toEqual(['Victim']);
  expect(openSections({ min_weapons: 5 })).toEqual(['Weapon']);
  expect(openSections({ place_precision: ['region'] })).toEqual(['Setting, source, accuracy']);
  expect(openSections({ q: 'Niš' })).toEqual(['Search text']);
});

test('every dimension has its place in the panel: those of place and kind have sections made for them, all others derive theirs', () => {
  // A new dimension of these two groups needs a place in filter-panel.tsx.
  expect(dimensionsOfGroup('place')).toEqual(['country', 'region']);
  expect(dimensionsOfGroup('kind')).toEqual(['type', 'subtype', 'outcome']);
});
