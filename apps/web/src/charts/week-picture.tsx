import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { PictureFrame } from './picture-frame.tsx';
import inks from '../styles/drawing.module.css';
import type { WeekGrid } from './week-grid.ts';
import { type WeekLayout, weekSizes } from './week-layout.ts';
import { hourText } from './week-words.ts';

/** Hours between two that are written above narrow columns. */
const labelled = 3;
const { font, gap, radius } = weekSizes;

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
      {grid.spans.map(({ from }, index) =>
        from % labelled === 0 ? (
          <text key={from} x={columns[index]?.left} y={headLine}>
            {hourText(from)}
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
