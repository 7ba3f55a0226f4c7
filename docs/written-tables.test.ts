/* Tables of the documents that are written from the code. Updated by: npx pnpm@12.4.2 exec vitest run --project unit docs -u */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  constraints,
  dimensions,
  type Fields,
  filterNames,
  incidentFields,
  isDimension,
  partFields,
} from '../packages/domain/src/index.ts';

/**
 * A document with the rows of one of its tables replaced.
 * @param header the first line of the table
 * @param rows the cells of each row
 */
async function withTable(name: string, header: string, rows: readonly (readonly string[])[]): Promise<string> {
  const document = await readFile(new URL(name, import.meta.url), 'utf8');
  const at = document.indexOf(header);
  expect(at, header).toBeGreaterThan(0);
  const [first, rule] = document.slice(at).split('\n');
  const lines = [first, rule, ...rows.map((cells) => `| ${cells.join(' | ')} |`)];
  return `${document.slice(0, at)}${lines.join('\n')}${document.slice(document.indexOf('\n\n', at))}`;
}

test('the reference of the API lists the parameters of the filter', async () => {
  const rows = filterNames.map((name) => {
    const { description } = isDimension(name) ? dimensions[name] : constraints[name];
    return [`\`${name}\``, description];
  });
  await expect(await withTable('api.md', '| Parameter | Meaning |', rows)).toMatchFileSnapshot('api.md');
});

test('the guide to importing lists the codes of every field', async () => {
  const rows = Object.entries({ incident: incidentFields, ...partFields }).flatMap(([subject, fields]: [string, Fields]) =>
    Object.entries(fields).flatMap(([name, { values }]) =>
      typeof values === 'string' ? [] : [[`\`${subject}\`: \`${name}\``, values.codes.join(', ')]],
    ),
  );
  await expect(await withTable('importing.md', '| Field | Codes |', rows)).toMatchFileSnapshot('importing.md');
});
