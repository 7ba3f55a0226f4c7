import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { numberIn, tableCount } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { useBrowser } from '../visit.ts';

/* What is unusual: a rise in Serbia that is put into the made-up data, in the latest complete week. */

interface Found {
  readonly series: string;
  readonly query: string;
  readonly incidents: number;
  readonly from: string;
  readonly to: string;
}
interface SignalList {
  readonly datasetVersion: number;
  readonly weeks: readonly string[];
  readonly signals: readonly Found[];
}

const rise = 'RS.type.public_dispute';

let product: RunningProduct;
let database: Database;
let signals: readonly Found[];
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
  database = await openDatabase(product.databaseUrl);
  await database.connections`
    update incidents set occurred_on = (select date_trunc('week', max(occurred_on) + 1)::date from incidents) - 5 where id in (
      select id from incidents where country = 'RS' and type = 'public_dispute' and date_precision = 'day'
        and occurred_on between '2024-01-01' and '2024-12-31' order by id limit 20)`;
  ({ signals } = await signalsWhen((list) => list.signals.some(({ series }) => series === rise)));
}, 400_000);
afterAll(async () => {
  await database.close();
  await product.remove();
});
const { visit } = useBrowser();

/** The signals as soon as there are some that are wanted: they follow the data after some seconds. */
async function signalsWhen(isWanted: (list: SignalList) => boolean): Promise<SignalList> {
  for (;;) {
    const response = await fetch(`${product.address}/api/v1/signals`);
    const list = response.ok ? ((await response.json()) as SignalList) : undefined;
    if (list !== undefined && isWanted(list)) return list;
    await setTimeout(1000);
  }
}

test('what is unusual this month: two presses lead from the front door to the records, and their number is that of SQL', async () => {
  const page = await visit(product.address);
  await page
    .getByRole('region', { name: /^Unusual right now/ })
    .getByRole('link', { name: 'All signals' })
    .click();
  const signal = page.getByRole('region', { name: /^Serbia: \d+ public disputes/ }).first();
  await signal.getByText(/Very rare by chance/).waitFor();
  const said = numberIn((await signal.getByRole('heading').innerText()).replace('Serbia: ', ''));
  await signal.getByRole('link', { name: /^Show the \d+ records/ }).click();
  await page.waitForURL(/\/explore\?country=RS&date_precision=day,week&from=/);
  const listed = await tableCount(page);

  const { from, to, incidents } = signals.find(({ series }) => series === rise)!;
  const [row] = await database.connections<{ count: number }[]>`
    select count(*)::int as count from incidents where country = 'RS' and type = 'public_dispute'
      and date_precision in ('day', 'week') and occurred_on between ${from} and ${to}`;
  expect([said, listed, incidents]).toEqual([row!.count, row!.count, row!.count]);
  expect(row!.count).toBeGreaterThanOrEqual(20);
});

test('the page says what it found before its script has run', async () => {
  const page = await visit(`${product.address}/signals`, { javaScriptEnabled: false });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /rose beyond (their|its) own past in the last three weeks/,
  );
  await page
    .getByRole('region', { name: /^Serbia: \d+ public disputes/ })
    .first()
    .waitFor();
});

test('a place is chosen in the address, and a week in the strip leads to its signals', async () => {
  const page = await visit(`${product.address}/signals`);
  await page.getByRole('button', { name: 'Place: All places' }).click();
  await page.getByRole('menuitemradio', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await expect.poll(() => page.getByRole('heading', { level: 4, name: /^(?!Serbia)/ }).count()).toBe(0);
  await page
    .getByRole('link', { name: /^Week of .*: \d+ signals?$/ })
    .last()
    .click();
  await page.waitForURL(/#week-/);
  await page
    .getByRole('region', { name: /^Serbia: / })
    .first()
    .waitFor();
});

test('a browser reads the feed as Atom, with all that each entry needs', async () => {
  const page = await visit(`${product.address}/signals`);
  expect(await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')).toBe('/api/v1/signals.atom');
  const feed = await page.evaluate(async () => {
    const response = await fetch('/api/v1/signals.atom');
    const { documentElement: root } = new DOMParser().parseFromString(await response.text(), 'application/xml');
    const namesIn = (element: Element) => [...new Set([...element.children].map(({ localName }) => localName))];
    return {
      type: response.headers.get('content-type'),
      root: [root.namespaceURI, root.localName],
      names: namesIn(root),
      entries: [...root.querySelectorAll('entry')].map(namesIn),
      ids: [...root.querySelectorAll('entry > id')].map(({ textContent }) => textContent),
      links: [...root.querySelectorAll('entry > link[rel=alternate]')].map((link) => link.getAttribute('href')),
    };
  });
  expect(feed.type).toBe('application/atom+xml; charset=utf-8');
  expect(feed.root).toEqual(['http://www.w3.org/2005/Atom', 'feed']);
  expect(feed.names).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'author', 'link', 'entry']));
  for (const names of feed.entries) expect(names).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'link', 'summary']));
  expect(new Set(feed.ids).size).toBe(signals.length);
  expect(feed.links).toEqual(signals.map(({ query }) => `${product.address}/explore?${query}`));
});
