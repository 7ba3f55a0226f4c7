import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { useMemo } from 'react';
import { ChartCard } from '../../charts/chart-card.tsx';
import { FitWidth } from '../../charts/fit-width.tsx';
import { trendSteps } from '../../charts/trend-data.ts';
import { TrendLegend } from '../../charts/trend-legend.tsx';
import { trendLegendText, trendReadingText, trendTable } from '../../charts/trend-words.ts';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';

const TrendChart = loadedPart(() => import('../../charts/trend-chart.tsx'));

const monthsShown = 36;
const paperWidth = 900;

interface MonthsProps {
  readonly page: PlaceData;
  readonly months: PlaceFigures['months'];
}

/** The last three years by month, beside the usual range of earlier years. */
export function Months({ page: { place, counted, period }, months: { points, covered } }: MonthsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = useMemo(() => trendSteps(points.slice(-monthsShown), 'month', 'incidents', points, covered), [points, covered]);
  const title = t('places.months.title', { many: t(`places.row.${counted}.name`) });
  const since = steps.find(({ start }) => start === period?.from)?.start;
  const chart = (width: number) => (
    <TrendChart what={title} steps={steps} interval="month" measure="incidents" title={title} width={width} since={since} />
  );
  return (
    <ChartCard
      form="part"
      title={title}
      reading={steps.length === 0 ? undefined : trendReadingText(steps, 'month', t, format)}
      outdated={false}
      legend={trendLegendText(steps, false, t, format)}
      table={
        steps.length === 0
          ? undefined
          : { ...trendTable(steps, [], 'month', 'incidents', t, format), name: `months-${place.address}` }
      }
      onPaper={steps.length === 0 ? undefined : chart(paperWidth)}
    >
      <div className={kit.plot}>{steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
      {steps.length === 0 ? null : <TrendLegend steps={steps} isSplit={false} />}
      {since === undefined || since === steps[0]?.start ? null : (
        <p className={`${kit.hint} ${kit.top1}`}>{t('places.months.since')}</p>
      )}
    </ChartCard>
  );
}
