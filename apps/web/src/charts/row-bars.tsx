import { useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import styles from './row-bars.module.css';
import inks from '../styles/drawing.module.css';

/** One row of bars; a row of what is not reported is hatched. */
export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly amounts: readonly number[];
  readonly isUnknown?: boolean;
}

export interface BarColumn {
  readonly key: string;
  /** `148 killed` */
  readonly title: string;
  /** What the shares are of. */
  readonly whole: number;
  readonly tone: 'killed' | 'injured' | 'count' | 'seizure';
}

export interface Bars {
  readonly columns: readonly BarColumn[];
  readonly groups: readonly (readonly BarRow[])[];
}

/** The largest share of any bar, which all are drawn in proportion to: shares and not counts, so that columns can be compared. */
export function largestShare({ columns, groups }: Bars): number {
  const shares = groups.flat().flatMap(({ amounts }) => amounts.map((amount, at) => shareOf(amount, columns[at])));
  return Math.max(0.001, ...shares);
}

export function shareOf(amount: number, column: BarColumn | undefined): number {
  return column === undefined || column.whole === 0 ? 0 : amount / column.whole;
}

/** Length of the longest bar in per cent of the width; the rest is for its number. */
const longest = 58;

/** Groups of rows, each with a bar for each column and its share, all on one scale; drawn without a script. */
export function RowBars({
  caption,
  rowTitle,
  columns,
  groups,
}: Bars & { caption: string; /** What the rows are. */ rowTitle: string }) {
  const { number } = useFormat();
  const hatch = useId();
  const most = largestShare({ columns, groups });
  return (
    <>
      <svg className={styles.defs} width="0" height="0" aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className={inks.hatch} x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
      </svg>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{rowTitle}</span>
            </th>
            {columns.map(({ key, title, tone }) => (
              <th key={key} scope="col" data-tone={tone}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((rows) => (
          <tbody key={rows[0]?.key}>
            {rows.map(({ key, label, amounts, isUnknown = false }) => (
              <tr key={key} data-unknown={isUnknown || undefined}>
                <th scope="row">{label}</th>
                {amounts.map((amount, at) => {
                  const column = columns[at];
                  if (column === undefined) return null;
                  const share = shareOf(amount, column);
                  const text = `${number.count(amount)} · ${number.share(share)}`;
                  return (
                    <td key={column.key}>
                      <svg className={styles.bar} height="16" data-tone={column.tone} aria-hidden="true">
                        <rect
                          className={isUnknown ? inks.base : inks.toned}
                          x="0.5"
                          y="2"
                          height="12"
                          width={`${(share / most) * longest}%`}
                          {...(isUnknown && { fill: `url(#${hatch})` })}
                        />
                        <text x={`${(share / most) * longest}%`} dx="7" y="12">
                          {text}
                        </text>
                      </svg>
                      <span className="visually-hidden">{text}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
