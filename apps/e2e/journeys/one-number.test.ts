import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { times } from '../../../testing/depth.ts';
import { drawnPage } from '../drawn-page.ts';

const address = inject('address');

/** What follows of an address says how to look at its incidents, not which they are. */
const viewNames = ['measure', 'sort', 'interval', 'locations', 'regions', 'period', 'unit', 'split', 'show'];

/** A page without the comments of its drawing. */
async function plainPage(path: string): Promise<string> {
  return (await drawnPage(address + path)).replaceAll(/<!--.*?-->/g, '').replaceAll('&amp;', '&');
}

interface CountedLink {
  readonly path: string;
  readonly query: string;
  readonly count: number;
}

/** The links of a page to incidents whose text is a number. */
async function countedLinks(path: string): Promise<CountedLink[]> {
  const page = await plainPage(path);
  return [...page.matchAll(/<a\b[^>]*href="\/explore\?([^"]*)"[^>]*>(.*?)<\/a>/gs)].flatMap(([, query = '', inside = '']) => {
    const [number] = /^[\d,]+(?=$|[^\d%.,])/.exec(inside.replaceAll(/<[^>]*>/g, '').trim()) ?? [];
    return number === undefined ? [] : [{ path, query, count: Number(number.replaceAll(',', '')) }];
  });
}

/** What Explore shows at the address of a link: the total of its measure. */
async function shownAt(query: string): Promise<number | undefined> {
  const filter = new URLSearchParams(query);
  const measure = filter.get('measure') ?? 'incidents';
  for (const name of viewNames) filter.delete(name);
  const asked = measure === 'incidents' ? '' : `&measures=${measure}`;
  const { totals } = await ask<{ totals: Record<string, number> }>(`summary?${filter}&facets=none&interval=none${asked}`);
  return totals[measure];
}

/** A figure of a page by its name. */
function figureOf(page: string, name: string): number {
  const [, number] = new RegExp(`data-figure="${name}".*?>([\\d,]+)<`, 's').exec(page) ?? [];
  if (number === undefined) throw new Error(`The page has no figure "${name}"`);
  return Number(number.replaceAll(',', ''));
}

async function rowsOfCsv(query: string): Promise<number> {
  const csv = await (await fetch(`${address}/api/v1/incidents.csv?${query}`)).text();
  return csv.trimEnd().split('\r\n').length - 1;
}

const periods = ['2019', '2022', '2024', '2025'].flatMap((year) => [
  { from: `${year}-01-01`, to: `${year}-12-31` },
  { from: `${year}-07-01`, to: `${year}-09-30` },
]);
const selection = fc.record({
  country: fc.constantFrom('AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS'),
  period: fc.constantFrom(...periods),
  type: fc.constantFrom(undefined, 'domestic_violence', 'criminal_context', 'weapon_seizure'),
});
const textOf = (parts: Record<string, string | undefined>) =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&');
// The same ones in every run.
const selections = fc.sample(selection, { seed: 8, numRuns: times(3, 12) });

test('every number that leads to incidents is the number that is shown there: pages without a filter', async () => {
  const links = (await Promise.all(['/', '/places', '/trends', '/indicators'].map(countedLinks))).flat();
  expect(links.length).toBeGreaterThan(150);
  for (const { path, query, count } of links) expect([path, query, await shownAt(query)]).toEqual([path, query, count]);
});

test.each(selections)(
  'every number that leads to incidents is the number that is shown there: %o',
  async ({ country, period, type }) => {
    const whole = textOf({ country, ...period, type });
    const ofPlace = textOf({ ...period, type });
    const paths = [`/trends?${whole}`, `/places/${country}?${ofPlace}`, `/places?${ofPlace}`];
    const links = (await Promise.all(paths.map(countedLinks))).flat();
    expect(links.length).toBeGreaterThan(10);
    for (const { path, query, count } of links) expect([path, query, await shownAt(query)]).toEqual([path, query, count]);
  },
);

test.each(selections)('Explore, the brief and the CSV file count violence alike: %o', async ({ country, period }) => {
  const query = textOf({ country, ...period, type: 'violence' });
  const [explore, brief] = await Promise.all([
    plainPage(`/explore?${query}`),
    plainPage(`/report?${textOf({ country, ...period })}`),
  ]);
  for (const name of ['incidents', 'killed', 'injured'])
    expect([name, figureOf(brief, name)]).toEqual([name, figureOf(explore, name)]);
  expect(await rowsOfCsv(query)).toBe(figureOf(explore, 'incidents'));
});
