import { afterEach, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { viewsKey } from '../src/views/view-store.ts';
import { drawPage } from './drawn.tsx';
import { focus } from './keyboard.ts';
import { requested } from './stubbed-api.ts';

const dialog = page.getByRole('dialog', { name: 'Saved views' });
const said = (words: string | RegExp) => expect.element(dialog.getByText(words)).toBeVisible();
const button = (name: string | RegExp) => dialog.getByRole('button', { name });
const nameField = dialog.getByRole('textbox', { name: 'Name for this view' });

/** Opens the saved views from the header, which is on every page. */
async function openViews(): Promise<void> {
  const opener = page.getByRole('banner').getByRole('button', { name: 'Saved views' });
  await expect.element(opener).not.toHaveAttribute('aria-disabled');
  await opener.click();
  await expect.element(button('Save view')).toBeEnabled();
}

async function saveAs(name: string): Promise<void> {
  await openViews();
  await nameField.fill(name);
  await button('Save view').click();
  await said(`Saved “${name}”.`);
}

/** What the page gives the browser to save from now on. */
function savedFiles(): { readonly name: string; readonly content: Blob }[] {
  const files: { name: string; content: Blob }[] = [];
  let content = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    content = blob as Blob;
    return 'blob:kept';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    files.push({ name: this.download, content });
  });
  return files;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a view is saved, found on another page, renamed, deleted, taken back and opened', async () => {
  const serbia = 'country=RS&from=2024-01-01&to=2024-12-31';
  const address = await drawPage(`/explore?${serbia}`);
  await openViews();
  await expect.element(nameField).toHaveValue('Explore: 2024, Serbia');
  await nameField.fill('Serbia in 2024');
  await userEvent.keyboard('{Enter}');
  await said('Saved “Serbia in 2024”.');
  // With what a reader must know of it later.
  await expect.element(dialog.getByRole('listitem')).toHaveTextContent(/dataset version 23\..*Synthetic data/);
  await nameField.fill('Serbia in 2024');
  await button('Save view').click();
  await said('You already have a view called “Serbia in 2024”.');
  await userEvent.keyboard('{Escape}');

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Data' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await openViews();
  const rename = button('Rename “Serbia in 2024”');
  await rename.click();
  const field = dialog.getByRole('textbox', { name: 'New name for “Serbia in 2024”' });
  await expect.element(field).toHaveFocus();
  // Escape leaves the name, and the dialog, as they are.
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(rename).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await field.fill('Belgrade and around');
  await userEvent.keyboard('{Enter}');
  await said('Renamed to “Belgrade and around”.');

  await button('Delete “Belgrade and around”').click();
  await said('You have no saved views yet.');
  // The focus is beside what takes it back.
  await userEvent.keyboard('{Tab}{Enter}');
  await said('Restored “Belgrade and around”.');
  await dialog.getByRole('link', { name: 'Belgrade and around' }).click();
  await expect.poll(address.path).toBe('/explore');
  expect(address.query()).toBe(serbia);
  await expect.element(dialog).not.toBeInTheDocument();
});

test('saved views go to another browser as a file; a second import changes nothing, and a bad file neither', async () => {
  const files = savedFiles();
  await drawPage('/about');
  await saveAs('About it');
  await userEvent.keyboard('{Escape}');
  const query = 'measure=killed&split=type';
  await drawPage(`/about?${query}`);
  await saveAs('Killed by type');
  await button('Export all').click();
  expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^saved-views-\d{4}-\d\d-\d\d\.json$/)]);
  const content = await files[0]!.content.text();

  localStorage.clear();
  const address = await drawPage('/data');
  await openViews();
  await said('You have no saved views yet.');
  const bring = (text: string) => commands.chooseFile('Import file…', { name: 'views.json', text });
  await bring(content);
  await said('Imported 2 views.');
  await bring(content);
  await said('No new views in this file. You already had 2 views in this file.');
  for (const [bad, words] of [
    ['not JSON', 'this file is not JSON'],
    ['{"format":"other"}', 'this file does not contain saved views'],
    [content.replace('"/about"', '"https://evil.example/"'), 'in view 2 of this file, “address” is missing or invalid'],
  ] as const) {
    await bring(bad);
    await expect.element(dialog.getByRole('alert').filter({ hasText: words })).toBeVisible();
    expect(dialog.getByRole('listitem').elements()).toHaveLength(2);
  }
  await dialog.getByRole('link', { name: 'Killed by type' }).click();
  await expect.poll(address.path).toBe('/about');
  expect(address.query()).toBe(query);
});

test('what another tab saves is shown at once, and kept', async () => {
  await drawPage('/about');
  await saveAs('First');
  const kept = JSON.parse(localStorage.getItem(viewsKey)!) as { views: { id: string; name: string }[] };
  kept.views[0]!.name = 'Other';
  localStorage.setItem(viewsKey, JSON.stringify(kept));
  dispatchEvent(new StorageEvent('storage', { key: viewsKey }));
  await expect.element(dialog.getByRole('link', { name: 'Other' })).toBeVisible();
  await nameField.fill('Second');
  await button('Save view').click();
  await said('Saved “Second”.');
  const names = () =>
    dialog
      .getByRole('listitem')
      .getByRole('link')
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(names).toEqual(['Second', 'Other']);
});

test('what a browser has kept and cannot be read is put aside, and can be downloaded', async () => {
  const files = savedFiles();
  localStorage.setItem(viewsKey, 'broken');
  await drawPage('/about');
  await saveAs('New');
  await expect.element(dialog.getByRole('alert').filter({ hasText: 'could not be read' })).toBeVisible();
  await button('Download what is stored').click();
  expect(await files[0]!.content.text()).toBe('broken');
});

test('a dialog has its focus before its content, and Tab stays in it', async () => {
  await drawPage('/about');
  await focus(page.getByRole('banner').getByRole('button', { name: 'Saved views' }));
  await userEvent.keyboard('{Enter}');
  for (let press = 0; press < 10; press++) {
    await expect.poll(() => document.activeElement?.closest('[role=dialog]')).toBeTruthy();
    await userEvent.tab();
  }
});

test('a link keeps the kind of signals', async () => {
  const address = await drawPage('/signals?signals=seizures');
  await page.getByRole('button', { name: 'Kind: Weapon seizures' }).click();
  expect(requested('/pages/signals')).toEqual(['/pages/signals?signals=seizures']);
  await page.getByRole('menuitemradio', { name: 'Weapons' }).click();
  await expect.element(page.getByRole('button', { name: 'Kind: Weapons' })).toBeVisible();
  expect(address.query()).toContain('signals=weapons');
});
