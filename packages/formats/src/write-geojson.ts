import { incidentFeature } from '@monitor/contract/without-schemas';
import { factsByName } from './about.ts';
import type { FormatWriter } from './format-writer.ts';

/** One Feature a line, so that the file can also be read line by line. What the file is stands in `metadata`, a foreign member. */
export const writeGeojson: FormatWriter = async function* ({ incidents, names, about }) {
  yield `{"type":"FeatureCollection","metadata":${JSON.stringify(factsByName(about))},"features":[\n`;
  let before = '';
  for await (const portion of incidents) {
    yield before + portion.map((item) => JSON.stringify(incidentFeature(item, names))).join(',\n');
    before = ',\n';
  }
  yield '\n]}\n';
};
