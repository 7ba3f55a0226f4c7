import { csvDocument } from '@monitor/contract/without-schemas';
import type { FormatWriter } from './format-writer.ts';

/** Every row has the licence and attribution of its dataset, since a CSV has no other place for them. */
export const writeCsv: FormatWriter = ({ incidents, names, options }) => csvDocument(incidents, names, options);
