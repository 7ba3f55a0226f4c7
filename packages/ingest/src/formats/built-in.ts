import type { SourceFormat } from '../source-format.ts';
import { type BuiltInFormatName, builtInFormatNames } from './format-names.ts';
import { gva } from './gva.ts';
import { ucdpGed } from './ucdp-ged.ts';

const byName: Readonly<Record<BuiltInFormatName, SourceFormat>> = { gva, 'ucdp-ged': ucdpGed };

/** The formats that need no mapping, by their names. */
export const builtInFormats: ReadonlyMap<string, SourceFormat> = new Map(builtInFormatNames.map((name) => [name, byName[name]]));
