import { type SortField, sortFields } from '@monitor/contract';

/* The columns of the table in the address. There is one for each field of the list, which it can be sorted by. */

export type ColumnName = SortField;

/** Pixels. */
export type ColumnWidths = { readonly [Name in ColumnName]?: number };

/** The columns that are shown until a person chooses others. What a measure counts is shown while it has no column of its own. */
export const defaultColumns: readonly ColumnName[] = [
  'occurred_on',
  'local_time',
  'place',
  'country',
  'type',
  'weapons',
  'killed',
  'injured',
  'amount',
  'sources',
  'place_precision',
];

/** Pixels that a column can be narrowed and widened to. */
export const columnWidth = { least: 40, most: 800 } as const;

export function isColumnName(text: string): text is ColumnName {
  return (sortFields as readonly string[]).includes(text);
}

/** Different columns, with commas between; undefined where the text is anything else. */
export function readColumns(text: string): readonly ColumnName[] | undefined {
  const names = text.split(',').filter((name) => name !== '');
  return names.length > 0 && names.every(isColumnName) && new Set(names).size === names.length ? names : undefined;
}

export function columnsText(columns: readonly ColumnName[]): string {
  return columns.join(',');
}

/** `place.180,type.120`; undefined where the text is anything else. */
export function readWidths(text: string): ColumnWidths | undefined {
  const widths = text.split(',').map((part): [string, number] => {
    const [name = '', width = ''] = part.split('.');
    return [name, /^\d{2,3}$/.test(width) ? Number(width) : 0];
  });
  const isPossible = widths.every(([name, width]) => isColumnName(name) && width >= columnWidth.least && width <= columnWidth.most);
  return isPossible && new Set(widths.map(([name]) => name)).size === widths.length ? Object.fromEntries(widths) : undefined;
}

/** In the order of all columns, so that equal widths have equal text. */
export function widthsText(widths: ColumnWidths): string {
  return sortFields.flatMap((name) => (widths[name] === undefined ? [] : [`${name}.${widths[name]}`])).join(',');
}
