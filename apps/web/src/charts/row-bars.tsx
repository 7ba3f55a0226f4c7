import type { ReactNode } from 'react';
import { numberColumn, textColumn } from '../format/chart-table.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { useFormat } from '../format/use-format.ts';
import { HatchedRect, PictureFrame } from '../pictures/picture-frame.tsx';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { Section, type SectionProps } from '../sections/section.tsx';
import styles from './row-bars.module.css';

/** One row of bars; a row of what is not reported is hatched. */
interface BarRow {
  readonly key: string;
  /** Name of its group, which is said once at its head. */
  readonly group?: string;
  readonly label: string;
  readonly amounts: readonly number[];
  readonly isUnknown?: boolean;
  /** What lists the incidents behind each amount, where they can be listed. */
  readonly queries?: readonly string[];
}

interface BarColumn {
  readonly key: string;
  /** `148 killed` */
  readonly title: string;
  /** What the shares are of. */
  readonly whole: number;
  readonly tone: 'killed' | 'injured' | 'count' | 'seizure';
}

interface Bars {
  readonly columns: readonly BarColumn[];
  readonly groups: readonly (readonly BarRow[])[];
}

interface RowBarsCardProps extends Bars, Omit<SectionProps, 'form' | 'table' | 'paper' | 'onPaper' | 'children'> {
  /** Of its files. */
  readonly name: string;
  /** What the rows are. */
  readonly rowTitle: string;
  /** What is said on the screen under the last group; the first one, those between and the last one are then side by side. */
  readonly under?: ReactNode;
}

/** Groups of rows, each with a bar for each column and its share, all on one scale, as a section of a page. */
export function RowBarsCard({ name, rowTitle, columns, groups, under, ...card }: RowBarsCardProps) {
  const bars = (shown: Bars['groups']) =>
    shown.length === 0 ? null : (
      <RowBars caption={card.title} rowTitle={rowTitle} columns={columns} groups={groups} shown={shown} />
    );
  const isEmpty = groups.length === 0;
  return (
    <Section
      {...card}
      {...(!isEmpty && {
        table: {
          name,
          columns: [textColumn(rowTitle), ...columns.map(({ title }) => numberColumn(title))],
          rows: groups
            .flat()
            .map(({ key, group, label, amounts }) => [
              { text: group === undefined ? label : `${group}: ${label}`, value: key },
              ...amounts.map((amount) => ({ text: String(amount), value: amount })),
            ]),
        },
      })}
      paper="wide"
      onPaper={isEmpty ? undefined : (width) => <RowBarsPicture columns={columns} groups={groups} width={width} />}
    >
      {under === undefined ? (
        bars(groups)
      ) : (
        <div className={`${kit.halves} ${styles.beside}`}>
          {bars(groups.slice(0, 1))}
          {bars(groups.slice(1, -1))}
          <div>
            {bars(groups.slice(-1))}
            {under}
          </div>
        </div>
      )}
    </Section>
  );
}

/** Length of the longest bar in % of the width; the rest is for its number, of which each letter takes so much of a narrow column. */
const [longest, shortest, letter] = [58, 40, 4.8];

