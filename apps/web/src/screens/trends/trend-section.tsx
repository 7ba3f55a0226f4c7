import { filterQuery } from '@monitor/contract';
import { extraMeasures, type Period } from '@monitor/domain';
import { comparedMany, figureChange, overlapOf } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Answers } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { FitWidth } from '../../charts/fit-width.tsx';
import { breakNote } from '../../charts/long-trend-words.ts';
import type { LongTrendChartProps } from '../../charts/long-trend-chart.tsx';
import { MultiplesPicture, SmallMultiples } from '../../charts/small-multiples.tsx';
import { CoverageNotes, TrendLegend } from '../../charts/trend-legend.tsx';
import { trendLegendText } from '../../charts/trend-words.ts';
import { Cite } from '../../cite/cite.tsx';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TrendControls } from './trend-controls.tsx';
import { trendMeasureOf, trendMeasures } from './trend-measures.ts';
import styles from './trend-section.module.css';
import { useTrend } from './use-trend.ts';
import { inPlaces, trendLead, trendTitle } from './trend-title.ts';

/** Loaded apart from the page, which keeps its place. */
const LongTrendChart = loadedPart<LongTrendChartProps>(() => import('../../charts/long-trend-chart.tsx'));

/** Below this width, in pixels, the last years are shown first: so many steps. */
const narrow = 620;
const stepsOfPhone = 70;

/** Width of the picture in a file, in pixels. */
const paperWidth = 1000;

/** The long series of the chosen measure, its finding as the title of the page, and the choices above it. */
export function TrendSection({ answers, compared }: { answers: Answers; compared: Period | undefined }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { filter, view, query } = useExplore();
  const shown = useTrend(answers);
  const { measure, filterOfFigures, datasetsConcerned } = answers;
  const { data, outdated } = answers.summary;
  const choice = trendMeasureOf({ filter: filterOfFigures, view });
  const { kind } = trendMeasures[choice];
  const year = useSummary(compared && { ...filter, ...compared }, {
    interval: 'none',
    measures: extraMeasures({ measures: [measure] }),
  });
  // What the data does not cover is not zero, and has no change.
  const isCovered = compared !== undefined && answers.coverage !== undefined && overlapOf(compared, answers.coverage) !== undefined;
  const ofYear = { ...filterOfFigures, ...compared };
  // The two answers come one after the other: the year of one selection is no change of another.
  const isOfFigures = year.request === filterQuery(ofYear);
  const change =
    year.data === undefined || !isOfFigures || !isCovered ? undefined : figureChange(year.data, ofYear, measure, datasetsConcerned);
  const where = inPlaces(filterOfFigures.country, t, voice.place);
  const many = comparedMany(kind === 'all' ? 'chosen' : kind, measure, voice);
  const name = t(`trends.measure.${choice}`);
  const title = trendTitle({ change, level: shown.level, name, many, where }, t, voice);
  const what =
    shown.unit === 'rate' ? t('summary.rate.label', { many: name }) : t(`chart.trend.title.${shown.interval}`, { measure: name });
  const lead = trendLead(
    {
      what,
      where: where.trim(),
      period: data?.period ?? null,
      change,
      compared,
      count: year.data?.totals[measure] ?? 0,
      measure,
    },
    t,
    voice,
  );
  const [allYears, setAllYears] = useState(false);
  const chart = (width: number): ReactElement => {
    const first = width < narrow && !allYears ? Math.max(0, shown.steps.length - stepsOfPhone) : 0;
    const { parts, breaks, peak, ...others } = shown.chart;
    const steps = shown.steps.slice(first);
    const isDrawn = (start: string) => start >= (steps[0]?.start ?? '');
    return (
      <LongTrendChart
        what={what}
        {...others}
        steps={steps}
        parts={parts.map((part) => ({ ...part, amounts: part.amounts.slice(first) }))}
        breaks={breaks.filter(({ from }) => isDrawn(from))}
        peak={peak !== undefined && isDrawn(peak.start) ? peak : undefined}
        title={what}
        width={width}
      />
    );
  };
  const notes = [
    shown.isSplit ? undefined : breakNote(shown.levels, t, voice),
    shown.provisional === undefined
      ? undefined
      : t('trends.provisional', { from: voice.date.step(shown.provisional, shown.interval) }),
  ].filter((note) => note !== undefined);
  return (
    <>
      <TrendControls answers={answers} canStack={shown.canStack} rateReason={shown.rateReason} />
      <ChartCard
        form="page"
        title={title}
        reading={lead}
        outdated={outdated}
        notes={notes}
        legend={trendLegendText(shown.drawn, shown.isSplit, t, voice)}
        table={data === undefined ? undefined : shown.table}
        onPaper={
          shown.steps.length === 0 ? undefined : shown.multiples === undefined ? (
            chart(paperWidth)
          ) : (
            <MultiplesPicture {...shown.multiples} width={paperWidth} />
          )
        }
        controls={
          <>
            <Cite
              className={`${buttons.link} ${kit.push1}`}
              view={{
                name: t('cite.name.trends'),
                filter,
                period: data?.period ?? null,
                datasetVersion: outdated ? undefined : data?.datasetVersion,
                datasets: answers.datasetsShown,
                synthetic: answers.synthetic,
              }}
            />
            <Link className={`${buttons.link} ${kit.wideOnly} ${kit.nowrap} ${kit.push1}`} to="/explore" search={{ query }}>
              {t('trends.explore')}
            </Link>
          </>
        }
      >
        {shown.multiples === undefined ? (
          <div className={`${kit.plot} ${styles.plot}`}>{shown.steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
        ) : (
          <SmallMultiples {...shown.multiples} />
        )}
        {allYears || shown.steps.length <= stepsOfPhone || shown.multiples !== undefined ? null : (
          <button type="button" className={`${buttons.link} ${kit.phoneOnly} ${kit.bottom2}`} onClick={() => setAllYears(true)}>
            {t('trends.earlierYears', { year: voice.date.year(shown.steps[0]?.start ?? '') })}
          </button>
        )}
        {shown.steps.length === 0 || shown.multiples !== undefined ? null : (
          <TrendLegend steps={shown.drawn} isSplit={shown.isSplit} isLong />
        )}
        <CoverageNotes steps={shown.steps} />
      </ChartCard>
    </>
  );
}
