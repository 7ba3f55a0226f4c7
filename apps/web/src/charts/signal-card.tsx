import type { SaidWeek } from '@monitor/contract';
import type { ReactNode } from 'react';
import { readFilter } from '../filter/explore-query.ts';
import { type ChartTable, countCell, numberColumn, textColumn } from '../format/chart-table.ts';
import { SignalChart } from './signal-chart.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Section } from '../sections/section.tsx';

interface SignalCardProps {
  readonly week: SaidWeek;
  /** Mondays of all weeks shown. */
  readonly weeks: readonly string[];
  /** One sentence about it, for files. */
  readonly reading: string;
  /** What is said of it beside its chart. */
  readonly words: ReactNode;
  readonly size?: 'full' | 'small';
  readonly heading?: 'h4';
}

/** A signal, or what comes nearest to one: the weeks of its series as a chart, and what is said of it. */
export function SignalCard({ week, weeks, reading, words, size = 'full', heading }: SignalCardProps) {
  const { title, monday, together, low, high, seriesQuery, lines } = week;
  const chart = { weeks: lines, at: weeks.indexOf(monday), together, expected: { low, high }, start: weeks[0] ?? monday };
  return (
    <Section
      form="item"
      {...(heading && { heading })}
      title={title}
      reading={reading}
      words={words}
      filter={readFilter(seriesQuery)}
      table={useWeeksTable(week, weeks)}
      onPaper={<SignalChart {...chart} size="file" />}
    >
      <SignalChart {...chart} size={size} />
    </Section>
  );
}

function useWeeksTable({ series, lines }: SaidWeek, weeks: readonly string[]): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    name: `weeks-${series}`,
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
