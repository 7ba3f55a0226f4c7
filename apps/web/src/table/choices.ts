import { defaultSort, type SortField, sortFields, sorts } from '@monitor/contract';
import { type Choice, oneOf } from '../filter/choice.ts';

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

/** Different columns, with commas between; undefined if the text is anything else. */
function readColumns(text: string): readonly ColumnName[] | undefined {
  const names = text.split(',').filter((name) => name !== '');
  return names.length > 0 && names.every(isColumnName) && new Set(names).size === names.length ? names : undefined;
}

/** `place.180,type.120`; undefined if the text is anything else. */
function readWidths(text: string): ColumnWidths | undefined {
  const widths = text.split(',').map((part): [string, number] => {
    const [name = '', width = ''] = part.split('.');
    return [name, /^\d{2,3}$/.test(width) ? Number(width) : 0];
  });
  const isPossible = widths.every(([name, width]) => isColumnName(name) && width >= columnWidth.least && width <= columnWidth.most);
  return isPossible && new Set(widths.map(([name]) => name)).size === widths.length ? Object.fromEntries(widths) : undefined;
}

const columns = (usual: readonly ColumnName[]): Choice<readonly ColumnName[]> => ({
  usual,
  read: readColumns,
  write: (names) => names.join(','),
  allowed: sortFields,
});

const widths: Choice<ColumnWidths> = {
  usual: {},
  read: readWidths,
  // In the order of all columns, so that equal widths have equal text.
  write: (chosen) => sortFields.flatMap((name) => (chosen[name] === undefined ? [] : [`${name}.${chosen[name]}`])).join(','),
};

/** The order of the rows, the columns in theirs, which of them stay in view beside the others, and the widths that a person chose. */
export const tableChoices = { sort: oneOf(sorts, defaultSort), columns: columns(defaultColumns), pinned: columns([]), widths };
