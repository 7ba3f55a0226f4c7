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
      `The median of the summary over the filters (the median of their medians), by number of incidents. Beyond ${count(comparedUpTo)} the cube is
measured alone.`,
      growthTable(sizes),
      `Memory of the cube's snapshot and of the server process. "Resident" is what the process holds once it is ready; its bytes an incident
are what it holds above a server on an empty database (${megabytes(emptyServer.resident)}). "At most" is the peak while it reads the incidents.`,
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
      'bytes an incident',
      'resident',
      'resident bytes an incident',
      'at most',
      'time to build',
      'start of the server',
      'table and indexes in PostgreSQL',
      'made up and loaded in',
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
