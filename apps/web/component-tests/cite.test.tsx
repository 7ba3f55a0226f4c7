import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage } from './drawn.tsx';
import { incidentsOf } from './made-up-api.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const incidents = () => document.querySelector('[data-figure=incidents] dd')?.textContent ?? '';
const form = (dialog: string, name: string) => page.getByRole('dialog', { name: dialog }).getByRole('region', { name });
const textOf = (dialog: string, name: string) => form(dialog, name).element().querySelector('[data-form]')!.textContent;

/** What the page copies from now on, oldest first. */
function keepCopied(): readonly string[] {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text);
    return Promise.resolve();
  });
  return copied;
}

test('a citation has fixed dates and the version, and its address leads to the same figures', async () => {
  const copied = keepCopied();
  await drawPage('/explore?country=RS&period=all');
  await expect.poll(incidents).toMatch(/\d/);
  const before = incidents();
  const open = page.getByRole('complementary').getByRole('button', { name: 'Cite' });
  await expect.element(open).not.toHaveAttribute('aria-disabled');
  await open.click();
  for (const name of ['Text', 'BibTeX', 'RIS']) {
    const part = form('Cite this view', name);
    await part.getByRole('button', { name: `Copy ${name}` }).click();
    await expect.element(part.getByText('Copied')).toBeVisible();
    expect(copied.at(-1)).toBe(textOf('Cite this view', name));
  }
  // Those of all data: that a location has none on the last of them is chance.
  const days = incidentsOf('', 'occurred_on').map((one) => one.occurred_on);
  const path = `/explore?country=RS&from=${days[0]}&to=${days.at(-1)}`;
  const [text, bibtex, ris] = copied;
  for (const one of copied) {
    expect(one).toContain(location.origin + path);
    expect(one).toContain('[synthetic data]');
  }
  expect(text).toContain('dataset version 23.');
  expect(bibtex).toContain('version = {23}');
  expect(ris).toContain('ET  - dataset version 23');
  await expect.element(page.getByText('Earlier versions are not kept')).toBeVisible();
  await drawPage(path);
  await expect.poll(incidents).toBe(before);
});

test('About gives a citation of all data', async () => {
  const copied = keepCopied();
  await drawPage('/about');
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect.element(page.getByRole('button', { name: 'Citation copied' })).toBeVisible();
  expect(copied).toEqual([
    expect.stringMatching(
      /^Open Armed Violence Monitor \(20\d\d\)\. .*\[synthetic data\], dataset version 23\. http\S+ \(accessed 20\d\d-\d\d-\d\d\)\.$/,
    ),
  ]);
});

test('one record can be cited, by an address that stays', async () => {
  const { id } = incidentsOf('country=RS', 'id')[5]!;
  await drawPage(`/explore?country=RS&incident=${id}`);
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await expect.element(record.getByText('Provenance', { exact: true })).toBeVisible();
  await record.getByRole('button', { name: 'Cite' }).click();
  await expect.element(form('Cite this record', 'Text')).toBeVisible();
  const text = textOf('Cite this record', 'Text');
  expect(text).toContain(`Incident of armed violence ${id}`);
  expect(text).toMatch(/dataset version 23/);
  expect(textOf('Cite this record', 'BibTeX')).toMatch(new RegExp(`^@misc\\{armed_violence_\\d+_${id},`));
  expect(/http:\S+incident=[A-Z0-9-]+/.exec(text)?.[0]).toBe(`${location.origin}/explore?incident=${id}`);
});

test.each([
  ['/trends?country=RS', 'Trends in armed violence (Period: '],
  ['/places', 'Armed violence by place (Period: '],
  ['/places/RS-20', 'Armed violence in Nišava (Period: '],
])('%s can be cited', async (path, title) => {
  await drawPage(path);
  const open = page.getByRole('main').getByRole('button', { name: 'Cite', exact: true });
  await expect.element(open).not.toHaveAttribute('aria-disabled');
  await open.click();
  await expect.element(form('Cite this view', 'Text')).toHaveTextContent(title);
  const address = new RegExp(`${new URL(path, location.href).pathname}\\?.*from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}`);
  expect(textOf('Cite this view', 'Text')).toMatch(address);
});
