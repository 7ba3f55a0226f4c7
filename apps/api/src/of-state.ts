import { type Database, inHeldState, knownDatasets, readDatasetsAtVersion } from '@monitor/store';
import { type DataState, OtherVersionError } from './analytics.ts';

/** An answer, if it is of the state that was asked; null is of any. Throws `OtherVersionError`. */
export async function ofVersion<Answer extends { readonly datasetVersion: number } | null>(
  { version }: DataState,
  asked: Answer | Promise<Answer>,
): Promise<Answer> {
  const answer = await asked;
  if (answer !== null && answer.datasetVersion !== version) throw new OtherVersionError(answer.datasetVersion);
  return answer;
}

/** The datasets of a state. Throws `OtherVersionError`. */
export async function datasetsOf(database: Database, state: DataState, signal: AbortSignal) {
  const known = knownDatasets(database, state.version);
  const asked = known ?? inHeldState(state.held, (snapshot) => readDatasetsAtVersion(database, { signal, snapshot }));
  return (await ofVersion(state, asked)).datasets;
}
