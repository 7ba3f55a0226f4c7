import type { TrendsData, TrendsPage } from '@monitor/contract';
import { type Dataset, trendMeasureOf, unknownValue } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Section } from '../../sections/section.tsx';
import { FitWidth } from '../../pictures/fit-width.tsx';
import type { ColouredPart, LongTrendChartProps } from '../../charts/long-trend-chart.tsx';
import { MultiplesPicture, type MultiplesProps, SmallMultiples } from '../../charts/small-multiples.tsx';
import { CoverageNotes, TrendLegend } from '../../charts/trend-legend.tsx';
import { trendTable } from '../../charts/trend-table.ts';
import { Cite } from '../../cite/cite.tsx';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import styles from './trend-section.module.css';

/** Loaded apart from the page, which keeps its place. */
const LongTrendChart = loadedPart<LongTrendChartProps>(() => import('../../charts/long-trend-chart.tsx'));

/** Below this width, in pixels, the last years are shown first: so many steps. */
const narrow = 620;
const stepsOfPhone = 70;

/** Lines that a reader can distinguish, at most. */
const mostLines = 6;

interface TrendSectionProps {
  readonly answer: TrendsPage;
  readonly data: TrendsData;
  readonly datasetsShown: readonly Dataset[];
  readonly outdated: boolean;
}

/** The long series of the chosen measure, with its finding as the title of the page. */
export function TrendSection({ answer, data, datasetsShown, outdated }: TrendSectionProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { filter, query } = useExplore();
  const { what, steps, parts, measure, interval, unit, legend } = data;
  const show = useShown(data);
  const [allYears, setAllYears] = useState(false);
  const multiples: MultiplesProps | undefined =
    show === 'multiples'
      ? {
          multiples: parts.map(({ value, ...part }) => ({ key: value, ...part, isPartial: false })),
          first: voice.date.year(steps[0]?.start ?? ''),
          last: voice.date.year(steps.at(-1)?.start ?? ''),
        }
      : undefined;
  const chart = (width: number): ReactElement => {
    const first = width < narrow && !allYears ? Math.max(0, steps.length - stepsOfPhone) : 0;
    const drawn = steps.slice(first);
    const isDrawn = (start: string) => start >= (drawn[0]?.start ?? '');
    const coloured = parts.map((part): ColouredPart => ({
      ...part,
      amounts: part.amounts.slice(first),
      colour: colourOf(data, part.value),
    }));
    return (
      <LongTrendChart
        {...data}
        show={show === 'multiples' ? 'lines' : show}
        steps={drawn}
        parts={show === 'lines' ? linesOf(coloured) : coloured}
        levels={data.levels.filter(({ from }) => isDrawn(from))}
        peak={data.peak && isDrawn(data.peak.start) ? data.peak : undefined}
        title={what}
        width={width}
      />
    );
  };
  return (
    <Section
      form="page"
      method="level-changes"
      title={data.title}
      reading={data.reading}
      outdated={outdated}
      notes={data.notes}
      legend={data.legendText}
      table={trendTable(
        steps,
        parts.map(({ amounts, ...part }) => ({ ...part, counts: amounts })),
        interval,
        measure,
        t,
        voice,
        unit,
      )}
      paper="long"
      onPaper={
        steps.length === 0
          ? undefined
          : multiples === undefined
            ? chart
            : (width) => <MultiplesPicture {...multiples} width={width} />
      }
      controls={
        <>
          <Cite
            className={`${buttons.link} ${kit.push1}`}
            view={{
              name: t('cite.name.trends'),
              filter,
              period: data.period ?? null,
              datasetVersion: outdated ? undefined : answer.datasetVersion,
              datasets: datasetsShown,
              synthetic: data.synthetic,
            }}
          />
          <Link className={`${buttons.link} ${kit.wideOnly} ${kit.nowrap} ${kit.push1}`} to="/explore" search={{ query }}>
            {t('trends.explore')}
          </Link>
        </>
      }
    >
      {multiples === undefined ? (
        <div className={`${kit.plot} ${styles.plot}`}>{steps.length === 0 ? null : <FitWidth>{chart}</FitWidth>}</div>
      ) : (
        <SmallMultiples {...multiples} />
      )}
      {allYears || steps.length <= stepsOfPhone || multiples !== undefined ? null : (
        <button type="button" className={`${buttons.link} ${kit.phoneOnly} ${kit.bottom2}`} onClick={() => setAllYears(true)}>
          {t('trends.earlierYears', { year: voice.date.year(steps[0]?.start ?? '') })}
        </button>
      )}
      {steps.length === 0 || multiples !== undefined ? null : <TrendLegend marks={legend} isLong />}
      <CoverageNotes steps={steps} />
    </Section>
  );
}

/** What stands in its place until the first answer. */
export function TrendAwaited() {
  const { t } = useTranslation();
  const { filter, view } = useExplore();
  return (
    <Section
      form="page"
      title={t(`trends.measure.${trendMeasureOf(filter, view.measure)}`)}
      reading={undefined}
      table={undefined}
      onPaper={undefined}
    >
      <div className={styles.plot} />
    </Section>
  );
}

/** How the parts are shown, if there are any; parts of no whole are not stacked. */
function useShown({ parts, addsUp }: TrendsData) {
  const { show } = useExplore().view;
  if (parts.length === 0) return 'total';
  return show === 'stacked' && !addsUp ? 'lines' : show;
}

/** Those that a reader can distinguish as lines: the largest, and what is not reported. */
function linesOf(parts: readonly ColouredPart[]): ColouredPart[] {
  const known = parts.filter(({ value }) => value !== unknownValue).slice(0, mostLines);
  return [...known, ...parts.filter(({ value }) => value === unknownValue)];
}

/** Types have their colours, and people killed and injured theirs; nothing else has one. */
function colourOf({ split }: TrendsData, value: string): string | undefined {
  if (split === 'type') return `var(${incidentTypeTokens[incidentTypeOf(value)]})`;
  if (split !== 'outcome') return undefined;
  return value === 'killed' ? 'var(--red)' : value === 'injured' ? 'var(--amber)' : undefined;
}
