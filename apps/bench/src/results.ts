import { engineNames } from './engines/engine-names.ts';
import type { Machine } from './document/machine.ts';
import type { DemoMeasurement } from './sections/measure-endpoints.ts';
import type { DownloadsMeasurement } from './sections/measure-downloads.ts';
import type { ImportWaitMeasurement } from './sections/measure-import-wait.ts';
import type { HttpMeasurement } from './sections/measure-http.ts';
import type { ImportMeasurement } from './sections/measure-import.ts';
import type { ServerMemory } from './sections/measure-memory.ts';
import type { RowsMeasurement } from './sections/measure-rows.ts';
import type { ScreenMeasurement } from './sections/measure-screens.ts';
import type { SummaryMeasurement } from './sections/measure-summary.ts';
import type { TileMeasurement } from './sections/measure-tiles.ts';

/** Above this number of incidents the other engines would take hours, so only the cube is measured. */
export const comparedUpTo = 1_000_000;

/** The cube of one size. */
export interface CubeFigures {
  /** Milliseconds to read the incidents from PostgreSQL and build it. */
  readonly build: number;
  /** Bytes of the snapshot. */
  readonly bytes: number;
  /** Bytes that a summary of each filter must read, by name of the filter. */
  readonly touched: Readonly<Record<string, number>>;
}

/** What was measured with one number of incidents. */
export interface SizeResult {
  readonly rows: number;
  /** Milliseconds to make the incidents up and load them. */
  readonly load: number;
  /** Bytes of the table of incidents and its indexes. */
  readonly tableBytes: number;
  readonly cube: CubeFigures | undefined;
  readonly summary: readonly SummaryMeasurement[];
  readonly tiles: readonly TileMeasurement[];
  readonly memory: ServerMemory | undefined;
}

/** What was measured with the largest number of incidents only. */
export interface LargestResult {
  readonly rows: number;
  readonly http: readonly HttpMeasurement[] | undefined;
  readonly listed: readonly RowsMeasurement[] | undefined;
  readonly screens: readonly ScreenMeasurement[] | undefined;
  readonly downloads: DownloadsMeasurement | undefined;
  readonly waiting: ImportWaitMeasurement | undefined;
}

export interface Results {
  readonly machine: Machine;
  /** Programs and their versions. */
  readonly versions: readonly string[];
  readonly sizes: readonly SizeResult[];
  readonly largest: LargestResult | undefined;
  /** A server on an empty database. */
  readonly emptyServer: ServerMemory | undefined;
  readonly demo: DemoMeasurement | undefined;
  readonly import: ImportMeasurement | undefined;
}

/** How many times longer another engine takes, for each filter or tile that both answered. */
export function ratios(
  measured: readonly { readonly timings: SummaryMeasurement['timings'] }[],
  other: string,
  own: string = engineNames.cube,
): number[] {
  return measured.flatMap(({ timings }) => {
    const [one, two] = [timings[own], timings[other]];
    return one && two ? [two.median / one.median] : [];
  });
}
