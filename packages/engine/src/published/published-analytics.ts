import type { Analytics, ListedPart, Snapshot } from '../analytics.ts';
import { CubeReader } from '../cube-reader.ts';
import { fieldOfSort, type Filter, type SortField } from '@monitor/domain';
import { snapshotOfCube } from '../snapshot.ts';
import type { PublishedRecord } from './published-record.ts';

/** What numbers are made of. */
export type NumbersSource = Pick<PublishedRecord, 'version' | 'numbers' | 'cube' | 'words' | 'order' | 'signals'>;

/** Numbers of a record that never changes. */
export function publishedAnalytics(record: NumbersSource): Analytics {
  const reader = new CubeReader();
  const { version } = record;

  async function snapshot(filter: Filter, signal: AbortSignal): Promise<Snapshot> {
    const cube = await record.numbers();
    const found = filter.q === undefined ? undefined : (await record.words()).rowsMeeting(filter.q);
    const findOrder = ({ sort, measure }: Pick<ListedPart, 'sort' | 'measure'>) => {
      const field = fieldOfSort(sort);
      return record.order(field === 'amount' ? (measure as SortField) : field);
    };
    const ask: typeof reader.answer = async (of, question) => {
      if (filter.id !== undefined || question.name === 'tile' || question.name === 'listed') await record.cube();
      signal.throwIfAborted();
      return reader.answer(of, question);
    };
    return snapshotOfCube({ cube, filter, found, ask, held: undefined, findOrder }, signal);
  }

  return {
    version: async () => version,
    signals: () => record.signals(),
    snapshot,
    atOnce: (signal, read) =>
      read({
        version,
        held: undefined,
        snapshot: (filter, waiting = signal) => snapshot(filter, waiting),
        signals: () => record.signals(),
      }),
  };
}
