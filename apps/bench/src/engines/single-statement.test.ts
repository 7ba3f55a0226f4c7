import { expect, test } from 'vitest';
import { namedFilters } from '../filters.ts';
import { summaryStatement } from './single-statement.ts';

const dialect = { scope: 'published', datasetName: 'dataset_id' };

test('a facet that is constrained is counted in a scan of its own, without its constraint', () => {
  const statement = summaryStatement({ country: ['RS'], type: ['suicide'] }, dialect);
  const own = /own_country as \((.*?)group by/s.exec(statement)?.[1];
  expect(own).toContain("type in ('suicide')");
  expect(own).not.toContain("country in ('RS')");
});

test('every filter of the bench has a statement; others are refused', () => {
  for (const { filter } of namedFilters) expect(summaryStatement(filter, dialect)).toContain('grouping sets');
  expect(() => summaryStatement({ region: ['RS-20'] }, dialect)).toThrow('has no SQL for region');
});
