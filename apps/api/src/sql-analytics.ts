import type { Filter } from '@monitor/domain';
import { type Signals, weeksCounted } from '@monitor/findings';
import {
  type Database,
  type HeldSnapshot,
  holdSnapshot,
  type SnapshotOptions,
  readDatasetVersion,
  readExactPoints,
  readHexagons,
  readSummary,
  readTile,
  readWeekCounts,
  readYearly,
} from '@monitor/store';
import { type Analytics, NumbersNotReadyError, SignalFinder, type Snapshot } from '@monitor/engine';
import { SharedWork } from './shared-work.ts';

/** Milliseconds for finding signals that nobody waits for. */
const longestFinding = 60_000;

/** Attempts to count the weeks and describe their signals in one state of the data. */
const attempts = 5;

/** Numbers straight from the system of record. */
export function sqlAnalytics(database: Database): Analytics {
  const finder = new SignalFinder();
  const finding = new SharedWork<Signals>();
  let known: Signals | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function findSignals(signal: AbortSignal): Promise<Signals> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const counted = await readWeekCounts(database, weeksCounted, { signal });
      let isOneState = true;
      const found = await finder.find(
        counted,
        async (filter, request) => {
          const summary = await readSummary(database, filter, request, { signal });
          isOneState &&= summary.datasetVersion === counted.datasetVersion;
          return summary;
        },
        signal,
      );
      if (isOneState) return found;
    }
    throw new NumbersNotReadyError('The incidents are changing faster than they can be read. Try again in a few seconds.');
  }

  async function signalsNow(signal: AbortSignal): Promise<Signals> {
    const version = await readDatasetVersion(database, { signal });
    if (known?.datasetVersion !== version) known = await finding.run(String(version), signal, findSignals);
    return known;
  }

  return {
    signals: signalsNow,
    version: (signal) => readDatasetVersion(database, { signal }),
    snapshot: async (filter, signal) => snapshotOf(filter, { signal }),
    async atOnce(signal, read) {
      // One after the other: each holds a connection while it needs another.
      const before = turn;
      let end = () => {};
      turn = new Promise<void>((resolve) => {
        end = resolve;
      });
      await before;
      const release = new AbortController();
      try {
        const held = await new Promise<HeldSnapshot>((resolve, reject) => {
          holdSnapshot(database, resolve, release.signal).catch(reject);
        });
        return await read({
          version: held.version,
          snapshot: async (filter, waiting = signal) => snapshotOf(filter, { signal: waiting, snapshot: held.name }),
          held: held.name,
          signals() {
            if (known?.datasetVersion === held.version) return known;
            // A later request finds them. A request for them alone says why they could not be found.
            void signalsNow(AbortSignal.timeout(longestFinding)).catch(() => undefined);
            return undefined;
          },
        });
      } finally {
        release.abort();
        end();
      }
    },
  };

  function snapshotOf(filter: Filter, options: SnapshotOptions): Snapshot {
    return {
      summary: (request) => readSummary(database, filter, request, options),
      yearly: (measures) => readYearly(database, filter, measures, options),
      hexagons: (wanted, measure) => readHexagons(database, filter, { measure, wanted, ...options }),
      tile: (address, drawn) => readTile(database, filter, address, { ...drawn, ...options }),
      points: () => readExactPoints(database, filter, options),
    };
  }
}
