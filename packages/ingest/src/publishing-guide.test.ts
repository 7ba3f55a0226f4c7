import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';
import { readAll, testFile } from '../testing/test-files.ts';

/* The examples of docs/publishing.md, imported. */

const guide = readFileSync(new URL('../../../docs/publishing.md', import.meta.url), 'utf8');
const [, mapped = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
const examples = [...guide.matchAll(/^\| (.+) \| (as they are|settlement, part of day)(?::.*)? \| (.+) \|$/gm)].map(
  ([, row = '', point = '', text = '']) => ({ row, point, text }),
);

const mapping = (more: string) => `dataset: { slug: examples, title: Examples, licence: CC0-1.0, attribution: Nobody }
${more}
${mapped.replace(
  'incident:\n',
  `incident:
  source_key: { column: Id }
  occurred_on: { column: Day }
  local_time: { column: Time }
  country: { value: RS }
  coordinates: { column: Point }
  killed: { column: Killed }
  injured: { column: Injured }
`,
)}`;

it('has examples', () => {
  expect(examples).toHaveLength(11);
});

it.each(examples)('$row: $point', async ({ row, point, text }) => {
  const number = (word: string) => new RegExp(`(\\d+) ${word}`).exec(row)?.[1] ?? '0';
  const cells = {
    Id: '1',
    Day: '2024-03-01',
    Time: '21:47',
    Point: '44.8125, 20.4612',
    Kind: /^"?([^",]+)"?,/.exec(row)?.[1]?.replace('empty', '') ?? '',
    Killed: number('killed'),
    Injured: number('injured'),
    Age: /aged "?([^"]+)/.exec(row)?.[1] ?? '',
    Whose: /by her "?([^"]+)/.exec(row)?.[1] ?? '',
  };
  const more = /`(points: \w+)`/.exec(row)?.[1] ?? '';
  const file = testFile(stringify([cells], { header: true }));
  const { drafts } = await readAll(file, genericFormat(readMapping(mapping(more), 'examples.yaml')));
  const { place_precision, local_time, part_of_day, type_as_reported } = drafts[0]!.draft;
  expect([place_precision, local_time, part_of_day]).toEqual(
    point === 'as they are' ? ['exact', '21:47', 'evening'] : ['settlement', null, 'evening'],
  );
  expect(type_as_reported).toBe(text.startsWith('none') ? null : text);
});
