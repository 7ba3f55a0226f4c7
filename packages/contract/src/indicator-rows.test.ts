import { notices } from '@monitor/domain';
import { expect, test } from 'vitest';
import { indicatorColumns } from './indicator-rows.ts';

type Row = Parameters<(typeof indicatorColumns)[number]['of']>[0];

test('a row says whether the data of its own location is made up', () => {
  const places = [
    { code: 'UA', synthetic: 'none' },
    { code: 'RS', synthetic: 'all' },
  ];
  const { of } = indicatorColumns.find(({ name }) => name === 'synthetic')!;
  const said = (place: string | null) => of({ table: { places, synthetic: 'some' }, cell: { place } } as unknown as Row);
  expect([said('UA'), said('RS'), said(null)]).toEqual([
    null,
    notices.synthetic,
    `Some of the data is synthetic. ${notices.synthetic}`,
  ]);
});
