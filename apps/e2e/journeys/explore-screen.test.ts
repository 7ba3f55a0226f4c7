import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { deep } from '../../../testing/depth.ts';
import { seriousFindings, unreadableTexts } from '../axe.ts';
import { pressIn } from '../keyboard.ts';
import { expectWellMade, onEachDevice } from '../look.ts';
import { smallTargets } from '../targets.ts';
import { atRest, useBrowser } from '../visit.ts';

/* Explore without a map, which has a file of its own: the screen, and whatever can be opened over it, on each device. */

const address = inject('address');
const { visit } = useBrowser();

const over = '[role=dialog], [role=menu], [role=listbox]';

interface Opened {
  readonly name: string;
  /** Pressed one after the other. */
  readonly buttons: readonly RegExp[];
  /** A text or label in it that comes last. */
  readonly ready?: string;
  /** What is new on the page. */
  readonly part?: string;
  /** Whether its last button is in view without scrolling. */
  readonly endsInView?: true;
  /** Whether the last button closes it again. */
  readonly isToggle?: true;
  /** Whether it is the same on a phone, which a deep run looks at too. */
  readonly isSame?: true;
}

const sections = [/^Weapon all/, /^Victim/, /^Perpetrator/, /^Setting/, /^Search text/];
const opened: readonly Opened[] = [
  { name: 'all sections', buttons: sections, part: 'aside, [role=dialog]' },
  { name: 'whole lists', buttons: [/^\d+ more$/], part: 'aside, section[aria-label="Charts"]' },
  { name: 'export', buttons: [/^Download…/], ready: 'CC0-1.0', endsInView: true },
  { name: 'columns of a file', buttons: [/^Download…/, /^Choose…$/], ready: 'Find a column' },
  { name: 'saved views', buttons: [/^Saved views$/, /^Save view$/], ready: 'Your saved views' },
  { name: 'cite', buttons: [/^Cite$/], ready: 'RIS' },
  { name: 'embed', buttons: [/^Embed$/], ready: 'Preview' },
  { name: 'download of a chart', buttons: [/^Download “/], isSame: true },
  { name: 'table of a chart', buttons: [/as a table$/], part: '[data-table]', isToggle: true, isSame: true },
  { name: 'choice of an interval', buttons: [/^Group by/], isSame: true },
  { name: 'choice of a year', buttons: [/^Choose a year/], isSame: true },
  { name: 'calendar', buttons: [/^Start date/] },
  { name: 'explanation', buttons: [/^About this figure/], isSame: true },
  { name: 'theme', buttons: [/^Theme/], isSame: true },
];

test('axe finds nothing serious on Explore and in whatever opens over it, all fits and can be pressed at 24 by 24 pixels', async () => {
  // A part of the address that means nothing gives the page a notice.
  const page = await visit(`${address}/explore?country=RS&from=2024-01-01&to=2026-10-31&nothing=1`, { colorScheme: 'light' });
  await page.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
  await page.getByText('nothing', { exact: false }).first().waitFor();
  await onEachDevice(page, async (width, colours) => {
    const device = `${width} pixels, ${colours}`;
    await expectWellMade(page, 'explore');
    expect(await smallTargets(page), device).toEqual([]);
    for (const one of opened.filter(({ isSame }) => deep || width === 1440 || isSame !== true)) {
      const message = `${one.name}, ${device}`;
      await open(page, one);
      const part = one.part ?? over;
      if (one.name === 'export') {
        await expectWellMade(page, 'export', part);
        await expectUnbroken(page);
      } else expect(await seriousFindings(page, part), message).toEqual([]);
      expect(await smallTargets(page, part), message).toEqual([]);
      if (one.endsInView === true) await expectEndInView(page);
      if (one.isToggle === true)
        await page
          .getByRole('button', { name: one.buttons.at(-1)! })
          .first()
          .click();
      await closeAll(page, message);
    }
    await expectPresetsReadable(page);
    await expectRecordWellMade(page);
  });
});

