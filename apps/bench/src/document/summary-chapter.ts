import { duckdbThreads } from '../engines/duckdb-engine.ts';
import { engineNames } from '../engines/engine-names.ts';
import { ratios, type Results, type SizeResult } from '../results.ts';
import { medianOf } from '../timing.ts';
import { type Chapter, count, kilobytes, milliseconds, spread, type Table, times } from './table.ts';

const names = [engineNames.cube, engineNames.statement, engineNames.store, engineNames.duckdb] as const;
const peers = names.slice(1);

/** The whole summary by filter and engine. */
export function summaryChapter({ sizes, machine }: Results): Chapter | undefined {
  const measured = sizes.filter(({ summary }) => summary.length > 0);
  if (measured.length === 0) return undefined;
  return {
    title: 'The summary',
    blocks: [
      `Totals, all facets each with its own constraint left out, the series by month and the comparison period. Each engine answers the
same question on the same rows, and the run stops where two of them differ in any figure. Nothing is remembered from one answer to the
next; the words of a text are looked up in PostgreSQL each time, for the cube too. **${engineNames.statement}** is the whole question in one statement with
GROUPING SETS, **${engineNames.store}** the product's own second engine, both on the product's PostgreSQL; DuckDB holds the rows in memory, is given the same
statement and has ${duckdbThreads} threads. Both have planned it before.
Medians, and in brackets 95th percentiles.`,
      ...measured.flatMap((size) => [`### ${count(size.rows)} incidents`, timesTable(size)]),
      `How many times longer the others take than the cube, at the median; what the cube's answer weighs as JSON; and how long this machine's
memory (${(machine.bandwidth / 1e9).toFixed(1)} GB/s, copied by one thread) takes to hand over the bytes that a column store must touch for the question. An answer that
takes less is one of which sums are kept.`,
      ...measured
        .filter(({ cube }) => cube)
        .flatMap((size) => [`### ${count(size.rows)} incidents, compared`, ratioTable(size, machine.bandwidth)]),
    ],
  };
}

function present(size: SizeResult, of: readonly string[]): string[] {
  return of.filter((name) => size.summary.some(({ timings }) => timings[name]));
}

function timesTable(size: SizeResult): Table {
  const shown = present(size, names);
  return {
    head: ['filter', 'incidents', ...shown],
    rows: size.summary.map(({ filter, incidents, timings }) => [
      filter.name,
      count(incidents),
      ...shown.map((name) => (timings[name] ? spread(timings[name]) : '')),
    ]),
  };
}

function ratioTable(size: SizeResult, bandwidth: number): Table {
  const shown = present(size, peers);
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
