import type { SourceFormat } from '../source-format.ts';
import { gva } from './gva.ts';
import { ucdpGed } from './ucdp-ged.ts';

const all = [gva, ucdpGed] as const satisfies readonly SourceFormat[];

/** The formats that need no mapping, by their names. */
export const builtInFormats: ReadonlyMap<string, SourceFormat> = new Map(all.map((format) => [format.name, format]));
