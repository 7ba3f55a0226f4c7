import type { WeekHours } from '@monitor/contract';
import { type KeyboardEvent, type TdHTMLAttributes, useState } from 'react';
import { type Format, useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FitWidth } from '../pictures/fit-width.tsx';
import { PictureFrame } from '../pictures/picture-frame.tsx';
import { textWidth } from '../pictures/text-lines.ts';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { Section, type SectionProps } from '../sections/section.tsx';
import styles from './week-card.module.css';
import { hourText, spanText, stepText, type WeekGrid, weekGrid, weekLegendText, weekTable } from './week-grid.ts';

interface WeekHeatCardProps extends Omit<SectionProps, 'legend' | 'table' | 'onPaper' | 'paper' | 'children'> {
  /** Undefined while they are awaited. */
  readonly hours: WeekHours | undefined;
  /** What is drawn, where that is not what the table says. */
  readonly drawn?: WeekHours['incidents'] | undefined;
  readonly hoursPerCell: number;
}

/** Weekdays by hours: the picture, and over its cells a table to be read out and pointed at. */
export function WeekHeatCard({ hours, drawn, hoursPerCell, ...card }: WeekHeatCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hours === undefined) return <Section form="card" {...card} table={undefined} onPaper={undefined} />;
  const grid = weekGrid({ incidents: drawn ?? hours.incidents }, hoursPerCell);
  const isEmpty = grid.scale.length === 0;
  return (
    <Section
      form="card"
      method="hours-of-the-week"
      {...card}
      legend={isEmpty ? undefined : weekLegendText(grid, t, format)}
      table={weekTable(hours, t, format)}
      paper="wide"
      onPaper={(width) => <WeekPicture grid={grid} layout={weekLayout(grid, width, format)} />}
    >
      {isEmpty ? null : (
        <FitWidth>
          {(width) => {
            const layout = weekLayout(grid, width, format);
            return (
              <>
                <WeekPicture grid={grid} layout={layout} />
                <WeekTable grid={grid} layout={layout} />
              </>
            );
          }}
        </FitWidth>
      )}
      {isEmpty ? null : (
        <ul className={`${kit.wrap} ${kit.note} ${kit.top1} ${kit.keys} ${styles.scale}`}>
          <li>{t('chart.week.scale')}</li>
          {grid.scale.map((step) => (
            <li key={step.strength} data-strength={step.strength}>
              {stepText(step, t, format)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Sizes in pixels, of the picture on the screen and of that in a file. */
const { font, radius, gap } = { font: 11, radius: 2, gap: 1 } as const;

const weekdayWidth = 30;
const sumWidth = 44;
const headHeight = 18;
const footHeight = 28;
/** Left and right of a number in its cell, together. */
const padding = 4;

/** Where everything stands, in pixels from the top left of the picture. */
interface WeekLayout {
  readonly width: number;
  readonly height: number;
  readonly sumWidth: number;
  readonly columns: readonly { readonly left: number; readonly width: number }[];
  readonly rowHeight: number;
  readonly rowTop: (row: number) => number;
  readonly footTop: number;
  /** Greatest height of a bar under a column. */
  readonly barHeight: number;
  /** Size of the numbers in cells; undefined if the largest does not fit and so none is written. */
  readonly numbers: number | undefined;
}

/** Wide cells, of several hours, are taller too. */
export function weekLayout(grid: WeekGrid, width: number, { number }: Format): WeekLayout {
  const wide = grid.spans.length < 24;
  const room = width - weekdayWidth - sumWidth;
  const edge = (index: number) => Math.round(weekdayWidth + (index * room) / grid.spans.length);
  const columns = grid.spans.map((_, index) => ({ left: edge(index), width: edge(index + 1) - edge(index) }));
  const size = wide ? 11 : 10;
  const rowHeight = (wide ? 24 : 18) + gap;
  const rowTop = (row: number) => headHeight + row * rowHeight;
  const footTop = rowTop(grid.weekdays.length);
  const narrowest = Math.min(...columns.map((column) => column.width));
  const longest = number.count(Math.max(0, ...grid.weekdays.flatMap(({ cells }) => cells.map(({ incidents }) => incidents))));
  const fits = textWidth(longest, size) + padding <= narrowest - gap;
  return {
    width,
    height: footTop + footHeight,
    sumWidth,
    columns,
    rowHeight,
    rowTop,
    footTop,
    barHeight: footHeight - 2,
    numbers: fits ? size : undefined,
  };
}

/** Hours between two that are written above narrow columns. */
const labelled = 3;

/** Weekdays by hours as cells coloured by their counts, with sums at the right and, as bars, below; on the screen and in a file. */
export function WeekPicture({ grid, layout }: { grid: WeekGrid; layout: WeekLayout }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { width, columns, rowHeight, rowTop, footTop, barHeight, numbers } = layout;
  const most = Math.max(1, ...grid.spans.map((span) => span.total));
  const headLine = rowTop(0) - 5;
  const sum = { className: inks.end, x: width };
  return (
    <PictureFrame layout={layout} font={font}>
      {grid.spans.map((span, index) =>
        span.from % labelled === 0 ? (
          <text key={span.from} x={columns[index]?.left} y={headLine}>
            {span.to - span.from < labelled ? t('chart.week.from', { hour: hourText(span.from) }) : spanText(span, t)}
          </text>
        ) : null,
      )}
      <text {...sum} y={headLine}>
        {t('chart.week.all')}
      </text>
      {grid.weekdays.map(({ weekday, cells, total }, row) => {
        const line = rowTop(row) + (rowHeight - gap) / 2 + 0.36 * font;
        return (
          <g key={weekday}>
            <text y={line}>{date.shortWeekday(weekday)}</text>
            {cells.map(({ from, incidents, strength }, index) => {
              const column = columns[index] ?? { left: 0, width: 0 };
              // The frame of an empty cell is drawn on its edge, half of it to each side.
              const inset = strength === 0 ? 0.5 : 0;
              return (
                <g key={from} className={inks.heat} data-strength={strength}>
                  <rect
                    x={column.left + inset}
                    y={rowTop(row) + inset}
                    width={column.width - gap - 2 * inset}
                    height={rowHeight - gap - 2 * inset}
                    rx={radius}
                  />
                  {numbers === undefined ? null : (
                    <text
                      x={column.left + (column.width - gap) / 2}
                      y={rowTop(row) + (rowHeight - gap) / 2 + 0.36 * numbers}
                      fontSize={numbers}
                    >
                      {number.count(incidents)}
                    </text>
                  )}
                </g>
              );
            })}
            <text {...sum} y={line}>
              {number.count(total)}
            </text>
          </g>
        );
      })}
      <text y={footTop + 12}>{t('chart.week.all')}</text>
      {grid.spans.map(({ from, total }, index) => (
        <rect
          key={from}
          className={inks.other}
          x={columns[index]?.left}
          y={footTop + gap}
          width={(columns[index]?.width ?? gap) - gap}
          height={Math.max(1, (total / most) * barHeight)}
        />
      ))}
      <text {...sum} y={footTop + 12}>
        {number.count(grid.weekdays.reduce((all, { total }) => all + total, 0))}
      </text>
    </PictureFrame>
  );
}

/** Where arrow keys lead: down and right. */
const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function WeekTable({ grid, layout }: { grid: WeekGrid; layout: WeekLayout }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  // The one cell that the Tab key leads to.
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const by = arrows[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [row, column] = [at[0] + by[0], at[1] + by[1]];
    const cell = event.currentTarget.tBodies[0]?.rows[row]?.cells[column + 1];
    if (cell?.hasAttribute('tabindex') !== true) return;
    setAt([row, column]);
    cell.focus();
  };
  return (
    <table
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the arrow keys lead through its cells
      role="grid"
      aria-readonly
      onKeyDown={press}
      className={`${kit.screenOnly} ${kit.cover} ${styles.table}`}
      style={{ inlineSize: layout.width }}
    >
      <caption className="visually-hidden">{t('chart.week.caption')}</caption>
      <colgroup>
        <col style={{ inlineSize: layout.columns[0]?.left }} />
        {layout.columns.map(({ left, width }) => (
          <col key={left} style={{ inlineSize: width }} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr style={{ blockSize: layout.rowTop(0) }}>
          <Header scope="col" text={t('chart.week.weekday')} />
          {grid.spans.map((span) => (
            <Header key={span.from} scope="col" text={spanText(span, t)} />
          ))}
          <Header scope="col" text={t('chart.week.all')} />
        </tr>
      </thead>
      <tbody>
        {grid.weekdays.map(({ weekday, cells, total }, row) => (
          <tr key={weekday} style={{ blockSize: layout.rowHeight }}>
            <Header scope="row" text={date.weekday(weekday)} />
            {cells.map((cell, column) => (
              <Cell
                key={cell.from}
                side={column < cells.length / 2 ? 'start' : 'end'}
                tabIndex={row === at[0] && column === at[1] ? 0 : -1}
                onFocus={() => setAt([row, column])}
                text={number.count(cell.incidents)}
                title={t('chart.week.cell', {
                  weekday: date.weekday(weekday),
                  span: spanText(cell, t),
                  count: cell.incidents,
                  incidents: number.count(cell.incidents),
                })}
              />
            ))}
            <Cell text={number.count(total)} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr style={{ blockSize: layout.height - layout.footTop }}>
          <Header scope="row" text={t('chart.week.all')} />
          {grid.spans.map((span) => (
            <Cell
              key={span.from}
              text={number.count(span.total)}
              title={t('chart.week.column', {
                span: spanText(span, t),
                count: span.total,
                incidents: number.count(span.total),
              })}
            />
          ))}
          <Cell text={number.count(grid.weekdays.reduce((sum, { total }) => sum + total, 0))} />
        </tr>
      </tfoot>
    </table>
  );
}

/** A cell that is seen in the picture and read out from here. */
function Cell({ text, side, ...cell }: { text: string; side?: string } & TdHTMLAttributes<HTMLTableCellElement>) {
  return (
    <td {...cell} data-side={side}>
      <span className="visually-hidden">{text}</span>
    </td>
  );
}

function Header({ scope, text }: { scope: 'row' | 'col'; text: string }) {
  return (
    <th scope={scope}>
      <span className="visually-hidden">{text}</span>
    </th>
  );
}
