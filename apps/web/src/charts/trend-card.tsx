import type { Summary } from '@monitor/contract';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { FailureBoundary } from '../explore/failure-boundary.tsx';
import type { Answers } from '../explore/use-answers.ts';
import { type Measure, measures } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import type { ChartTable } from './data-table.tsx';
import { intervalOptions } from './interval-options.ts';
import styles from './trend-card.module.css';
import { trendReading, type TrendStep, trendSteps } from './trend-data.ts';

const TrendChart = lazy(() => import('./trend-chart.tsx'));

/** Incidents, or people killed or injured, over time. */
export function TrendCard({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, act } = useExplore();
  const { data, outdated } = answers.summary;
  const timeline = answers.timeline.data?.series.points;
  const interval = data?.series.interval ?? 'month';
  const steps = useMemo(
    () => (data === undefined ? [] : trendSteps(data.series.points, interval, view.measure, timeline)),
    [data, interval, view.measure, timeline],
  );
  const title = t(`chart.trend.title.${view.measure}.${interval}`);
  const last = steps.at(-1);
  return (
    <ChartCard
      title={title}
      reading={data === undefined ? undefined : readingText(steps, interval, t, format)}
      outdated={outdated}
      legend={legendText(steps, t)}
      table={data === undefined ? undefined : trendTable(steps, interval, view.measure, t, format)}
      controls={
        <>
          <ChoiceMenu
            label={t('chart.measure')}
            value={view.measure}
            options={measures.map((value) => ({ value, label: t(`chart.measures.${value}`) }))}
            onChoose={(measure) => act(setView({ measure }))}
          />
          <ChoiceMenu
            label={t('chart.interval')}
            value={view.interval}
            shown={t(`chart.intervals.${interval}`)}
            options={intervalOptions(data?.period ?? undefined).map((value) => ({
              value,
              label:
                value === 'auto' ? t('chart.auto', { interval: t(`chart.intervals.${interval}`) }) : t(`chart.intervals.${value}`),
            }))}
            onChoose={(chosen) => act(setView({ interval: chosen }))}
          />
        </>
      }
    >
      <div className={styles.plot}>
        <FailureBoundary what={title}>
          <Suspense>{steps.length === 0 ? null : <TrendChart steps={steps} interval={interval} title={title} />}</Suspense>
        </FailureBoundary>
      </div>
      {steps.length === 0 ? null : <TrendLegend steps={steps} />}
      {last?.partial === true ? (
        <p className={styles.partial}>{t('chart.trend.partial', { step: format.date.step(last.start, interval) })}</p>
      ) : null}
    </ChartCard>
  );
}

function TrendLegend({ steps }: { steps: readonly TrendStep[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      <li data-mark="line">{t('chart.trend.legend.period')}</li>
      {steps.some((step) => step.average !== null) ? <li data-mark="average">{t('chart.trend.legend.average')}</li> : null}
      {steps.some((step) => step.range !== null) ? <li data-mark="range">{t('chart.trend.legend.range')}</li> : null}
    </ul>
  );
}

function legendText(steps: readonly TrendStep[], t: TFunction): string {
  const marks = [t('chart.trend.marks.period')];
  if (steps.some((step) => step.average !== null)) marks.push(t('chart.trend.marks.average'));
  if (steps.some((step) => step.range !== null)) marks.push(t('chart.trend.marks.range'));
  if (steps.some((step) => step.partial)) marks.push(t('chart.trend.marks.partial'));
  return `${marks.join('; ')}.`;
}

type SeriesInterval = Summary['series']['interval'];

function readingText(steps: readonly TrendStep[], interval: SeriesInterval, t: TFunction, { number, date }: Format): string {
  const reading = trendReading(steps);
  if (reading === undefined) return t('chart.trend.reading.none');
  const { mean, peak, range } = reading;
  if (peak.count === 0) return t('chart.trend.reading.zero');
  const about = number.decimal(mean, Number.isInteger(mean) ? 0 : 1);
  const first = t(`chart.trend.reading.${interval}`, {
    mean: about,
    peak: date.step(peak.start, interval),
    count: number.count(peak.count),
  });
  if (range === undefined) return t('chart.trend.reading.alone', { first });
  const second = rangeText(range, t);
  return t('chart.trend.reading.both', { first, second });
}

function rangeText({ steps, above, below }: { steps: number; above: number; below: number }, t: TFunction): string {
  if (above > 0 && below > 0) return t('chart.trend.reading.outside', { steps, above, below });
  if (above > 0) return t('chart.trend.reading.above', { count: above, steps });
  return below > 0 ? t('chart.trend.reading.below', { count: below, steps }) : t('chart.trend.reading.inside', { count: steps });
}

function trendTable(
  steps: readonly TrendStep[],
  interval: SeriesInterval,
  measure: Measure,
  t: TFunction,
  { number, date }: Format,
): ChartTable {
  const partial = steps.some((step) => step.partial);
  const monthly = steps.some((step) => step.average !== null || step.range !== null);
  const count = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? '–' : number.count(Math.round(value)),
    value: value ?? null,
  });
  return {
    name: `${measure}-by-${interval}`,
    columns: [
      { label: t(`chart.intervals.${interval}`), number: false },
      { label: t(`chart.measures.${measure}`), number: true },
      ...(monthly
        ? [t('chart.trend.legend.average'), t('chart.trend.low'), t('chart.trend.high')].map((label) => ({ label, number: true }))
        : []),
      ...(partial ? [{ label: t('chart.trend.partialColumn'), number: false }] : []),
    ],
    rows: steps.map((step) => [
      { text: date.step(step.start, interval), value: step.start },
      count(step.count),
      ...(monthly ? [count(step.average), count(step.range?.[0]), count(step.range?.[1])] : []),
      ...(partial ? [{ text: step.partial ? t('chart.trend.partialCell') : '', value: step.partial ? 'partial' : '' }] : []),
    ]),
  };
}
