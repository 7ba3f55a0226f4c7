import { type Cube, type RowBitmap, yearsOfRows } from '@monitor/cube';
import type { Filter } from '@monitor/domain';
import type { ListedPart, Snapshot } from './analytics.ts';
import type { AskCube, Asked, FoundOrder, QuestionName, Told } from './questions.ts';

/** What a snapshot of a cube is made with. */
export interface CubeSnapshot {
  readonly cube: Cube;
  readonly filter: Filter;
  /** Rows that meet the filter's text, which the cube cannot decide itself. */
  readonly found: RowBitmap | undefined;
  readonly ask: AskCube;
  /** Name of the database's state of the cube's version, where it is held. */
  readonly held: string | undefined;
  /** Finds an order that the cube does not have; undefined if it cannot be read of this version. */
  readonly findOrder: (part: ListedPart) => Promise<FoundOrder | undefined>;
}

/** The incidents of a filter in a cube. */
export function snapshotOfCube(
  { cube, filter, found, ask: askCube, held, findOrder }: CubeSnapshot,
  signal: AbortSignal,
): Snapshot {
  const datasetVersion = cube.version;
  const ask = <Name extends QuestionName>(name: Name, asked: Asked[Name]): Promise<Told[Name]> =>
    askCube(cube, { name, asked, filter, found }, signal);
  return {
    memory: {
      version: datasetVersion,
      held,
      count: () => ask('count', null),
      inRing: (ring) => ask('ring', ring),
      async listed(part) {
        const listed = await ask('listed', { part });
        if (listed !== 'unknown order') return listed;
        const order = await findOrder(part);
        if (order === undefined) return undefined;
        const sorted = await ask('listed', { part, order });
        return sorted === 'unknown order' ? undefined : sorted;
      },
      years: () =>
        yearsOfRows(cube)
          .map(({ year, range }) => ({ year, incidents: range.end - range.start }))
          .toReversed(),
      packed: (year) => ask('packed', year),
    },
    summary: (request) => ask('summary', request),
    yearly: async (measures) => ({ datasetVersion, rows: await ask('yearly', measures) }),
    hexagons: async (level, measure) => ({ datasetVersion, ...(await ask('hexagons', { level, measure })) }),
    points: async () => ({ datasetVersion, ...(await ask('points', null)) }),
    tile: async (address, drawn) => ({ datasetVersion, ...(await ask('tile', { address, drawn })) }),
  };
}
