import { type IsoDate, stepPeriod } from '@monitor/domain';
import { intervalOptions } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import type { Answers } from '../filter/use-answers.ts';
import { ChevronDown } from 'lucide-react';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { MenuOpener } from '../controls/opener.tsx';
import { loadedPart } from '../controls/loaded-part.tsx';
import buttons from '../controls/button.module.css';
import { closeIncident, setPeriod, setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Section } from '../sections/section.tsx';
import { FitWidth } from '../pictures/fit-width.tsx';
import kit from '../styles/kit.module.css';
import { CoverageNotes, TrendLegend } from './trend-legend.tsx';
import { trendTable } from './trend-table.ts';

const TrendChart = loadedPart(() => import('./trend-chart.tsx'));

/** The chosen measure over time. */
export default function TrendCard({ title, answers }: { title: string; answers: Answers }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { view, act, queryAfter } = useExplore();
  const { data, outdated } = answers.summary;
  const { measure } = answers;
  const trend = answers.page?.trend;
  const { interval = 'month', steps = [], parts = [] } = trend ?? {};
  // Where nothing is counted, no mark is drawn.
  const isEmpty = steps.every(({ count }) => count === 0);
  const partial = (isEmpty ? [] : steps).filter((step) => step.partial).map((step) => voice.date.step(step.start, interval));
  const chart = (width: number) => (
    <TrendChart what={title} steps={steps} parts={parts} interval={interval} measure={measure} title={title} width={width} />
  );
  return (
    <Section
      form="card"
      method="range-of-earlier-years"
      title={title}
      reading={trend?.reading}
      outdated={outdated}
      onPaper={steps.length === 0 ? undefined : chart}
      legend={trend?.legendText}
      table={trend && trendTable({ steps, parts, interval, measure }, t, voice)}
      controls={
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
      }
    >
      {trend && steps.length === 0 ? null : <div className={kit.plot}>{trend && <FitWidth>{chart}</FitWidth>}</div>}
      {isEmpty ? null : <TrendLegend marks={trend?.legend ?? []} />}
      {partial.length === 0 ? null : (
        <p className={`${kit.hint} ${kit.top1}`}>{t('chart.trend.partial', { count: partial.length, steps: partial })}</p>
      )}
      <CoverageNotes steps={steps} />
      <div className={`${kit.later} ${kit.wrapRow} ${kit.small} ${kit.top1} ${kit.screenOnly}`}>
        <Link className={buttons.link} to="/trends" search={{ query: queryAfter(closeIncident) }}>
          {t('trends.seeInTrends')}
        </Link>
        <UnusualMonths starts={trend?.unusual ?? []} />
      </div>
    </Section>
  );
}

/** The months outside the usual range, as a menu of the incidents behind them. */
function UnusualMonths({ starts }: { starts: readonly IsoDate[] }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { act } = useExplore();
  if (starts.length === 0) return null;
  const label = t('chart.trend.unusual');
  return (
    <MenuOpener
      label={label}
      className={buttons.quiet}
      words={
        <>
          {label} <ChevronDown size={13} aria-hidden="true" />
        </>
      }
      placement="top start"
      groups={[
        {
          options: starts.map((start) => ({ value: start, label: date.month(start) })),
          onChoose: (from) => act(setPeriod(stepPeriod(from, 'month'))),
        },
      ]}
    />
  );
}