/** Groups of rows, each with a bar for each column and its share, all on one scale; drawn without a script. */
function RowBars({
  caption,
  rowTitle,
  shown,
  ...bars
}: Bars & {
  readonly caption: string;
  /** What the rows are. */
  readonly rowTitle: string;
  /** Those of the groups that are drawn here, on the scale of all. */
  readonly shown: Bars['groups'];
}) {
  const textOf = useBarText();
  const { columns } = bars;
  return (
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
      {shown.map((rows) => (
        <tbody key={rows[0]?.key}>
          {rows[0]?.group === undefined ? null : (
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {rows[0].group}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.key} data-unknown={row.isUnknown || undefined}>
              <th scope="row">{row.label}</th>
              {columns.map((column, at) => (
                <td key={column.key} className={kit.relative}>
                  <svg className={`${kit.block} ${styles.bar}`} height="16" data-tone={column.tone} aria-hidden="true">
                    <ShareBar row={row} at={at} {...bars} />
                  </svg>
                  <BarWords query={(row.amounts[at] ?? 0) > 0 ? row.queries?.[at] : undefined}>
                    {textOf(row.amounts[at] ?? 0, column)}
                  </BarWords>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What a bar says, which leads to its incidents where they can be listed. */
function BarWords({ query, children }: { query: string | undefined; children: string }) {
  const words = <span className="visually-hidden">{children}</span>;
  if (query === undefined) return words;
  return (
    <IncidentsLink className={`${kit.cover} ${kit.press} ${kit.ringInside} ${styles.press}`} query={query}>
      {words}
    </IncidentsLink>
  );
}

const [rowHeight, gap, labelRoom, head] = [20, 10, 190, 24];

/** The same bars as one picture, for a file. @param width in pixels */
function RowBarsPicture({ width, ...bars }: Bars & { width: number }) {
  const { columns, groups } = bars;
  const columnWidth = (width - labelRoom) / columns.length;
  const namesTo = (at: number) => groups.slice(0, at).filter(([row]) => row?.group !== undefined).length;
  const rows = groups.flatMap((group, at) =>
    group.map((row, index) => ({
      row,
      gaps: at * gap + namesTo(at + 1) * rowHeight,
      name: index === 0 ? row.group : undefined,
    })),
  );
  const height = head + (rows.length + namesTo(groups.length)) * rowHeight + (groups.length - 1) * gap + 4;
  return (
    <PictureFrame layout={{ width, height }} font={12}>
      {columns.map(({ key, title }, at) => (
        <text key={key} className={inks.strong} x={labelRoom + at * columnWidth} y="14">
          {title}
        </text>
      ))}
      {rows.map(({ row, gaps, name }, index) => {
        const top = head + index * rowHeight + gaps;
        return (
          <g key={row.key} className={`${kit.block} ${styles.bar}`}>
            {name === undefined ? null : (
              <text className={inks.strong} y={top + 12 - rowHeight}>
                {name}
              </text>
            )}
            <text y={top + 12}>{row.label}</text>
            {columns.map(({ key, tone }, at) => (
              <svg key={key} x={labelRoom + at * columnWidth} y={top} width={columnWidth} height={rowHeight} data-tone={tone}>
                <ShareBar row={row} at={at} {...bars} />
              </svg>
            ))}
          </g>
        );
      })}
    </PictureFrame>
  );
}

/** A bar and its number, in the width that there is. @param at of the column */
function ShareBar({ row: { amounts, isUnknown }, at, columns, groups }: Bars & { row: BarRow; at: number }) {
  const textOf = useBarText();
  const column = columns[at];
  const amount = amounts[at] ?? 0;
  // In proportion to the largest share of any bar: of shares and not counts, so that columns can be compared.
  const bars = groups.flat().flatMap((row) =>
    columns.map((one, index) => ({
      share: shareOf(row.amounts[index], one),
      letters: textOf(row.amounts[index] ?? 0, one).length,
    })),
  );
  const most = Math.max(0.001, ...bars.map(({ share }) => share));
  const letters = Math.max(...bars.map((one) => (one.share > 0.8 * most ? one.letters : 0)));
  const room = Math.min(longest, Math.max(shortest, 100 - letters * letter));
  const width = `${(shareOf(amount, column) / most) * room}%`;
  return (
    <>
      {isUnknown ? (
        <HatchedRect className={inks.base} x="0.5" y="2" height="12" width={width} />
      ) : (
        <rect className={inks.toned} x="0.5" y="2" height="12" width={width} />
      )}
      <text x={width} dx="7" y="12">
        {textOf(amount, column)}
      </text>
    </>
  );
}

function shareOf(amount = 0, column: BarColumn | undefined): number {
  return column === undefined || column.whole === 0 ? 0 : amount / column.whole;
}

/** `8 · 73%`; of nobody there is no share. */
function useBarText() {
  const { number } = useFormat();
  return (amount: number, column: BarColumn | undefined) =>
    column?.whole === 0 ? number.count(amount) : `${number.count(amount)} · ${number.share(shareOf(amount, column))}`;
}
