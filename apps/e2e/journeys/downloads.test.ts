import { expect, test } from 'vitest';
import { fingerprint } from '../../api/database-tests/exported-rows.ts';
import { downloadFormats } from '../download-dialog.ts';
import { keyFigure } from '../figures.ts';
import { onePage } from '../one-page.ts';

const { open } = onePage();

test('files of the dialog have the incidents of the screen, and about the size that it says', async () => {
  const page = await open('/explore?country=RS&from=2022-01-01&to=2023-12-31');
  const incidents = await keyFigure(page, 'incidents');
  const files = await downloadFormats(page, incidents);
  for (const { fileName, bytes, expectedBytes, rows } of files) {
    expect(fileName).toMatch(/^armed-violence_country-RS_/);
    expect(bytes / expectedBytes).toBeGreaterThan(0.6);
    expect(bytes / expectedBytes).toBeLessThan(1.6);
    expect(rows).toHaveLength(incidents);
  }
  expect(new Set(files.map(({ rows }) => fingerprint(rows.map(({ id }) => id))))).toHaveLength(1);
});
