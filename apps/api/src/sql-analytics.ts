import { type Signals, weeksCounted } from '@monitor/findings';
import {
  type Database,
  readDatasetVersion,
  readExactPoints,
  readHexagons,
  readSummary,
  readTile,
  readWeekCounts,
  readYearly,
} from '@monitor/store';
import { type Analytics, NumbersNotReadyError } from './analytics.ts';
import { SharedWork } from './shared-work.ts';
import { SignalFinder } from './signals/find-signals.ts';

/** Attempts to count the weeks and describe their signals in one state of the data. */
const attempts = 5;

/** Numbers straight from the system of record. */
export function sqlAnalytics(database: Database): Analytics {
  const finder = new SignalFinder();
  const finding = new SharedWork<Signals>();
  let known: Signals | undefined;

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

  return {
    async signals(signal) {
      const version = await readDatasetVersion(database, { signal });
      if (known?.datasetVersion !== version) known = await finding.run(String(version), signal, findSignals);
      return known;
    },
    version: (signal) => readDatasetVersion(database, { signal }),
    snapshot: async (filter, signal) => ({
      summary: (request) => readSummary(database, filter, request, { signal }),
      yearly: (measures) => readYearly(database, filter, measures, { signal }),
      hexagons: (wanted, measure) => readHexagons(database, filter, { measure, wanted, signal }),
      tile: (address, drawn) => readTile(database, filter, address, { ...drawn, signal }),
      points: () => readExactPoints(database, filter, { signal }),
    }),
  };
}