async function open(page: Page, { buttons, ready }: Opened): Promise<void> {
  // On a narrow screen the filters are in a sheet, and so are the ways to take the view along.
  const filters = page.getByRole('button', { name: /^Filters/ });
  for (const name of buttons) {
    const button = page.getByRole('button', { name });
    // A dialog that has closed gives the page back to those who cannot see a moment later.
    await button.or(filters).first().waitFor();
    if ((await button.count()) === 0) await filters.click();
    await (buttons.length > 1 && name !== buttons[0] ? button.last() : button.first()).click();
  }
  if (ready === undefined) return atRest(page);
  const dialog = page.getByRole('dialog').last();
  await dialog
    .getByLabel(ready, { exact: true })
    .or(dialog.getByText(ready, { exact: true }))
    .first()
    .waitFor();
}

/** Closes whatever lies over the page, the uppermost first. */
async function closeAll(page: Page, message: string): Promise<void> {
  const all = page.locator(over);
  for (let left = await all.count(); left > 0; left = await all.count()) {
    await pressIn(all.last(), 'Escape');
    await expect.poll(() => all.count(), { message }).toBeLessThan(left);
  }
}

/** The last button of a dialog, which is what it is for, can be pressed without scrolling. */
async function expectEndInView(page: Page): Promise<void> {
  const isInView = async () => {
    const { width, height } = page.viewportSize()!;
    const last = await page.getByRole('dialog').last().locator('button, a[download]').last().boundingBox();
    return last !== null && last.x > 0 && last.x + last.width < width && last.y + last.height < height;
  };
  await expect.poll(isInView).toBe(true);
}

/** On a phone, the encoding and the licence of a download are not broken at their hyphens, which at some widths would be at the end of a line. */
async function expectUnbroken(page: Page): Promise<void> {
  const { width: before, height } = page.viewportSize()!;
  if (before > 390) return;
  const dialog = page.getByRole('dialog').last();
  for (let width = 390; width >= 320; width -= 5) {
    await page.setViewportSize({ width, height });
    const lines = () =>
      dialog.evaluate((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found: number[] = [];
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          const at = /UTF.8|CC0.1\.0/.exec(node.textContent ?? '');
          if (at === null) continue;
          const range = document.createRange();
          range.setStart(node, at.index);
          range.setEnd(node, at.index + at[0].length);
          found.push(new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size);
        }
        return [found.length > 1, Math.max(...found)];
      });
    await expect.poll(lines, { message: `${width} pixels` }).toEqual([true, 1]);
  }
  await page.setViewportSize({ width: before, height });
}

/** A preset of the period can be read while it is pointed at, chosen or not. */
async function expectPresetsReadable(page: Page): Promise<void> {
  const filters = page.getByRole('button', { name: /^Filters/ });
  const presets = page.getByRole('group', { name: 'Common periods' });
  if (!(await presets.isVisible())) await filters.click();
  const [all, twelveMonths] = ['All', '12 months'].map((name) => presets.getByRole('button', { name }));
  for (const chosen of [twelveMonths!, all!]) {
    await chosen.click();
    await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
    for (const preset of [all!, twelveMonths!]) {
      await preset.hover();
      await atRest(page);
      expect(await unreadableTexts(page, 'fieldset[aria-label="Common periods"]')).toEqual([]);
    }
  }
  await closeAll(page, 'presets');
}

/** A record can be looked at in the same way, and gives the page its title. */
async function expectRecordWellMade(page: Page): Promise<void> {
  const row = page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first();
  await row.click();
  await page.getByText('Provenance', { exact: true }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^[A-Z][a-z ]+, .+, \d+ \w+ \d{4} – Open Armed Violence Monitor$/);
  await atRest(page);
  const record = 'section[aria-label="Record"], [role=dialog]';
  await expectWellMade(page, 'record', record);
  expect(await smallTargets(page, record)).toEqual([]);
  await page.getByRole('button', { name: 'Close record' }).click();
  await expect.poll(() => page.title()).toBe('Explore – Open Armed Violence Monitor');
}
