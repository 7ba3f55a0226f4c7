import { expectTypeOf, test } from 'vitest';
import type { SummaryAnswer } from '@monitor/domain';
import type { Summary } from './summary.ts';

test('the schema describes just what the domain means by a summary', () => {
  expectTypeOf<Summary>().toExtend<SummaryAnswer>();
  expectTypeOf<SummaryAnswer>().toExtend<Summary>();
  // A field that one of them lacks extends the other all the same.
  expectTypeOf<keyof Summary>().toEqualTypeOf<keyof SummaryAnswer>();
  expectTypeOf<keyof Summary['totals']>().toEqualTypeOf<keyof SummaryAnswer['totals']>();
  expectTypeOf<keyof Summary['series']['points'][number]>().toEqualTypeOf<keyof SummaryAnswer['series']['points'][number]>();
  type Part<Answer extends Summary | SummaryAnswer> = NonNullable<Answer['series']['parts']>[number];
  expectTypeOf<keyof Part<Summary>>().toEqualTypeOf<keyof Part<SummaryAnswer>>();
});
