import { expect, test } from 'vitest';
import { atLeast, atMost, markdownOf, milliseconds, type Row, withBlock } from './report.ts';

test('targets are met or missed, and left out if they were not measured', () => {
  const rows = [
    atMost('wait', 1.5, 2, milliseconds),
    atLeast('speed', 1500, 2000),
    atMost('lost', 1, 0),
    atMost('none', undefined, 1),
  ];
  expect(markdownOf({ targets: rows.flat(), tables: [] })).toBe(
    `| target | goal | measured | result |
| --- | ---: | ---: | ---: |
| wait | ≤ 2 ms | 1.5 ms | met |
| speed | ≥ 2,000 | 1,500 | **missed** |
| lost | 0 | 1 | **missed** |`,
  );
});

test('a table has every column of its rows, and its title', () => {
  const rows: Row[] = [{ screen: 'one' }, { screen: 'two', wait: '3' }];
  expect(markdownOf({ tables: [{ title: 'Screens', rows }, { rows: [] }] })).toBe(
    '### Screens\n\n| screen | wait |\n| --- | ---: |\n| one |  |\n| two | 3 |',
  );
});

test('a block of a document is replaced, and what is around it stays', () => {
  const document = 'Before\n\n<!-- bench: soak -->\n\nold\n\n<!-- end -->\n\nBetween\n\n<!-- bench: load -->\n<!-- end -->\n';
  const changed = withBlock(document, 'soak', 'new $&');
  expect(changed).toBe(document.replace('old', () => 'new $&'));
  expect(withBlock(changed!, 'load', 'all')).toContain('<!-- bench: load -->\n\nall\n\n<!-- end -->\n');
  expect(withBlock(document, 'faults', 'new')).toBeUndefined();
});
