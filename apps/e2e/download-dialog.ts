import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { deep } from '../../testing/depth.ts';
import { exportedRows, type ExportedRow, formats } from '../api/database-tests/exported-rows.ts';
import { contentOf } from './visit.ts';

/** A file that the dialog gave. */
interface Downloaded {
  readonly fileName: string;
  readonly bytes: number;
  /** Size that the dialog said before. */
  readonly expectedBytes: number;
  readonly rows: readonly ExportedRow[];
}

/** Opens the dialog of downloads, and waits for its content, of which the name of the file is the last to come. */
export async function openDownloads(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Download…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Download data' });
  await dialog.getByText(/^armed-violence_/).waitFor();
  return dialog;
}

/**
 * Downloads the selection in one format of text and one of bytes, from a dialog that is closed. What each has is tested over HTTP; in a deep
 * run, all are downloaded here too.
 * @param incidents what the dialog has to say that it downloads
 * @param offered formats that the dialog has to offer
 */
export async function downloadFormats(page: Page, incidents: number, offered = formats): Promise<readonly Downloaded[]> {
  const files: Downloaded[] = [];
  const dialog = await openDownloads(page);
  expect(await dialog.getByRole('radio').and(dialog.locator('[name=format]')).count()).toBe(offered.length);
  for (const { name, label, extension } of offered.filter((format) => deep || ['csv', 'xlsx'].includes(format.name))) {
    await dialog.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
    await dialog.getByText(new RegExp(`^armed-violence_.*\\.${extension}$`)).waitFor();
    const link = dialog.getByRole('link', { name: new RegExp(`^Download ${incidents.toLocaleString('en-GB')} incidents?, `) });
    const expectedBytes = bytesIn(await link.innerText());
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = await contentOf(download);
    const rows = await exportedRows(name, file);
    const fileName = download.suggestedFilename();
    expect(fileName.endsWith(`.${extension}`)).toBe(true);
    files.push({ fileName, bytes: file.length, expectedBytes, rows });
    await dialog.getByText(`Saved ${fileName}`).waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return files;
}

/** Bytes of a size in words, such as 1.2 MB. */
function bytesIn(text: string): number {
  const [, amount = '', unit = ''] = /([\d.,]+) ?([kMG])B/.exec(text) ?? [];
  return Number(amount.replace(',', '')) * { k: 1e3, M: 1e6, G: 1e9 }[unit as 'k' | 'M' | 'G'];
}
