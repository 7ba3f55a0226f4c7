import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FitWidth } from './fit-width.tsx';
import kit from '../styles/kit.module.css';
import styles from './week-card.module.css';
import type { WeekGrid } from './week-grid.ts';
import { type WeekLayout, weekLayout } from './week-layout.ts';
import { WeekPicture } from './week-picture.tsx';
import { largestCell, spanText } from './week-words.ts';

/** The picture of the hours, and over its cells a table to be read out and pointed at. */
export function WeekHeat({ grid }: { grid: WeekGrid }) {
  const format = useFormat();
  return (
    <FitWidth>
      {(width) => {
        const layout = weekLayout(grid, width, largestCell(grid, format));
        return (
          <>
            <WeekPicture grid={grid} layout={layout} />
            <WeekTable grid={grid} layout={layout} />
          </>
        );
      }}
    </FitWidth>
  );
}

function WeekTable({ grid, layout }: { grid: WeekGrid; layout: WeekLayout }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  return (
    <table className={`${kit.screenOnly} ${styles.table}`} style={{ inlineSize: layout.width }}>
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
        {grid.weekdays.map(({ weekday, cells, total }) => (
          <tr key={weekday} style={{ blockSize: layout.rowHeight }}>
            <Header scope="row" text={date.weekday(weekday)} />
            {cells.map((cell) => (
              <Cell
                key={cell.from}
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
function Cell({ text, title }: { text: string; title?: string }) {
  return (
    <td title={title}>
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
