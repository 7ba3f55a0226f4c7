import type { TrendsData, TrendsPage } from '@monitor/contract';
import { type Filter, type Measure, stepPeriod } from '@monitor/domain';
import { amountText, type Dataset, saidPeak, splitRequest, trendMeasureOf, unknownValue } from '@monitor/findings';
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
import { exploreQuery, filterOfStep, readFilter } from '../../filter/explore-query.ts';
import { readExploreState } from '../../filter/explore-state.ts';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { colourOf } from '../../styles/series-colours.ts';
import { linesOf, shownAs } from './shown-as.ts';
import styles from './trend-section.module.css';

/** Loaded apart from the page, which keeps its place. */
const LongTrendChart = loadedPart<LongTrendChartProps>(() => import('../../charts/long-trend-chart.tsx'));

/** Of more steps than these the last years are shown first, fewer below this width in pixels. */
const narrow = 620;
const [stepsOfPhone, stepsOfWindow] = [70, 200];
/** The last three years of weeks. */
const yearsOfWeeks = 3;

/** Small charts at first, and from how many times the smallest on each has a scale of its own. */
const [mostPanels, mostTimes] = [8, 4];

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
  const { filter, query, view, act } = useExplore();
  const { what, steps, parts, measure, interval, unit, legend } = data;
  const show = shownAs(data, view.show);
  const incidentsOf = (at: number, part?: string) => incidentsAt(data, at, part);
  const [allYears, setAllYears] = useState(false);
  const isToEnd = data.period !== undefined && data.period.to >= data.coverage.to;
  const isLong = steps[0]?.start.slice(0, 4) !== steps.at(-1)?.start.slice(0, 4);
  const edge = (start: string) => (isLong ? voice.date.year(start) : voice.date.shortMonthName(start));
  const coloured = parts.map((part): ColouredPart => ({ ...part, colour: colourOf(data.split, part.value) }));
  const lines = show === 'lines' ? linesOf(coloured) : coloured;
  const chosen = listedStep(data, view.incidents, lines);
  const [allParts, setAllParts] = useState(false);
  // Of no day that the data covers there is nothing to draw, to list or to cite.
  if (steps.length === 0) return <Section form="page" title={data.title} reading={data.reading} outdated={outdated} />;
  const panels = allParts ? parts : parts.slice(0, mostPanels);
  const greatest = panels.map(({ amounts }) => Math.max(...amounts.map((amount) => amount ?? 0)));
  const multiples: MultiplesProps | undefined =
    show === 'multiples'
      ? {
          multiples: panels.map(({ value, ...part }) => ({ key: value, ...part, isPartial: steps.at(-1)?.partial === true })),
          // Rates are there to be compared; counts of the smallest would be flat on the scale of the largest.
          ...(unit === 'count' && Math.max(...greatest) > mostTimes * Math.min(...greatest) && { ownScales: true }),
          first: edge(steps[0]?.start ?? ''),
          last: edge(steps.at(-1)?.start ?? ''),
          markOf: (key, at) => {
            const found = incidentsOf(at, key);
            const part = parts.find(({ value }) => value === key);
            const step = voice.date.step(steps[at]?.start ?? '', interval);
            return found === undefined
              ? undefined
              : {
                  query: found,
                  name: t('trends.mark', { part: part?.name, step, amount: amountText(part?.amounts[at] ?? 0, unit, voice) }),
                };
          },
        }
      : undefined;
  const scales = multiples && t(multiples.ownScales ? 'trends.ownScales' : 'trends.oneScale');
  // Whole years, so that "since" is true of what is drawn.
  const lastYears = `${Number(steps.at(-1)?.start.slice(0, 4)) + 1 - yearsOfWeeks}-01-01`;
  const firstOfWindow =
    steps.length > stepsOfWindow
      ? Math.max(
          0,
          steps.findIndex(({ start }) => stepPeriod(start, interval).to >= lastYears),
        )
      : 0;
  const chart = (width: number, isWhole = allYears): ReactElement => {
    const first = isWhole ? 0 : width < narrow ? Math.max(0, steps.length - stepsOfPhone) : firstOfWindow;
    const drawn = steps.slice(first);
    const isDrawn = (start: string) => start >= (drawn[0]?.start ?? '');
    return (
      <LongTrendChart
        {...data}
        show={show === 'multiples' ? 'lines' : show}
        steps={drawn}
        parts={lines.map((part) => ({ ...part, amounts: part.amounts.slice(first) }))}
        incidentsOf={(at, part) => incidentsOf(first + at, part === undefined ? undefined : lines[part]?.value)}
        listed={chosen && chosen.at >= first ? { ...chosen, at: chosen.at - first } : undefined}
        levels={data.levels.filter(({ from }) => isDrawn(from))}
        peak={parts.length > 0 ? undefined : first === 0 ? data.peak : saidPeak(drawn, { interval, unit, isToEnd }, voice)}
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
      // Of marks that small charts do not have.
      notes={multiples === undefined && data.notes.length > 0 ? [data.notes.join(' ')] : []}
      fileNotes={scales === undefined ? [] : [scales]}
      legend={data.legendText}
      table={trendTable(
        {
          steps,
          interval,
          measure,
          unit,
          parts: parts.map(({ amounts, ...part }) => ({ ...part, counts: amounts })),
          incidentsOf: (at, part) => incidentsOf(at, parts[part ?? -1]?.value),
        },
        t,
        voice,
      )}
      paper="long"
      onPaper={
        multiples === undefined ? (width) => chart(width, true) : (width) => <MultiplesPicture {...multiples} width={width} />
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
        <div className={styles.plot}>
          <FitWidth>{(width) => chart(width)}</FitWidth>
        </div>
      ) : (
        <>
          <p className={`${kit.note} ${kit.ink} ${kit.bottom2}`}>{scales}</p>
          <SmallMultiples {...multiples} isLarge />
          {panels.length === parts.length ? null : (
            <button type="button" className={buttons.link} onClick={() => setAllParts(true)}>
              {t('changes.showOthers', { count: parts.length - panels.length })}
            </button>
          )}
        </>
      )}
      {allYears || steps.length <= stepsOfPhone || multiples !== undefined ? null : (
        <button
          type="button"
          className={`${buttons.link} ${firstOfWindow > 0 ? kit.screenOnly : kit.phoneOnly} ${kit.bottom2}`}
          onClick={() => setAllYears(true)}
        >
          {t('trends.earlierYears', { year: voice.date.year(data.period?.from ?? '') })}
        </button>
      )}
      {lines.length === parts.length || multiples !== undefined ? null : (
        <p className={`${kit.note} ${kit.top1} ${kit.screenOnly}`}>
          {t('trends.someShown', { shown: lines.length, all: parts.length })}{' '}
          <button type="button" className={buttons.link} onClick={() => act(setView({ show: 'multiples' }))}>
            {t('trends.showAll')}
          </button>
        </p>
      )}
      {multiples !== undefined || data.incidents === 0 ? null : <TrendLegend marks={legend} isLong />}
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

/** The address that lists the incidents of a step, and of a part of it; undefined of what no filter selects. */
function incidentsAt(
  { query, split, measure, steps, interval, period, addsUp }: TrendsData,
  at: number,
  part?: string,
): string | undefined {
  const start = steps[at]?.start;
  if (start === undefined || period === undefined) return undefined;
  const filter = readFilter(query);
  const request = part === undefined ? undefined : splitRequest(filter, measure, split);
  // What is missing of a whole is described by nothing.
  if (part !== undefined && (request === undefined || (part === unknownValue && addsUp))) return undefined;
  const days = filterOfStep(period, start, interval);
  const selected = { ...(request?.filter ?? filter), ...days, ...(request && { [request.dimension]: [part] }) };
  return exploreQuery(ofMeasure(selected, measure), measure);
}

/** Only incidents in which somebody was killed or injured, where that is what is counted. */
function ofMeasure(filter: Filter, measure: Measure): Filter {
  return (measure === 'killed' || measure === 'injured' || measure === 'threatened') && filter.outcome === undefined
    ? { ...filter, outcome: [measure] }
    : filter;
}

/** The step whose incidents are listed, and its part. */
function listedStep(data: TrendsData, listed: string | undefined, parts: readonly { readonly value: string }[]) {
  if (listed === undefined) return undefined;
  const { from } = readExploreState(listed).state.filter;
  const at = data.steps.findLastIndex(({ start }) => from !== undefined && start <= from);
  const part = parts.findIndex(({ value }) => incidentsAt(data, at, value) === listed);
  if (part >= 0) return { at, part };
  return incidentsAt(data, at) === listed ? { at, part: undefined } : undefined;
}
