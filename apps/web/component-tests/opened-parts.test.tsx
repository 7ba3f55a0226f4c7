import { wcagContrast } from 'culori';
import { afterAll, expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { smallTargets } from '../../../testing/small-targets.ts';
import type { Answers } from '../src/filter/use-answers.ts';
import { ChartNotes } from '../src/sections/chart-notes.tsx';
import TrendCard from '../src/charts/trend-card.tsx';
import { MakeFile } from '../src/export/export-actions.tsx';
import { KeyFigures } from '../src/screens/explore/key-figures.tsx';
import { FilterButton } from '../src/filter/filter-button.tsx';
import FilterPanel from '../src/filter/filter-panel.tsx';
import { TakeAlong } from '../src/screens/explore/filters.tsx';
import { ViewsButton } from '../src/views/views-button.tsx';
import { seriousFindings } from './axe.ts';
import { drawAt, resizeTo } from './drawn.tsx';
import { answer } from './stubbed-api.ts';

/* What opens on Explore, in the window and in the colours of a desktop and of a phone. */

const devices = [
  ['wide', 'light'],
  ['phone', 'dark'],
] as const;
const opened = '[role=dialog], [role=menu], [role=listbox]';

async function drawOn([size, colorScheme]: (typeof devices)[number], part: (answers: Answers) => React.ReactNode) {
  await resizeTo(size);
  await commands.emulateMedia({ colorScheme });
  await expect.poll(() => document.documentElement.dataset.theme ?? 'light').toBe(colorScheme);
  const file = new Response('id\r\n', { headers: { 'content-disposition': 'attachment; filename="incidents.csv"' } });
  answer({ '/incidents.csv': () => file.clone() });
  await drawAt('country=RS&from=2021-01-01&to=2024-06-30', part);
}
afterAll(() => commands.emulateMedia({ colorScheme: 'light' }));

interface Opened {
  readonly draw: (answers: Answers) => React.ReactNode;
  /** Pressed one after the other. */
  readonly buttons: readonly RegExp[];
  /** A text or the label of what comes last. */
  readonly ready?: string;
  /** Where it does not lie over the page. */
  readonly part?: string;
}

const panel = ({ summary, coverage }: Answers) => (
  <aside>
    <FilterPanel facets={summary.data?.facets} coverage={coverage} />
  </aside>
);
const file = (answers: Answers) => <MakeFile answers={answers} className={undefined} />;
const takeAlong = (answers: Answers) => <TakeAlong answers={answers} />;
const chart = (answers: Answers) => (
  <ChartNotes answers={answers}>
    <TrendCard title="Incidents per month" answers={answers} />
  </ChartNotes>
);
const figures = (answers: Answers) => <KeyFigures answers={answers} onListed={() => undefined} />;

const all: Readonly<Record<string, Opened>> = {
  'the choice of a period': { draw: panel, buttons: [/^Common periods/] },
  'the calendar': { draw: panel, buttons: [/^Start date/] },
  'a file': { draw: file, buttons: [/^Download…/], ready: 'CC0-1.0' },
  'the columns of a file': { draw: file, buttons: [/^Download…/, /^Choose…$/], ready: 'Find a column' },
  'saved views': { draw: () => <ViewsButton className="" />, buttons: [/^Saved views$/, /^Save view$/], ready: 'Your saved views' },
  'a citation': { draw: takeAlong, buttons: [/^Cite$/], ready: 'RIS' },
  'a frame for other sites': { draw: takeAlong, buttons: [/^Embed$/], ready: 'Preview' },
  'the files of a chart': { draw: chart, buttons: [/^Download “/] },
  'the table of a chart': { draw: chart, buttons: [/as a table$/], part: '[data-table]' },
  'the choice of an interval': { draw: chart, buttons: [/^Group by/] },
  'the explanation of a figure': { draw: figures, buttons: [/^About this figure/] },
};

test.each(Object.entries(all))('axe finds nothing serious in %s, and all can be pressed at 24 by 24 pixels', async (_, one) => {
  for (const device of devices) {
    await drawOn(device, one.draw);
    for (const name of one.buttons) await page.getByRole('button', { name }).last().click();
    const { part = opened } = one;
    await expect.poll(() => document.querySelector(part)).not.toBeNull();
    if (one.ready !== undefined) {
      const ready = page.getByLabelText(one.ready, { exact: true }).or(page.getByText(one.ready, { exact: true }));
      await expect.element(ready.first()).toBeVisible();
    }
    expect([device, await seriousFindings(part), smallTargets(part)]).toEqual([device, [], []]);
  }
});

test('a preset of the period can be read while it is pointed at, chosen or not', async () => {
  for (const device of devices) {
    await drawOn(device, panel);
    for (const name of ['All', '12 months']) {
      await page.getByRole('button', { name: /^Common periods/ }).click();
      await page.getByRole('dialog', { name: 'Common periods' }).getByRole('button', { name, exact: true }).click();
      const preset = page.getByRole('button', { name: `Common periods: ${name}` });
      await userEvent.hover(preset);
      // A colour can take a moment to change.
      await expect.poll(() => contrastOf(preset.element()), { message: String(device) }).toBeGreaterThanOrEqual(4.5);
    }
  }
});

/** Of its letters with what is seen behind them. */
function contrastOf(element: Element): number {
  let ground: Element | null = element;
  while (ground !== null && getComputedStyle(ground).backgroundColor.endsWith(', 0)')) ground = ground.parentElement;
  return wcagContrast(getComputedStyle(element).color, ground === null ? 'white' : getComputedStyle(ground).backgroundColor);
}

test('beside a page the filters are a panel of their own width, and on a phone a sheet', async () => {
  for (const [size, width] of [
    ['wide', 360],
    ['phone', 390],
  ] as const) {
    await resizeTo(size);
    await drawAt('country=RS', <FilterButton facets={undefined} coverage={undefined} total={undefined} />);
    await page.getByRole('button', { name: /^Filters/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await expect.element(sheet).toBeVisible();
    expect(sheet.element().getBoundingClientRect().width).toBe(width);
  }
});
