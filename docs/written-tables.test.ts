/* Tables of the documents that are written from the code. Updated by: npx pnpm@12.4.2 exec vitest run docs -u */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { claimOf, claims, messages } from '../apps/api/database-tests/court/claims.ts';
import { withoutClaim } from '../apps/api/database-tests/court/without-claim.ts';
import { exportFormat, exportFormatNames, indicatorColumns } from '../packages/contract/src/index.ts';
import {
  constraints,
  dimensions,
  type Fields,
  filterNames,
  incidentFields,
  indicators,
  indicatorVerdicts,
  isDimension,
  partFields,
  textRules,
  unavailableIndicators,
} from '../packages/domain/src/index.ts';
import { mappedFormatNames, mappedFormatsFolder } from '../packages/ingest/src/formats/format-names.ts';
import { readableTexts } from '../packages/store/src/index.ts';

/**
 * A document with the rows of one of its tables replaced.
 * @param header the first line of the table
 * @param rows the cells of each row
 */
async function withTable(name: string, header: string, rows: readonly (readonly string[])[]): Promise<string> {
  return replaceTable(await readFile(new URL(name, import.meta.url), 'utf8'), header, rows);
}

function replaceTable(document: string, header: string, rows: readonly (readonly string[])[]): string {
  const at = document.indexOf(header);
  expect(at, header).toBeGreaterThan(0);
  const [first, rule] = document.slice(at).split('\n');
  const lines = [first, rule, ...rows.map((cells) => `| ${cells.join(' | ')} |`)];
  const end = document.indexOf('\n\n', at);
  return `${document.slice(0, at)}${lines.join('\n')}${end < 0 ? '\n' : document.slice(end)}`;
}

test('the reference of the API lists the parameters of the filter', async () => {
  const rows = filterNames.map((name) => {
    const { description } = isDimension(name) ? dimensions[name] : constraints[name];
    return [`\`${name}\``, description];
  });
  await expect(await withTable('api.md', '| Parameter | Meaning |', rows)).toMatchFileSnapshot('api.md');
});

test('the reference of the API lists the formats of downloads', async () => {
  const rows = exportFormatNames.map((name) => {
    const { extension, label, holds, options } = exportFormat(name);
    const listed = options.map((option) => `\`${option}\``).join(', ');
    return [`\`/api/v1/incidents.${extension}\``, label, holds, listed === '' ? 'none' : listed];
  });
  const header = '| Address | Format | Contents | Options |';
  await expect(await withTable('api.md', header, rows)).toMatchFileSnapshot('api.md');
});

test('the guide to importing lists the codes of every field', async () => {
  const rows = Object.entries({ incident: incidentFields, ...partFields }).flatMap(([subject, fields]: [string, Fields]) =>
    Object.entries(fields).flatMap(([name, { values }]) =>
      typeof values === 'string' ? [] : [[`\`${subject}\`: \`${name}\``, values.codes.join(', ')]],
    ),
  );
  await expect(await withTable('importing.md', '| Field | Codes |', rows)).toMatchFileSnapshot('importing.md');
});

test('the guide to importing lists the formats that are mapping files, with their first lines', async () => {
  const rows = mappedFormatNames.map((name) => {
    const file = `${name}.yaml`;
    const [, reads] = /^# (.+)/.exec(readFileSync(new URL(file, mappedFormatsFolder), 'utf8')) ?? [];
    return [`[\`${name}\`](../packages/ingest/formats/${file})`, reads ?? ''];
  });
  await expect(await withTable('importing.md', '| Format | Rows |', rows)).toMatchFileSnapshot('importing.md');
});

test('the page about indicators lists them, what is not available, verdicts and columns', async () => {
  const frameworks = { roadmap: 'Roadmap', sdg: 'SDG', unodc: 'UNODC' };
  const improvements = { lower: 'lower', higher: 'higher', none: 'either' };
  const tables = {
    '| Code | Indicator | Definition | Improvement |': indicators.map((one) => [
      `\`${one.id}\``,
      one.title,
      one.definition,
      improvements[one.better],
    ]),
    '| Framework | What is asked for | Why there is no figure |': unavailableIndicators.map(({ framework, title, reason }) => [
      frameworks[framework],
      title,
      reason,
    ]),
    '| Verdict | In words |': Object.entries(indicatorVerdicts).map(([code, words]) => [`\`${code}\``, words]),
    '| Column | Meaning |': indicatorColumns.map(({ name, meaning }) => [`\`${name}\``, meaning]),
  };
  const document = await readFile(new URL('indicators.md', import.meta.url), 'utf8');
  const written = Object.entries(tables).reduce((text, [header, rows]) => replaceTable(text, header, rows), document);
  await expect(written).toMatchFileSnapshot('indicators.md');
});

test('the page on publishing lists every text that readers can read, with its rule', async () => {
  const header = '| Rule | Meaning |';
  const document = await withTable('publishing.md', header, Object.entries(textRules));
  const rows = Object.entries(readableTexts).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, rule]) => [`\`${table}\``, `\`${column}\``, rule]),
  );
  await expect(replaceTable(document, '| Table | Column | Rule |', rows)).toMatchFileSnapshot('publishing.md');
});

test('the page on sentences lists each message with what must hold for it to be said', async () => {
  const keys = [...messages.keys()];
  const without = (beginnings: readonly string[]) =>
    keys.filter((key) => claimOf(key) === undefined && beginnings.some((beginning) => key.startsWith(beginning)));
  const sections = [
    ...[...new Set(claims.map(({ says }) => says))].map(
      (says) => [says, keys.filter((key) => claimOf(key)?.says === says)] as const,
    ),
    ['How something is to be read, or was found: see [methods](methods.md).', without(withoutClaim.methods)] as const,
    ['No claim: names, and parts of sentences that say nothing alone.', without(withoutClaim.names)] as const,
  ];
  const document = await readFile(new URL('sentences.md', import.meta.url), 'utf8');
  const start = document.indexOf('\n## ');
  const said = (key: string) => `- \`${key}\`: ${messages.get(key)}`;
  const written = sections.map(([says, own]) => `\n**${says}**\n\n${own.map(said).join('\n')}\n`).join('');
  await expect(`${document.slice(0, start)}\n## Messages\n${written}`).toMatchFileSnapshot('sentences.md');
});
