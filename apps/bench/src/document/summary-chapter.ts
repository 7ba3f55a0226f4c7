import { duckdbThreads } from '../engines/duckdb-engine.ts';
import { engineNames } from '../engines/engine-names.ts';
import { ratios, type Results, type SizeResult } from '../results.ts';
import { medianOf } from '../timing.ts';
import { type Chapter, count, kilobytes, medianAndSlow, milliseconds, type Table, times } from './table.ts';

const names = [engineNames.cube, engineNames.statement, engineNames.store, engineNames.duckdb] as const;
const peers = names.slice(1);

/** The whole summary by filter and engine. */
export function summaryChapter({ sizes, machine }: Results): Chapter | undefined {
  const measured = sizes.filter(({ summary }) => summary.length > 0);
  if (measured.length === 0) return undefined;
  return {
    title: 'The summary',
    blocks: [
      `The summary has the totals, every facet without its own constraint, the series by month and the comparison period. Each engine answers
the same request on the same rows, and the run stops if any figure differs between two of them. No answers are cached. Search text is
looked up in PostgreSQL each time, for the cube too. **${engineNames.statement}** answers the whole request in one statement with GROUPING SETS,
and **${engineNames.store}** is the product's own second engine. Both use the product's PostgreSQL. DuckDB holds the rows in memory, runs the same
statement and has ${duckdbThreads} threads. Both have prepared the statement beforehand.
Times are medians, with 95th percentiles in brackets.`,
      ...measured.flatMap((size) => [`### ${count(size.rows)} incidents`, timesTable(size)]),
      `These tables show how many times longer than the cube the others take, at the median, and the size of the cube's answer as JSON. They
also show how long this machine's memory (${(machine.bandwidth / 1e9).toFixed(1)} GB/s, copied by one thread) takes to deliver the bytes that a column store must read for
the request. If the cube takes less time than that, it answers from sums that it keeps.`,
      ...measured
        .filter(({ cube }) => cube)
        .flatMap((size) => [`### ${count(size.rows)} incidents, compared`, ratioTable(size, machine.bandwidth)]),
    ],
  };
}

function measuredEngines(size: SizeResult, of: readonly string[]): string[] {
  return of.filter((name) => size.summary.some(({ timings }) => timings[name]));
}

function timesTable(size: SizeResult): Table {
  const shown = measuredEngines(size, names);
  return {
    head: ['filter', 'incidents', ...shown],
    rows: size.summary.map(({ filter, incidents, timings }) => [
      filter.name,
      count(incidents),
      ...shown.map((name) => (timings[name] ? medianAndSlow(timings[name]) : '')),
    ]),
  };
}

function ratioTable(size: SizeResult, bandwidth: number): Table {
  const shown = measuredEngines(size, peers);
  return {
    head: ['filter', ...shown, 'answer', 'gzipped', 'bytes touched', 'at the speed of memory', 'cube'],
    rows: [
      ...size.summary.map((one) => {
        const touched = size.cube?.touched[one.filter.name] ?? 0;
        return [
          one.filter.name,
          ...shown.map((name) => times(ratios([one], name)[0] ?? Number.NaN)),
          kilobytes(one.bytes),
          kilobytes(one.gzipped),
          kilobytes(touched),
          milliseconds((touched / bandwidth) * 1000),
          milliseconds(one.timings[engineNames.cube]?.median ?? Number.NaN),
        ];
      }),
      [
        '**median of the filters**',
        ...shown.map((name) => `**${times(medianOf(ratios(size.summary, name)))}**`),
        '',
        '',
        '',
        '',
        '',
      ],
    ],
  };
}
