import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { screens } from './measure-screens.ts';

test('every page of the product is measured, or known to show no figures', async () => {
  const pages = JSON.parse(await readFile(new URL('../../../web/public/pages.json', import.meta.url), 'utf8')) as string[];
  expect(new Set(Object.keys(screens))).toEqual(new Set(pages));
});
