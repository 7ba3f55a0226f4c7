import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { FitWidth } from '../../charts/fit-width.tsx';
import { TrendLegend } from '../../charts/trend-legend.tsx';
import { trendTable } from '../../charts/trend-table.ts';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { paperWidth } from '../../charts/paper-width.ts';
import { weekGrid } from '../../charts/week-grid.ts';
import { WeekHeat } from '../../charts/week-heat.tsx';
import { weekLayout } from '../../charts/week-layout.ts';
import { WeekPicture } from '../../charts/week-picture.tsx';
import { largestCell, weekLegendText, weekTable } from '../../charts/week-words.ts';
import { useFormat } from '../../format/use-format.ts';

const TrendChart = loadedPart(() => import('../../charts/trend-chart.tsx'));

const monthsWidth = 900;

interface MonthsProps {
  readonly page: PlaceData;
  readonly months: PlaceFigures['months'];
}

/** The last three years by month, beside the usual range of earlier years. */
export function Months({ page: { place, counted, period }, months: { steps, reading, legend, legendText } }: MonthsProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  const title = t('places.months.title', { many: t(`places.row.${counted}.name`) });
  const since = steps.find(({ start }) => start === period?.from)?.start;
  const chart = (width: number) => (
    <TrendChart what={title} steps={steps} interval="month" measure="incidents" title={title} width={width} since={since} />
  );
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      legend={legendText}
      table={
        steps.length === 0
          ? undefined
          : { ...trendTable(steps, [], 'month', 'incidents', t, voice), name: `months-${place.address}` }
      }
      onPaper={steps.length === 0 ? undefined : chart(monthsWidth)}
    >
      <div className={kit.plot}>{steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
      {steps.length === 0 ? null : <TrendLegend marks={legend} />}
      {since === undefined || since === steps[0]?.start ? null : (
        <p className={`${kit.hint} ${kit.top1}`}>{t('places.months.since')}</p>
      )}
    </ChartCard>
  );
}

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
