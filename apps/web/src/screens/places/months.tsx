import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { FitWidth } from '../../charts/fit-width.tsx';
import { TrendLegend } from '../../charts/trend-legend.tsx';
import { trendTable } from '../../charts/trend-table.ts';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';

const TrendChart = loadedPart(() => import('../../charts/trend-chart.tsx'));

const paperWidth = 900;

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
      onPaper={steps.length === 0 ? undefined : chart(paperWidth)}
    >
      <div className={kit.plot}>{steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
      {steps.length === 0 ? null : <TrendLegend marks={legend} />}
      {since === undefined || since === steps[0]?.start ? null : (
        <p className={`${kit.hint} ${kit.top1}`}>{t('places.months.since')}</p>
      )}
    </ChartCard>
  );
}
