import type { ReactNode } from 'react';

interface PlainTableProps {
  readonly className?: string | undefined;
  readonly caption?: string;
  /** Where what is around it says the same. */
  readonly isCaptionHidden?: boolean;
  /** Numbers stand at the end of their column. */
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  /** The cells of each row, of which the first is its head. */
  readonly rows?: readonly (readonly ReactNode[])[];
  /** The rows under titles, or behind those without one. */
  readonly groups?: readonly { readonly title: string; readonly rows: readonly (readonly ReactNode[])[] }[];
}

/** A table that is read from top to bottom: nothing in it is sorted or chosen. */
export function PlainTable({ className, caption, isCaptionHidden = false, columns, rows = [], groups = [] }: PlainTableProps) {
  const parts = [...(rows.length === 0 ? [] : [{ title: undefined, rows }]), ...groups];
  return (
    <table className={className}>
      {caption === undefined ? null : <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ label, number }) => (
            <th key={label} scope="col" data-number={number === true || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ title, rows: all }) => (
        <tbody key={title ?? ''}>
          {title === undefined ? null : (
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {all.map(([head, ...cells], at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows can be alike, and have their places
            <tr key={at}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]?.label} data-number={columns[column + 1]?.number === true || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
