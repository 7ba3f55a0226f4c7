import { engineNames } from '../engines/engine-names.ts';
import type { Results, SizeResult } from '../results.ts';
import { comparedUpTo } from '../run-bench.ts';
import { medianOf } from '../timing.ts';
import { type Chapter, count, decimals, megabytes, milliseconds, seconds, type Table } from './table.ts';

const names = [engineNames.cube, engineNames.statement, engineNames.store, engineNames.duckdb] as const;

/** How times and memory grow with the number of incidents. */
export function growthChapter({ sizes, emptyServer }: Results): Chapter | undefined {
  if (sizes.length === 0 || !emptyServer) return undefined;
  return {
    title: 'Growth and memory',
    blocks: [
      `Median time of the summary (the median of the filters' medians), by number of incidents. Above ${count(comparedUpTo)} incidents, only the
cube is measured.`,
      growthTable(sizes),
      `Memory used by the cube's snapshot and by the server process. "Resident" is what the process uses once it is ready. Its bytes per
incident are what it uses beyond a server with an empty database (${megabytes(emptyServer.resident)}). "Peak" is the most it uses while it reads the incidents.`,
      memoryTable(sizes, emptyServer.resident),
    ],
  };
}

function growthTable(sizes: readonly SizeResult[]): Table {
  const shown = names.filter((name) => sizes.some(({ summary }) => summary.some(({ timings }) => timings[name])));
  return {
    head: ['incidents', ...shown],
    rows: sizes.map(({ rows, summary }) => [
      count(rows),
      ...shown.map((name) => milliseconds(medianOf(summary.flatMap(({ timings }) => timings[name]?.median ?? [])))),
    ]),
  };
}

function memoryTable(sizes: readonly SizeResult[], empty: number): Table {
  return {
    head: [
      'incidents',
      'snapshot',
      'bytes per incident',
      'resident',
      'resident bytes per incident',
      'peak',
      'time to build',
      'server start',
      'table and indexes in PostgreSQL',
      'time to generate and load',
    ],
    rows: sizes.flatMap(({ rows, memory, cube, load, tableBytes }) =>
      memory && cube
        ? [
            [
              count(rows),
              megabytes(memory.snapshot),
              decimals(memory.snapshot / rows),
              megabytes(memory.resident),
              decimals((memory.resident - empty) / rows),
              megabytes(memory.peak),
              seconds(cube.build),
              seconds(memory.start),
              megabytes(tableBytes),
              seconds(load),
            ],
          ]
        : [],
    ),
  };
}
