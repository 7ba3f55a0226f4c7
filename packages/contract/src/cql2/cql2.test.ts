import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentFields, namesOf } from '@monitor/domain';
import { anyExpression } from '../../testing/arbitrary-expression.ts';
import { expressionLimits, FilterExpressionError } from './expression.ts';
import { queryables } from './queryables.ts';
import { readExpression } from './read-json.ts';
import { readExpressionText } from './read-text.ts';
import { expressionText } from './write-text.ts';
import { times } from '../../../../testing/depth.ts';

test('a filter is the same in text and in JSON', () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      expect(readExpression(JSON.parse(JSON.stringify(expression)))).toEqual(expression);
      expect(readExpressionText(expressionText(expression))).toEqual(expression);
    }),
    { numRuns: times(150, 1000) },
  );
});

test('any text is read or refused in words, never with another error', () => {
  const parts = [
    '(',
    ')',
    ',',
    'AND',
    'not',
    'killed',
    '"type"',
    "'a'",
    "'",
    '"',
    '=',
    '<>',
    '1',
    '-',
    'IN',
    'is',
    'null',
    'BBOX',
    'DATE',
    '\\',
  ];
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(text, (one) => {
      try {
        readExpressionText(one);
      } catch (error) {
        expect(error).toBeInstanceOf(FilterExpressionError);
      }
    }),
    { numRuns: times(200, 2000) },
  );
  fc.assert(
    fc.property(fc.jsonValue(), (one) => {
      try {
        readExpression(one);
      } catch (error) {
        expect(error).toBeInstanceOf(FilterExpressionError);
      }
    }),
  );
});

test.each([
  ['killed > 1', { op: '>', args: [{ property: 'killed' }, 1] }],
  // As QGIS writes it.
  [
    `(("killed" >= 1) AND ("type" = 'suicide'))`,
    {
      op: 'and',
      args: [
        { op: '>=', args: [{ property: 'killed' }, 1] },
        { op: '=', args: [{ property: 'type' }, 'suicide'] },
      ],
    },
  ],
  [`("occurred_on" >= DATE('2024-01-01'))`, { op: '>=', args: [{ property: 'occurred_on' }, { date: '2024-01-01' }] }],
  ['("place" IS NULL)', { op: 'isNull', args: [{ property: 'place' }] }],
  // As GDAL writes it.
  [
    "(occurred_on >= '2024-01-01T') AND (killed = 2)",
    {
      op: 'and',
      args: [
        { op: '>=', args: [{ property: 'occurred_on' }, { date: '2024-01-01' }] },
        { op: '=', args: [{ property: 'killed' }, 2] },
      ],
    },
  ],
  [
    "place ILIKE 'n%'",
    {
      op: 'like',
      args: [
        { op: 'casei', args: [{ property: 'place' }] },
        { op: 'casei', args: ['n%'] },
      ],
    },
  ],
  [
    'NOT killed = 1 OR TRUE AND FALSE',
    {
      op: 'or',
      args: [
        { op: 'not', args: [{ op: '=', args: [{ property: 'killed' }, 1] }] },
        { op: 'and', args: [true, false] },
      ],
    },
  ],
  ["weapon NOT IN ('handgun')", { op: 'not', args: [{ op: 'in', args: [{ property: 'weapon' }, ['handgun']] }] }],
  [
    'killed between 1 and 3 and place is not null',
    {
      op: 'and',
      args: [
        { op: 'between', args: [{ property: 'killed' }, 1, 3] },
        { op: 'not', args: [{ op: 'isNull', args: [{ property: 'place' }] }] },
      ],
    },
  ],
  [
    'S_INTERSECTS(BBOX(18,41,0,23,46,9), geometry)',
    { op: 's_intersects', args: [{ property: 'geometry' }, { bbox: [18, 41, 23, 46] }] },
  ],
  [
    "T_DURING(occurred_on, INTERVAL('2024-01-01T00:00:00Z', '..'))",
    { op: 't_during', args: [{ property: 'occurred_on' }, { interval: ['2024-01-01', '..'] }] },
  ],
  ["place = 'O''Hara' ", { op: '=', args: [{ property: 'place' }, "O'Hara"] }],
])('%s', (text, expected) => {
  expect(readExpressionText(text)).toEqual(expected);
});

test.each([
  ['', 'Expected a property or a value at character 1 of the filter, where the filter ends.'],
  ['killed >', 'where the filter ends'],
  ['killed = 1 2', 'Expected AND, OR or the end at character 12'],
  ["place = 'x", 'The closing quote is missing.'],
  ['exact_lon > 20', '"exact_lon" cannot be filtered by. The queryables list what can: id, occurred_on'],
  ['killed_low = 1', 'cannot be filtered by'],
  ["killed = 'two'", '"killed" must be compared with a number.'],
  ["occurred_on > DATE('2024-02-30')", 'must be compared with a date'],
  ["weapon > 'handgun'", '"weapon" can only be compared with =, <> and IN.'],
  ['killed LIKE 1', '"killed" cannot be used with "like".'],
  ["place LIKE 'x\\'", 'The closing quote is missing.'],
  ["place LIKE 'x\\\\'", 'must not end with a single backslash'],
  ['1 = killed', '"=" takes a property first'],
  ["T_DURING(occurred_on, DATE('2024-01-01'))", 'T_DURING takes an interval'],
  ["T_MEETS(occurred_on, DATE('2024-01-01'))", '"t_meets" is not supported'],
  ['S_WITHIN(geometry, POINT(1 2))', '"s_within" is not supported'],
  ['S_INTERSECTS(geometry, POINT(200 2))', 'A position is a longitude'],
  ['S_INTERSECTS(geometry, POLYGON((1 2, 3 4, 1 2)))', 'A ring of a polygon has four or more corners'],
  ["place = 'a\0b'", '"place" must be compared with text'],
  [`${'('.repeat(2000)}TRUE${')'.repeat(2000)}`, 'too many parentheses'],
  [`${'NOT '.repeat(40)}TRUE`, 'nested too deeply'],
  [Array.from({ length: 101 }, () => 'killed=1').join(' OR '), 'at most 100 comparisons'],
  [`place = '${'a'.repeat(expressionLimits.length)}'`, 'characters or fewer'],
  [`killed IN (${Array.from({ length: 201 }, () => 1).join(',')})`, 'at most 200 values'],
])('%.60s is refused in words', (text, message) => {
  expect(() => readExpressionText(text)).toThrow(FilterExpressionError);
  expect(() => readExpressionText(text)).toThrow(message);
});

test('nothing can be compared that the list does not show', () => {
  const shown = new Set<string>(namesOf(incidentFields, 'list'));
  const hidden = namesOf(incidentFields).filter((name) => !shown.has(name));
  expect(hidden).toContain('exact_lon');
  for (const name of [...hidden, 'lon', 'lat', 'age', 'source_key', 'search_text', 'sensitive', 'status'])
    expect(queryables.has(name)).toBe(false);
});
