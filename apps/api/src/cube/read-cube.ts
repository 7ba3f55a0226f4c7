import { type Cube, CubeBuilder } from '@monitor/cube';
import { type Database, readCubeRows } from '@monitor/store';

/** Reads all published incidents into a cube. */
export async function readCube(database: Database, signal?: AbortSignal): Promise<Cube> {
  const builder = new CubeBuilder();
  const version = await readCubeRows(
    database,
    (rows) => {
      for (const row of rows) builder.add(row);
    },
    { ...(signal && { signal }) },
  );
  return builder.finish(version);
}
