import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = async (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

/** Rows of the tables: a value, and the constant of a file that has it. */
const rows = [...(await read('docs/methods.md')).matchAll(/\| ([\d., ]+) \| `(\w+)` in `([\w./-]+)` \|$/gm)].map(
  ([, value, name, file]) => [name, file, value] as const,
);

const numbersOf = (text: string) => [...text.matchAll(/[\d.]+/g)].map(([number]) => Number(number));

test('the page of methods names the thresholds of every part', () => {
  expect(rows.length).toBeGreaterThan(35);
  expect(new Set(rows.map(([, file]) => file)).size).toBeGreaterThan(17);
});

test.each(rows)('%s in %s is %s, as the page of methods says', async (name, file, value) => {
  const [, code] =
    (await read(file!)).match(new RegExp(`^(?:export )?const ${name} = (\\[[^\\]]*\\]|[\\d._]+)(?: as const)?;$`, 'm')) ?? [];
  expect(numbersOf(code ?? '')).toEqual(numbersOf(value!));
});
