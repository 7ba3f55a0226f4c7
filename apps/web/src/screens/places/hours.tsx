import type { PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { weekGrid } from '../../charts/week-grid.ts';
import { WeekHeat } from '../../charts/week-heat.tsx';
import { weekLayout } from '../../charts/week-layout.ts';
import { WeekPicture } from '../../charts/week-picture.tsx';
import { largestCell, weekLegendText, weekTable } from '../../charts/week-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** A quarter of a day, so that the cells of one place hold enough. */
const hoursPerCell = 6;

/** By weekday and part of the day. */
export function Hours({ reading, notes, hours }: NonNullable<PlaceFigures['hours']>) {
  const { t } = useTranslation();
  const format = useFormat();
  const grid = weekGrid(hours, hoursPerCell);
  return (
    <ChartCard
      form="part"
      title={t('chart.week.title')}
      reading={reading}
      outdated={false}
      legend={weekLegendText(grid, t, format)}
      notes={notes}
      table={weekTable(hours, t, format)}
      onPaper={<WeekPicture grid={grid} layout={weekLayout(grid, paperWidth, largestCell(grid, format))} />}
    >
      <WeekHeat grid={grid} />
    </ChartCard>
  );
}
