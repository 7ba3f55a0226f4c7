import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { seriousFindings } from './axe.ts';
import { drawPage, resizeTo } from './drawn.tsx';
import { focus, focused } from './keyboard.ts';
import { answer, atRest, requested, standardAnswer } from './stubbed-api.ts';

const drawer = page.getByRole('complementary', { name: 'List of incidents' });
const records = drawer.getByRole('list', { name: 'Incidents', exact: true }).getByRole('listitem');
const listed = (filter: string) => `incidents=${encodeURIComponent(filter)}`;
const march = 'country=RS&from=2024-03-01&to=2024-03-31';

/** Incidents that the title says. */
const count = () => Number(/^\d+/.exec(drawer.getByRole('heading').element().textContent)?.[0]);

test('a link lists incidents beside the page: how they were chosen, the months around them, and the records', async () => {
  const address = await drawPage(`/trends?country=RS&${listed(march)}`);
  await expect.element(drawer.getByRole('heading', { name: /^\d+ incidents of all kinds in Serbia, March 2024$/ })).toBeVisible();
  await atRest();
  await expect.poll(() => records.elements().length).toBe(Math.min(12, count()));
  expect(drawer.getByRole('navigation').element().textContent).toBe('Serbia2024March 2024');
  const bar = drawer.getByRole('link', { name: /^March 2024: / }).element();
  expect(bar.getAttribute('aria-label')).toContain(`: ${count()} incident`);
  expect(drawer.getByRole('link', { name: 'Open in Explore' }).element().getAttribute('href')).toBe(`/explore?${march}`);
  expect(drawer.getByRole('link', { name: 'Download' }).element().getAttribute('href')).toBe(`/api/v1/incidents.csv?${march}`);
  expect(records.first().getByRole('link').element().getAttribute('href')).toMatch(/^\/explore\?country=RS&.*&incident=/);
  expect(await seriousFindings('[data-drawer]')).toEqual([]);
  await drawer.getByRole('link', { name: 'Next step' }).click();
  await expect.element(drawer.getByRole('heading', { name: /Serbia, April 2024$/ })).toBeVisible();
  await drawer.getByRole('link', { name: '2024', exact: true }).click();
  await expect.element(drawer.getByRole('heading', { name: /Serbia, 2024$/ })).toBeVisible();
  await atRest();
  const all = count();
  await drawer.getByRole('button', { name: `Show 100 more (${all - 12} left)` }).click();
  await expect.poll(() => records.elements().length).toBe(112);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect.element(drawer).not.toBeInTheDocument();
  expect(address.query()).toBe('country=RS');
});

test('what else chose the incidents begins with a capital letter, as the sentence that it is', async () => {
  await drawPage(`/trends?${listed('type=violence&victim_sex=woman&victim_outcome=killed&from=2024-01-01')}`);
  await expect.element(drawer.getByText(/^Violence\. A woman killed\. /)).toBeVisible();
});

test('each record says its day, place, type and weapon in full, who was harmed if anybody was, and no year that the title says', async () => {
  const isCut = (one: Element) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflow !== 'visible';
  for (const size of ['usual', 'phone'] as const) {
    await resizeTo(size);
    await drawPage(`/trends?country=RS&${listed(march)}`);
    const list = page.getByRole('list', { name: 'Incidents', exact: true });
    await expect.poll(() => list.getByRole('listitem').elements().length).toBeGreaterThan(3);
    const rows = list.getByRole('listitem').elements();
    expect(rows.flatMap((row) => [...row.querySelectorAll('*')].filter(isCut))).toEqual([]);
    for (const row of rows) {
      expect(row.textContent).toMatch(/^\d+ Mar(?! 2024).* · /);
      expect(row.textContent).not.toContain('nobody');
    }
  }
});

test('what opened it has the focus again after Escape, and nothing is asked for before', async () => {
  await drawPage('/places/RS?from=2024-01-01&to=2024-12-31');
  const figure = page.getByRole('heading', { level: 3, name: /violent incidents/ }).getByRole('link');
  await focus(figure);
  expect(requested('/incidents')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(drawer.getByRole('heading', { name: /in Serbia, 2024$/ })).toBeVisible();
  await expect.poll(focused).toBe('List of incidents');
  await userEvent.keyboard('{Escape}');
  await expect.element(drawer).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(figure.element());
});

test('one link leads to the steps of a chart, which the arrow keys choose', async () => {
  await drawPage('/places/RS?from=2024-01-01&to=2024-12-31');
  const year = (text: string) => page.getByRole('link', { name: new RegExp(`violent incidents, ${text}: \\d+$`) });
  await focus(year('2024'));
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(year('2022')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(drawer.getByRole('heading', { name: /in Serbia, 2022$/ })).toBeVisible();
});

test('on a phone it is a sheet over the page', async () => {
  await resizeTo('phone');
  await drawPage(`/trends?country=RS&${listed(march)}`);
  const sheet = page.getByRole('dialog', { name: 'List of incidents' });
  await expect.element(sheet.getByRole('heading', { name: /Serbia, March 2024$/ })).toBeVisible();
  await atRest();
  expect(await seriousFindings('[role=dialog]')).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
});

test('rows that are awaited are as tall as those that come, and are said to be loading', async () => {
  let give = () => {};
  const held = new Promise<void>((resolve) => (give = resolve));
  answer({ '/incidents': async (query, path) => (await held, standardAnswer('/incidents')(query, path)) });
  await drawPage(`/trends?country=RS&${listed(march)}`);
  const list = document.getElementsByTagName('ol');
  const rows = () => [...list].find((one) => one.ariaLabel === 'Incidents')?.children ?? [];
  await expect.poll(() => rows().length).toBe(12);
  expect(rows()[0]?.parentElement?.ariaBusy).toBe('true');
  expect(drawer.getByRole('heading').element().textContent).toBe('Loading…');
  const awaited = rows()[0]!.getBoundingClientRect().height;
  give();
  await atRest();
  expect(Math.abs(rows()[0]!.getBoundingClientRect().height - awaited)).toBeLessThan(2);
});
