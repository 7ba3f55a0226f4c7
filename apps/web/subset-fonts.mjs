/*
 * Makes the parts of the page's font that the first visit needs: `npx pnpm@12.4.2 --filter @monitor/web fonts`. The font has nine weights and in
 * "Latin extended" the letters of all the world's languages; the page uses four weights, and its names the letters of Europe. What is
 * left out here is still in the files of the package, which are loaded where a text has such a letter.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const weights = { wght: { min: 400, max: 700 } };

/** File of the package, and the code points of it that are kept: those that src/styles/fonts.css has in its ranges. */
const parts = {
  latin: [[0, 0xffff]],
  'latin-ext': [
    [0x100, 0x17f],
    [0x218, 0x21b],
  ],
  cyrillic: [[0, 0xffff]],
};

for (const [part, ranges] of Object.entries(parts)) {
  const file = await readFile(require.resolve(`@fontsource-variable/noto-sans/files/noto-sans-${part}-wght-normal.woff2`));
  const text = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  const letters = text
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .join('');
  const subset = await subsetFont(file, letters, { targetFormat: 'woff2', variationAxes: weights });
  await writeFile(new URL(`src/styles/fonts/noto-sans-${part}.woff2`, import.meta.url), subset);
  console.log(part, file.length, subset.length);
}
