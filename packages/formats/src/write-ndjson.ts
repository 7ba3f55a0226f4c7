import { incidentRecord } from '@monitor/contract/without-schemas';
import type { FormatWriter } from './format-writer.ts';

/** Every line has the licence and attribution of its dataset, since there is no other place for them. */
export const writeNdjson: FormatWriter = async function* ({ incidents, names }) {
  for await (const portion of incidents) yield portion.map((item) => `${JSON.stringify(incidentRecord(item, names))}\n`).join('');
};
