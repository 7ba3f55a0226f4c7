import { countedKey } from '@monitor/findings';
import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { without } from '@monitor/domain';
import { exploreQuery, filterOfStep, readFilter } from '../../filter/explore-query.ts';
import { Section } from '../../sections/section.tsx';
import { FitWidth } from '../../pictures/fit-width.tsx';
import { TrendLegend } from '../../charts/trend-legend.tsx';
import { trendTable } from '../../charts/trend-table.ts';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { WeekHeatCard } from '../../charts/week-heat.tsx';

const TrendChart = loadedPart(() => import('../../charts/trend-chart.tsx'));

interface MonthsProps {
  readonly page: PlaceData;
  readonly figures: PlaceFigures;
}

/** The last three years by month, beside the usual range of earlier years. */
export function Months({ page: { place, counted, period }, figures: { months, incidentQuery } }: MonthsProps) {
  const { steps, reading, legend, legendText } = months;
  const { t } = useTranslation();
  const voice = useVoice();
  const title = t('places.months.title', { many: t(countedKey(counted, 'incidents', 'name')) });
  const since = steps.find(({ start }) => start === period?.from)?.start;
  const all = without(readFilter(incidentQuery), 'from', 'to');
  const incidentsOf = (at: number) => exploreQuery(filterOfStep(all, steps[at]?.start ?? '', 'month'));
  const chart = (width: number) => (
    <TrendChart
      what={title}
      steps={steps}
      interval="month"
      measure="incidents"
      title={title}
      width={width}
      since={since}
      incidentsOf={incidentsOf}
    />
  );
  return (
    <Section
      form="part"
      method="range-of-earlier-years"
      title={title}
      reading={reading}
      legend={legendText}
      table={
        steps.length === 0
          ? undefined
          : {
              ...trendTable({ steps, parts: [], interval: 'month', measure: 'incidents', incidentsOf }, t, voice),
              name: `months-${place.address}`,
            }
      }
      paper="long"
      onPaper={steps.length === 0 ? undefined : chart}
    >
      <div className={kit.plot}>{steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
      {steps.length === 0 ? null : <TrendLegend marks={legend} />}
      {since === undefined || since === steps[0]?.start ? null : (
        <p className={`${kit.hint} ${kit.top1}`}>{t('places.months.since')}</p>
      )}
    </Section>
  );
}

/** A quarter of a day, so that the cells of one place hold enough. */
const hoursPerCell = 6;

/** By weekday and part of the day. */
export function Hours({ title, ...week }: NonNullable<PlaceFigures['hours']>) {
  const { t } = useTranslation();
  return <WeekHeatCard form="part" title={title ?? t('chart.week.title')} {...week} hoursPerCell={hoursPerCell} />;
}
