import { expect, test, vi } from 'vitest';
import { countIncidents, readDatasets, readDatasetVersion, removeDataset } from '@monitor/store';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { prepareData } from '../src/prepare-data.ts';
import { terminalOn } from '../src/terminal.ts';

const { signal } = new AbortController();
const used = useTestDatabase(ready);

test('the first start loads demonstration data into an empty database, later ones keep them as they are, also when they are removed', async () => {
  const lines: string[] = [];
  // As where output goes to a file: each line of progress once.
  const terminal = terminalOn({ isTTY: false, write: (text) => lines.push(text) > 0 });
  const start = (demo: boolean) => prepareData(used.database, { demo, signal, terminal });
  // Few incidents are made up until then.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2014, 1, 1) });
  try {
    await start(false);
    expect(await readDatasets(used.database)).toEqual([]);
    await start(true);
    const incidents = await countIncidents(used.database, {});
    expect(incidents).toBeGreaterThan(0);
    expect(lines).toEqual([
      'The database is empty. Loading made-up demonstration data …\n',
      `Loaded made-up demonstration data: ${incidents.toLocaleString('en')} incidents. None of them are real.\n`,
    ]);
    const version = await readDatasetVersion(used.database);
    await start(true);
    expect(await readDatasetVersion(used.database)).toBe(version);
    await removeDataset(used.database, 'demo', { signal });
    await start(true);
    expect(await countIncidents(used.database, {})).toBe(0);
    expect(lines).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
