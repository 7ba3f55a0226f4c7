import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AreaSection } from '../src/filter/area-section.tsx';
import { Chips } from '../src/filter/chips.tsx';
import { TypeSection } from '../src/filter/type-section.tsx';
import FilterPanel from '../src/filter/filter-panel.tsx';
import { drawAt } from './drawn.tsx';
import { madeUpIncidents } from './made-up-incidents.ts';

const drawPanel = (query: string) =>
  drawAt(query, ({ summary, coverage }) => (
    <>
      <output data-outdated={summary.outdated}>{summary.data?.totals.incidents}</output>
      <FilterPanel facets={summary.data?.facets} coverage={coverage} />
      <button type="button">Elsewhere</button>
    </>
  ));

const group = (name: string) => page.getByRole('group', { name, exact: true });
const labels = (list: string) => Array.from(group(list).element().querySelectorAll('label'), ({ innerText }) => innerText);
const focus = (element: Element) => (element as HTMLElement).focus();

/** Waits until the panel has figures of another filter than those with this many incidents. */
async function figuresAfter(before: string | undefined): Promise<string> {
  const figure = page.getByRole('status');
  await expect.poll(() => figure.element().textContent).not.toBe(before);
  await expect.element(figure).toHaveAttribute('data-outdated', 'false');
  return figure.element().textContent;
}

test('the region that a link has chosen is seen in the panel, and stays there when it is no longer chosen', async () => {
  const address = await drawPanel('region=RS-20');
  const box = group('Location').getByRole('checkbox', { name: /^Ni/ });
  await expect.element(box).toBeChecked();
  const before = await figuresAfter('');
  await box.click();
  await expect.poll(address.query).toBe('period=all');
  await figuresAfter(before);
  await expect.element(box).toBeVisible();
  await expect.element(box).not.toBeChecked();
});

test('a list keeps its order as long as the pointer or the focus is in it', async () => {
  const address = await drawPanel('from=2019-01-01');
  const all = await figuresAfter('');
  const before = labels('Type');
  await group('Type').getByText(before[1]!, { exact: true }).hover();
  // Incidents with people killed are of other types; the keyboard leaves the pointer where it is.
  focus(page.getByRole('checkbox', { name: 'Killed' }).element());
  await userEvent.keyboard(' ');
  await figuresAfter(all);
  expect(labels('Type')).toEqual(before);
  await page.getByRole('button', { name: 'Elsewhere' }).hover();
  await expect.poll(() => labels('Type')).not.toEqual(before);

  const after = labels('Type');
  focus(group('Type').getByRole('checkbox').first().element());
  address.back();
  await expect.poll(() => page.getByRole('status').element().textContent).toBe(all);
  expect(labels('Type')).toEqual(after);
  focus(page.getByRole('button', { name: 'Elsewhere' }).element());
  await expect.poll(() => labels('Type')).toEqual(before);
});

test('where something else than incidents is counted, the filters say that their numbers count incidents', async () => {
  const note = page.getByText('Numbers in the filters count incidents.');
  await drawPanel('country=RS&measure=killed');
  await expect.element(note).toBeVisible();
  await drawPanel('country=RS');
  await expect.element(group('Location')).toBeVisible();
  await expect.element(note).not.toBeInTheDocument();
});

test('an area says how large it is and what it leaves out, and can be taken away', async () => {
  const address = await drawAt('from=2024-01-01&near=20.46,44.81,30', <AreaSection />);
  const without = madeUpIncidents.filter((one) => one.occurred_on >= '2024-01-01' && one.place_precision === 'region');
  await expect.element(page.getByText('About 2,800 km².')).toBeVisible();
  await expect.element(page.getByText(`Leaves out ${without.length} incidents without a point, wherever they were.`)).toBeVisible();
  await page.getByRole('button', { name: 'Clear Area' }).click();
  await expect.element(page.getByText('About 2,800 km².')).not.toBeInTheDocument();
  expect(address.query()).toBe('from=2024-01-01');
});

test('a year is chosen with one press, and with a second one the years from one to the other', async () => {
  const address = await drawPanel('country=RS');
  await figuresAfter('');
  await page.getByRole('button', { name: 'Common periods: All' }).click();
  const year = (text: string) =>
    page.getByRole('dialog', { name: 'Common periods' }).getByRole('button', { name: text, exact: true });
  await year('2023').click();
  await expect.poll(address.query).toBe('country=RS&from=2023-01-01&to=2023-12-31');
  await year('2021').click();
  await expect.poll(address.query).toBe('country=RS&from=2021-01-01&to=2023-12-31');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Common periods: 2021–2023' })).toBeVisible();
});

test('the kind of incidents that a tab shows is no chip and no count; types that a reader picks are', async () => {
  const drawn = (query: string) =>
    drawAt(query, () => (
      <>
        <Chips kindIsSaid />
        <TypeSection facets={undefined} />
      </>
    ));
  const chips = () =>
    group('Selected filters')
      .getByRole('button')
      .all()
      .map((chip) => chip.element().textContent);
  await drawn('from=2024-01-01&type=violence');
  await expect.poll(() => chips().length).toBe(1);
  await expect.element(page.getByRole('button', { name: /^Type/ })).toHaveTextContent(/^Type$/);
  await drawn('from=2024-01-01&type=suicide,domestic_violence');
  await expect.poll(() => chips().length).toBe(3);
});
