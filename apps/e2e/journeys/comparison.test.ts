import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { drawnPage, partOf, textOf } from '../drawn-page.ts';
import { bothOf, numberIn, tableCount } from '../figures.ts';
import { hasFocus, tabTo } from '../keyboard.ts';
import { expectWellMade } from '../look.ts';
import { intervalOf, inYear, useMadeUpRecord } from '../made-up-record.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { countOf } = useMadeUpRecord();
const { open } = onePage();

/** What a comparison changes on the page. */
const compared = '[data-figure], [role=slider], main fieldset, main section[aria-label^=Incidents]';

/** An interval that is said of incidents is at least as wide as that of events one by one, since they come in waves. */
function expectWider(text: string, counts: readonly [number, number], per?: readonly [number, number]): void {
  const [, low, below, high, above] = /95% interval[^:.]*: (\d+)% (fewer|more) to (\d+)% (fewer|more)\./.exec(text) ?? [];
  const ends = intervalOf(counts, per).map((end) => 100 * (end - 1)) as [number, number];
  expect(Number(low) * (below === 'fewer' ? -1 : 1)).toBeLessThan(ends[0] + 0.6);
  expect(Number(high) * (above === 'fewer' ? -1 : 1)).toBeGreaterThan(ends[1] - 0.6);
}

/** A figure of A and of B on a page that is drawn. */
function bothIn(html: string, figure: string): (number | undefined)[] {
  const values = partOf(html, 'data-figure', figure).match(/<dd\b.*?<\/dd>/gs) ?? [];
  return values.slice(0, 2).map((value) => numberIn(textOf(value)));
}

/** Shows the table of a chart. @returns reads its rows, as texts: the charts are drawn some time after the key figures */
async function tableOf(page: Page, title: string): Promise<() => Promise<string[][]>> {
  await page.getByRole('button', { name: `Show “${title}” as a table` }).click();
  const rows = page.getByRole('table', { name: new RegExp(title) }).getByRole('row');
  return async () => (await rows.allInnerTexts()).slice(1).map((row) => row.split('\t'));
}

test('two locations are compared per 100,000 people', async () => {
  const page = await drawnPage(`${address}/explore?country=RS&from=2023-01-01&to=2023-12-31&against=country%3DXK`);
  const counts = [
    await countOf(`country = 'RS' and ${inYear(2023)}`),
    await countOf(`country = 'XK' and ${inYear(2023)}`),
  ] as const;
  // World Bank, SP.POP.TOTL, 2023.
  const people = [6_623_183, 1_682_668] as const;
  expect(bothIn(page, 'incidents')).toEqual(counts);
  expect(bothIn(page, 'rate')).toEqual(
    counts.map((count, at) => expect.closeTo((count / people[at]!) * 100_000 * (365.25 / 365), 1)),
  );
  expectWider(/95% interval of the difference in rates: [^.]*\./.exec(textOf(page))![0], counts, people);
});

test.each([
  [
    'too few are not compared',
    'country=MD&type=suicide&from=2023-01-01&to=2023-01-31&against=from%3D2022-01-01%26to%3D2022-01-31',
    'There are too few in A or in B to tell a difference from chance.',
  ],
  [
    'a period that the data covers in part is named',
    'from=2014-07-01&to=2015-06-30&against=from%3D2013-07-01%26to%3D2014-06-30',
    'the data starts on 1 Jan 2014',
  ],
  [
    'nothing is compared with a period without data',
    'from=2014-01-01&to=2014-12-31&against=from%3D2013-01-01%26to%3D2013-12-31',
    'There is no data in 2013, so nothing is compared.',
  ],
])('%s', async (_, query, text) => {
  expect(textOf(await drawnPage(`${address}/explore?${query}`))).toContain(text);
});

test('bad parts of a comparison are dropped and named', async () => {
  const page = textOf(await drawnPage(`${address}/explore?country=RS&against=country%3Dserbia%26colour%3Dred`));
  expect(page).toContain('We ignored 2 invalid parts of this link');
  expect(page).not.toContain('Compared with B');
});

test('two years are compared with the keyboard alone, and B has filters of its own; the link shows the same to somebody else', async () => {
  const page = await open('/explore?from=2023-01-01&to=2023-12-31');
  await tabTo(page, page.getByRole('button', { name: /^Compare with…/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(page.getByRole('menuitem', { name: 'A year earlier' }))).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/against=from%3D2022-01-01%26to%3D2022-12-31/);

  const counts = [await countOf(inYear(2023)), await countOf(inYear(2022))] as const;
  expect(await bothOf(page, 'incidents')).toEqual(counts);
  const finding = page.getByText(/^There were [\d,]+ incidents in 2023/);
  expectWider(
    await page
      .getByText(/95% interval: .*(fewer|more)\./)
      .first()
      .innerText(),
    counts,
  );
  expect(numberIn(/(\d\S*) (?:more|fewer)/.exec(await finding.innerText())?.[1] ?? '')).toBe(Math.abs(counts[0] - counts[1]));

  const swap = page.getByRole('button', { name: /^Swap/ });
  await tabTo(page, swap, { backwards: true });
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2022-01-01&to=2022-12-31.*against=from%3D2023-01-01/);
  expect(await bothOf(page, 'incidents')).toEqual(counts.toReversed());
  // The focus stays where it was.
  await expect.poll(() => hasFocus(swap)).toBe(true);
  const running = await tableOf(page, 'Incidents: running total');
  await expect.poll(async () => (await running()).at(-1)?.map(numberIn)).toEqual([365, ...counts.toReversed()]);
  const seizures = [
    await countOf(`type = 'weapon_seizure' and ${inYear(2022)}`),
    await countOf(`type = 'weapon_seizure' and ${inYear(2023)}`),
  ];
  const ofTypes = await tableOf(page, 'Incidents by type');
  const seizuresAndAll = async () => {
    const rows = await ofTypes();
    const shown = rows.find(([name]) => name === 'Weapon seizure')?.slice(1, 3);
    return { seizures: shown?.map(numberIn), all: rows.reduce((sum, row) => sum + numberIn(row[1] ?? ''), 0) };
  };
  await expect.poll(seizuresAndAll).toEqual({ seizures, all: counts[1] });

  await page.getByRole('button', { name: /^B · [\d,]+$/ }).press('Enter');
  await expect.poll(() => tableCount(page)).toBe(counts[0]);

  const again = await drawnPage(page.url());
  expect(bothIn(again, 'incidents')).toEqual(counts.toReversed());
  expect(textOf(again)).toContain(await page.getByText(/^There were [\d,]+ incidents in 2022/).innerText());

  await page.getByRole('button', { name: 'B 2023' }).click();
  await page.getByRole('checkbox', { name: 'Weapon seizure' }).click();
  await page.waitForURL(/against=from%3D2023-01-01%26to%3D2023-12-31%26type%3Dweapon_seizure/);
  expect(await bothOf(page, 'incidents')).toEqual([counts[1], seizures[1]]);

  await page.getByRole('slider', { name: 'Move the period of B' }).press('ArrowRight');
  await page.waitForURL(/against=from%3D2023-02-01%26to%3D2024-01-31%26type%3Dweapon_seizure/);
  const moved = await countOf(`type = 'weapon_seizure' and occurred_on between '2023-02-01' and '2024-01-31'`);
  expect(await bothOf(page, 'incidents')).toEqual([counts[1], moved]);

  await expectWellMade(page, 'comparison', compared);
  await page.setViewportSize({ width: 390, height: 900 });
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /^Stop comparing/ }).press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2022-01-01&to=2022-12-31');
});
