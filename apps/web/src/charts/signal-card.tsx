import type { SignalList, SignalSeries } from '@monitor/contract';
import { dateOfDay, dayNumber, type Period } from '@monitor/domain';
import type { ReactNode } from 'react';
import { readExploreState } from '../filter/explore-state.ts';
import { type ChartTable, countCell, numberColumn, textColumn } from '../figures/chart-table.ts';
import { SignalChart } from '../figures/signal-chart.tsx';
import type { SignalWeeks } from '../figures/signal-layout.ts';
import { type Counted, lastWeekOf, type SignalWording, signalTitle } from '../figures/signal-words.ts';
import { useSignalWording } from '../figures/use-signals.ts';
import { ChartCard } from './chart-card.tsx';

interface SignalCardProps {
  readonly counted: Counted;
  readonly series: SignalSeries;
  readonly list: SignalList;
  /** One sentence about it, for files. */
  readonly reading: string;
  /** What is said of it beside its chart. */
  readonly words: ReactNode;
  readonly size?: 'full' | 'small';
  readonly heading?: 'h4';
}

/** A signal, or what comes nearest to one: the weeks of its series as a chart, and what is said of it. */
export function SignalCard({ counted, series, list, reading, words, size = 'full', heading }: SignalCardProps) {
  const wording = useSignalWording();
  const { lines } = series;
  const monday = lastWeekOf(counted);
  const [start = monday] = list.weeks;
  const chart = lines && { weeks: lines, at: list.weeks.indexOf(monday), together: counted.weeks ?? 1, start };
  return (
    <ChartCard
      form="item"
      {...(heading && { heading })}
      title={signalTitle(series, counted, wording)}
      reading={reading}
      words={words}
      outdated={false}
      filter={readExploreState(queryOfSeries(series, list)).state.filter}
      table={lines && weeksTable(series, list, lines, wording)}
      onPaper={chart && <SignalChart {...chart} size="file" />}
    >
      {chart === undefined ? null : <SignalChart {...chart} size={size} />}
    </ChartCard>
  );
}

/** The incidents of a series in the weeks shown, by week. */
export function queryOfSeries({ query }: SignalSeries, list: SignalList): string {
  const { from, to } = weeksShown(list);
  return `${query}&from=${from}&to=${to}&interval=week`;
}

/** From the first to the last day of the weeks of a list. */
export function weeksShown({ weeks }: SignalList): Period {
  const [from = '', last = from] = [weeks[0], weeks.at(-1)];
  return { from, to: dateOfDay(dayNumber(last) + 6) };
}

function weeksTable({ id }: SignalSeries, { weeks }: SignalList, lines: SignalWeeks, { t, ...format }: SignalWording): ChartTable {
  return {
    name: `weeks-${id}`,
    columns: [
      textColumn(t('chart.intervals.week')),
      numberColumn(t('measure.incidents.name')),
      numberColumn(t('signals.column.low')),
      numberColumn(t('signals.column.high')),
    ],
    rows: weeks.map((monday, at) => [
      { text: format.date.step(monday, 'week'), value: monday },
      countCell(lines.incidents[at], format),
      countCell(lines.low[at] ?? undefined, format),
      countCell(lines.high[at] ?? undefined, format),
    ]),
  };
}
