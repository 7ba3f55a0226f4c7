import { expect, inject, test } from 'vitest';
import { smallTargets } from '../../../testing/small-targets.ts';
import { drawnPage, textOf } from '../drawn-page.ts';
import { numberIn, tableCount } from '../figures.ts';
import { useMadeUpRecord } from '../made-up-record.ts';
import { onePage } from '../one-page.ts';

/* What is unusual: a rise in Serbia that is put into the made-up data, in the latest complete week. */

interface Signal {
  readonly series: string;
  readonly query: string;
  readonly incidents: number;
  readonly from: string;
  readonly to: string;
}

const address = inject('address');
const { countOf } = useMadeUpRecord();
const { open } = onePage();

/** A server finds them some seconds after it has started. */
async function foundSignals(): Promise<readonly Signal[]> {
  let signals: readonly Signal[] = [];
  const ask = async () => {
    const response = await fetch(`${address}/api/v1/signals`);
    if (response.ok) ({ signals } = (await response.json()) as { signals: readonly Signal[] });
    return signals.map(({ series }) => series);
  };
  await expect.poll(ask, { interval: 500 }).toContain('RS.type.public_dispute');
  return signals;
}

test('the page says what it found before its script has run', async () => {
  await foundSignals();
  // A page does not wait for it where the server is busy.
  const said = async () => textOf(await drawnPage(`${address}/signals`));
  await expect.poll(said).toMatch(/^\S.* rose beyond (their|its) own past in the last three weeks/);
  expect(await said()).toMatch(/ Serbia: \d+ public disputes/);
});

test('two presses lead from the front door to what is unusual and its records, whose number is that of SQL; places and weeks are chosen; the feed is Atom', async () => {
  const signals = await foundSignals();
  const page = await open('/');
  await page
    .getByRole('region', { name: /^Unusual right now/ })
    .getByRole('link', { name: 'All signals' })
    .click();
  // The front door names the signal, too.
  const feedLink = page.getByRole('link', { name: 'Atom feed' });
  await feedLink.waitFor();
  const signal = page.getByRole('region', { name: /^Serbia: \d+ public disputes/ }).first();
  await signal.getByText(/Very rare by chance/).waitFor();

  expect(await page.evaluate(smallTargets, 'main')).toEqual([]);
  expect(await feedLink.getAttribute('href')).toBe('/api/v1/signals.atom');
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
  expect(feed.links).toEqual(signals.map(({ query }) => `${address}/explore?${query}`));

  await page.getByRole('button', { name: 'Place: All places' }).click();
  await page.getByRole('menuitemradio', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await expect.poll(() => page.getByRole('heading', { level: 4, name: /^(?!Serbia)/ }).count()).toBe(0);
  await page
    .getByRole('link', { name: /^Week of .*: \d+ signals?$/ })
    .last()
    .click();
  await page.waitForURL(/#week-/);

  const said = numberIn((await signal.getByRole('heading').innerText()).replace('Serbia: ', ''));
  await signal.getByRole('link', { name: /^Show the \d+ records/ }).click();
  await page.getByRole('link', { name: 'Open in Explore' }).click();
  await page.waitForURL(/\/explore\?country=RS&date_precision=day,week&from=/);
  const { from, to, incidents } = signals.find(({ series }) => series === 'RS.type.public_dispute')!;
  const counted = await countOf(`
    country = 'RS' and type = 'public_dispute' and date_precision in ('day', 'week') and occurred_on between '${from}' and '${to}'`);
  expect([said, await tableCount(page), incidents]).toEqual([counted, counted, counted]);
  expect(counted).toBeGreaterThanOrEqual(20);
});
