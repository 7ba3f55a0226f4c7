import { readFile, writeFile } from 'node:fs/promises';
import { isHome, jurisdictions } from '../dist/index.js';
import '../dist/world.js';

/**
 * Makes `data/world-population.txt` of the figures of the World Bank: `node build/population.mjs population.csv`, with the file of
 * github.com/datasets/population. Countries that have figures in `population.ts` are left out.
 */

const firstYear = 2014;
const codes = new Map(jurisdictions.map(({ code, iso3 }) => [iso3, code]));

const people = new Map();
for (const line of (await readFile(process.argv[2], 'utf8')).split('\n')) {
  // The name before the code may have commas, in quotation marks.
  const [, iso3, year, count] = /,([A-Z]{3}),(\d{4}),(\d+)/.exec(line) ?? [];
  const code = codes.get(iso3);
  if (code === undefined || isHome(code) || Number(year) < firstYear) continue;
  people.set(code, (people.get(code) ?? new Map()).set(Number(year), count));
}
const lines = [...people]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([code, byYear]) => {
    const years = [...byYear.keys()].toSorted((one, other) => one - other);
    const isWhole = years.every((year, index) => year === firstYear + index);
    if (!isWhole) throw new Error(`${code} does not have each year from ${firstYear} on`);
    return [code, firstYear, ...years.map((year) => byYear.get(year))].join(' ');
  });
await writeFile(new URL('../data/world-population.txt', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} locations`);
