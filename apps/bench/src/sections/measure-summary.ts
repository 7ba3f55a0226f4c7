import { gzipSync } from 'node:zlib';
import { type Cube, populationOf } from '@monitor/cube';
import { namedFilters } from '../filters.ts';
import { assertSameAnswer, engineNames, type SummaryEngine } from '../engines/summary-engines.ts';
import { atLeast, atMost, count, kilobytes, medianAndSlow, milliseconds, type Report, type Row, times } from '../report.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { longestOf, measure, medianOf, type Timing } from '../timing.ts';
import { countedPeople, type Filter } from '@monitor/domain';

/**
 * Asks every engine for the summary of every filter. Throws where two of them answer differently.
 * @param engines the cube first, if it is measured
 */
export async function measureSummary(
  size: number,
  engines: readonly SummaryEngine[],
  cube: Cube | undefined,
  { signal, tell }: BenchContext,
): Promise<{ report: Report; medians: Row }> {
  const [first, ...others] = engines;
  if (first === undefined) return { report: { tables: [] }, medians: {} };
  const shown: Row[] = [];
  const compared: Row[] = [];
  const timings = new Map<string, Timing[]>(engines.map(({ name }) => [name, []]));
  const medians = (name: string) => (timings.get(name) ?? []).map(({ median }) => median);
  const ratios = (name: string) => medians(name).map((median, at) => median / medians(first.name)[at]!);
  const bandwidth = memoryBandwidth();
  for (const { name, filter } of namedFilters) {
    tell(`  summary, ${name}`);
    const answer = await first.ask(filter);
    const lines = answer.lines();
    for (const other of others) assertSameAnswer(filter, [first.name, other.name], lines, (await other.ask(filter)).lines());
    for (const engine of engines) timings.get(engine.name)!.push(await measure(() => engine.ask(filter), signal));
    const incidents = incidentsOf(answer);
    const last = [...timings].map(([engine, all]) => [engine, medianAndSlow(all.at(-1))] as const);
    shown.push({ filter: name, incidents: count(incidents), ...Object.fromEntries(last) });
    if (cube === undefined) continue;
    const json = answer.json();
    const touched = bytesToTouch(cube, filter, incidents);
    compared.push({
      filter: name,
      ...Object.fromEntries(others.map((other) => [other.name, times(ratios(other.name).at(-1)!)])),
      answer: kilobytes(json.length),
      gzipped: kilobytes(gzipSync(json).length),
      'bytes touched': kilobytes(touched),
      'at the speed of memory': milliseconds((touched / bandwidth) * 1000),
      cube: milliseconds(medians(first.name).at(-1)!),
    });
  }
  if (cube !== undefined)
    compared.push({
      filter: '**median of the filters**',
      ...Object.fromEntries(others.map(({ name }) => [name, `**${times(medianOf(ratios(name)))}**`])),
    });
  const faster = (name: string, least: number) => {
    const all = ratios(name);
    const written = (value: number) => times(value) + (value === least ? '' : ` (lowest ${times(Math.min(...all))})`);
    return all.length === 0 ? [] : atLeast(`times faster than ${name}, median of the filters`, medianOf(all), least, written);
  };
  const targets = () => [
    ...faster(engineNames.statement, 30),
    ...faster(engineNames.duckdb, 1),
    ...atMost('95th percentile, slowest filter', longestOf(timings.get(first.name)!.map(({ slow }) => slow)), 30, milliseconds),
  ];
  const title = `${count(size)} incidents`;
  return {
    report: {
      targets: cube === undefined ? [] : targets(),
      tables: [
        { title, rows: shown },
        { title: `${title}, compared`, rows: compared },
      ],
    },
    medians: Object.fromEntries(engines.map(({ name }) => [name, milliseconds(medianOf(medians(name)))])),
  };
}

/**
 * Bytes that a column store must touch to answer a summary, were nothing summed up in advance: the columns of the constraints for
 * every row of the period, and the columns of facets and people for every row that is selected.
 * @param selected number of incidents that the filter selects
 */
function bytesToTouch(cube: Cube, filter: Filter, selected: number): number {
  const { groups, columns } = cube;
  const { from, to, country, type, weapon, bbox, q } = filter;
  const ofPeriod = populationOf(cube, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }).incidents;
  const constraints =
    (country ? groups.place.codes.BYTES_PER_ELEMENT : 0) +
    (type ? groups.kind.codes.BYTES_PER_ELEMENT : 0) +
    (weapon ? groups.weapon.codes.BYTES_PER_ELEMENT : 0) +
    (bbox ? columns.lon.BYTES_PER_ELEMENT + columns.lat.BYTES_PER_ELEMENT : 0) +
    (q === undefined ? 0 : 1 / 8);
  const { kind, circumstance, weapon: weapons, victim, perpetrator, place } = groups;
  const counted =
    [kind, circumstance, weapons, victim, perpetrator, place].reduce((sum, { codes }) => sum + codes.BYTES_PER_ELEMENT, 0) +
    countedPeople.reduce((sum, name) => sum + columns[name].BYTES_PER_ELEMENT, 0);
  return ofPeriod * constraints + selected * counted;
}

/** The number of incidents in an answer. */
function incidentsOf(answered: { lines(): string[] }): number {
  const totals = answered.lines().find((line) => line.startsWith('totals '));
  return Number(totals?.split(' ')[2]);
}

/** Bytes per second that one thread reads and writes, measured by copying a block far larger than the processor's caches. */
export function memoryBandwidth(): number {
  const source = new Uint8Array(256 * 1024 * 1024).fill(1);
  const target = new Uint8Array(source.length);
  const rates = Array.from({ length: 9 }, () => {
    const start = performance.now();
    target.set(source);
    return (2 * source.length) / ((performance.now() - start) / 1000);
  });
  return medianOf(rates);
}
