import { gzipSync } from 'node:zlib';
import { namedFilters } from '../filters.ts';
import { assertSameAnswer } from '../engines/answer.ts';
import type { SummaryEngine } from '../engines/summary-engine.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { measure, type Timing } from '../timing.ts';
import { incidentsOf } from './physical-limit.ts';

/** What was measured of one filter. */
export interface SummaryMeasurement {
  readonly filter: (typeof namedFilters)[number];
  readonly incidents: number;
  /** Bytes of the first engine's answer as JSON, as it is and gzipped. */
  readonly bytes: number;
  readonly gzipped: number;
  /** By name of the engine. */
  readonly timings: Readonly<Record<string, Timing>>;
}

/** Asks every engine for the summary of every filter. Throws where two of them answer differently. */
export async function measureSummary(
  engines: readonly SummaryEngine[],
  { signal, tell }: BenchContext,
): Promise<SummaryMeasurement[]> {
  const [first, ...others] = engines;
  if (first === undefined) return [];
  const measured: SummaryMeasurement[] = [];
  for (const filter of namedFilters) {
    tell(`  summary, ${filter.name}`);
    const answer = await first.ask(filter.filter);
    const lines = answer.lines();
    for (const other of others)
      assertSameAnswer(filter.filter, [first.name, other.name], lines, (await other.ask(filter.filter)).lines());
    const timings: Record<string, Timing> = {};
    for (const engine of engines) timings[engine.name] = await measure(() => engine.ask(filter.filter), signal);
    const json = answer.json();
    measured.push({ filter, incidents: incidentsOf(answer), bytes: json.length, gzipped: gzipSync(json).length, timings });
  }
  return measured;
}
