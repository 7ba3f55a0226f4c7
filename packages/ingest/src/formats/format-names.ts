/* Apart from the formats, since naming one needs none of them. */

/** The formats that need no mapping, in the order in which they are offered. */
export const builtInFormatNames = ['gva', 'ucdp-ged'] as const;

export type BuiltInFormatName = (typeof builtInFormatNames)[number];

/** The format whose columns a mapping file names. */
export const mappedFormatName = 'generic';
