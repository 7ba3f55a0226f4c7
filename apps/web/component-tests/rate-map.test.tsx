import type { MapRates } from '@monitor/contract';
import atlas from '@monitor/geography/data/atlas.json';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RateMap } from '../src/map/rate-map.tsx';
import { drawAt } from './drawn.tsx';
import { answer, requested } from './stubbed-api.ts';

const draw = ({ shows = 'rates', ...rates }: Pick<MapRates, 'locations' | 'of'> & Partial<MapRates>) =>
  drawAt(
    '',
    <div style={{ width: 600, height: 400 }}>
      <RateMap rates={{ shows, sources: [], ...rates }} many="Incidents" addressOf={() => '/'} />
    </div>,
  );
const drawn = () => expect.poll(() => document.querySelector('svg[data-rate-map]')).not.toBeNull();
const texts = () => document.querySelector('svg[data-rate-map]')!.textContent;

/** What the server has: the atlas of the region, in which Greece stands for a location elsewhere. */
const ofServer = { '/basemap/atlas': () => atlas };

test('the region has its own atlas; what lies elsewhere has one of the server, and is said to have no outlines where it has none', async () => {
  answer(ofServer);
  await draw({ locations: ['RS'], of: {} });
  await drawn();
  expect(requested('/basemap')).toEqual([]);
  await draw({ locations: ['XX'], of: {} });
  await expect.element(page.getByText('no outlines of these places')).toBeVisible();
  expect(requested('/basemap')).toEqual(['/basemap/atlas']);
});

test('beside one that the atlas has, they are left out', async () => {
  answer(ofServer);
  await draw({ locations: ['GR', 'XX'], of: {} });
  await drawn();
  expect(document.querySelector('svg[data-rate-map]')!.innerHTML).not.toContain('NaN');
});

test('where no area has a rate, the map shows what is counted and says so', async () => {
  const of = Object.fromEntries(
    ['RS', 'RS-00', 'RS-20'].map((code, at) => [code, { kind: 'unknown' as const, events: [300, 212, 88][at]! }]),
  );
  await draw({ locations: ['RS'], of, shows: 'counts' });
  await drawn();
  expect(texts()).toContain('Incidents: counts, not rates');
  expect(texts()).toContain('Beograd212');
  expect(texts()).not.toContain('no rate');
  expect(document.querySelector('[data-area="RS-00"]')!.getAttribute('data-class')).toBe('4');
  expect(document.querySelector('[data-area="RS-00"] title')!.textContent).toBe('Beograd: count: 212');
});

test('a location whose regions are not given is one area', async () => {
  await draw({
    locations: ['RS', 'ME'],
    of: {
      RS: { kind: 'rate', rate: 3, low: 2, high: 4, events: 300 },
      ME: { kind: 'unknown', events: 3 },
      'ME-16': { kind: 'unknown', events: 3 },
    },
  });
  await drawn();
  const codes = [...document.querySelectorAll('[data-area]')].map((area) => area.getAttribute('data-area'));
  expect(codes.filter((code) => code?.startsWith('RS'))).toEqual(['RS']);
  expect(codes.filter((code) => code?.startsWith('ME')).length).toBe(21);
});
