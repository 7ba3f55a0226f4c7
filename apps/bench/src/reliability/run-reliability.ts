import { describeMachine } from '../document/machine.ts';
import { type ReliabilityOptions, type ReliabilityPart, reliabilityParts } from '../options.ts';
import { keptResults } from '../results-file.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { measureCrowd } from './measure-crowd.ts';
import { measureFaults } from './measure-faults.ts';
import { measureImports } from './measure-imports.ts';
import { measureSoak } from './measure-soak.ts';
import type { ReliabilityMeasurements, ReliabilityResults } from './reliability-document.ts';

type Measures = {
  readonly [Part in ReliabilityPart]: (
    options: ReliabilityOptions,
    context: BenchContext,
  ) => Promise<ReliabilityMeasurements[Part]>;
};

const measures: Measures = {
  load: ({ sizes }, context) => inTurn(sizes, (incidents) => measureCrowd(incidents, context)),
  soak: ({ minutes }, context) => measureSoak(minutes, context),
  imports: ({ imports }, context) => inTurn(imports, (incidents) => measureImports(incidents, context)),
  faults: ({ times }, context) => measureFaults(times, context),
};

async function inTurn<Measured>(sizes: readonly number[], measure: (incidents: number) => Promise<Measured>): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const incidents of sizes) measured.push(await measure(incidents));
  return measured;
}

/** Measures the chosen parts, one after the other. The others are as they were measured last. */
export async function runReliability(options: ReliabilityOptions, context: BenchContext): Promise<ReliabilityResults> {
  const { cores, processor, date } = describeMachine();
  let results = (await keptResults<ReliabilityResults>('reliability')) ?? {};
  for (const part of reliabilityParts) {
    if (!options.parts.has(part)) continue;
    context.tell(part);
    results = { ...results, [part]: { machine: { cores, processor, date }, measured: await measures[part](options, context) } };
  }
  return results;
}
