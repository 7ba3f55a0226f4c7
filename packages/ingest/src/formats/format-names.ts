import { readdirSync } from 'node:fs';

/* Apart from the formats, since naming one needs none of them. */

/** Where the formats are that are mapping files. Each begins with a line that says what it reads. */
export const mappedFormatsFolder = new URL('../../formats/', import.meta.url);

export const mappedFormatNames = readdirSync(mappedFormatsFolder)
  .map((file) => file.replace(/\.yaml$/, ''))
  .toSorted();

/** The formats that need no mapping, in the order in which they are offered: those that are code, and those that are a mapping here. */
export const builtInFormatNames: readonly string[] = ['gva', 'ucdp-ged', ...mappedFormatNames];

/** The format whose columns a mapping file names. */
export const mappedFormatName = 'generic';
