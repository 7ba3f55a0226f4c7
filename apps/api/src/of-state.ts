import { type Database, inHeldState, knownDatasets, readDatasetsAtVersion } from '@monitor/store';
import { type DataState, ofVersion } from '@monitor/engine';

/** The datasets of a state. Throws `OtherVersionError`. */
export async function datasetsOf(database: Database, state: DataState, signal: AbortSignal) {
  const known = knownDatasets(database, state.version);
  const asked = known ?? inHeldState(state.held, (snapshot) => readDatasetsAtVersion(database, { signal, snapshot }));
  return (await ofVersion(state, asked)).datasets;
}
