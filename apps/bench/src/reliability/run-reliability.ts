import type { BenchOptions } from '../options.ts';
import type { Reports } from '../report.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { measureCrowd } from './measure-crowd.ts';
import { measureFaults } from './measure-faults.ts';
import { measureImports } from './measure-imports.ts';
import { measureSoak } from './measure-soak.ts';
import { measureStorm } from '../storm/measure-storm.ts';

/** Measures the chosen parts of the reliability, one after the other. */
export async function runReliability(
  { parts, rows, minutes, seed, times }: BenchOptions,
  reports: Reports,
  context: BenchContext,
): Promise<void> {
  if (parts.has('load'))
    for (const incidents of rows ?? [40_946, 1_000_000]) reports.add('load', await measureCrowd(incidents, context));
  if (parts.has('soak')) reports.add('soak', await measureSoak(minutes, context));
  if (parts.has('imports')) reports.add('imports', await measureImports(rows ?? [100_000, 1_000_000, 5_000_000], context));
  if (parts.has('faults')) reports.add('faults', await measureFaults(times, context));
  if (parts.has('storm')) reports.add('storm', await measureStorm({ seed, minutes }, context));
}
