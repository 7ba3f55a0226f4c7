import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ChartColumn } from '../src/charts/chart-column.tsx';
import { madeUpApi } from './made-up-api.ts';
import { drawAt } from './drawn.tsx';
import { keepSavedFiles } from './saved-files.ts';
import { answer } from './stubbed-api.ts';

test('files of a chart name who publishes it, in picture and numbers', async () => {
  const codebook = madeUpApi()['/codebook']!;
  answer({ '/codebook': (...asked) => ({ ...(codebook(...asked) as object), publisher: 'Institute of Counting' }) });
  const saved = keepSavedFiles();
  await drawAt('country=RS,XK', (answers) => <ChartColumn answers={answers} />);
  for (const [index, kind] of [/SVG/, /CSV/].entries()) {
    await page.getByRole('button', { name: 'Download “Incidents by type”' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect.poll(() => saved).toHaveLength(index + 1);
    const text = await saved[index]!.text();
    expect([kind, text.includes('Published by Institute of Counting.')]).toEqual([kind, true]);
    expect(text.includes('Open Armed Violence Monitor.')).toBe(false);
  }
});
