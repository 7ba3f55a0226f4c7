import type { DimensionName } from '@monitor/domain';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenValues } from '../filter/filter-actions.ts';
import { MoreButton } from '../filter/facet-list.tsx';
import { useExplore } from '../filter/use-explore.ts';
import { useTerms } from '../i18n/terms.ts';
import { incidentTypeOf, incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import styles from './bars.module.css';
import { barLayout } from './bar-layout.ts';
import { BarPicture } from './bar-picture.tsx';
import { Bars } from './bars.tsx';
import { type BarRow, firstBars } from './bar-rows.ts';
import { ChartCard, paperWidth } from './chart-card.tsx';

/** Values without an amount are named up to this number, and counted by their reason beyond. */
const mostListed = 8;

/** Bars of one list of the filter; a press on a bar adds or takes away its value. */
export function BarCard({
  dimension,
  title,
  reading,
  rows,
  length,
  without = [],
  notes = [],
  amountText,
  amountLabel,
  controls,
  outdated,
}: {
  dimension: DimensionName;
  title: string;
  reading: string | undefined;
  /** Longest first. Undefined while awaited. */
  rows: readonly BarRow[] | undefined;
  /** Bars on the screen before "more" is pressed. */
  length: number;
  /** Values that have no amount and so no bar: how they are named under the bars, and what the table shows as their amount. */
  without?: readonly { readonly name: string; readonly text: string; readonly cell: string }[];
  /** What is to be said of the amounts. */
  notes?: readonly string[];
  amountText: (amount: number) => string;
  /** What the amounts are: "Incidents". */
  amountLabel: string;
  controls?: ReactNode;
  outdated: boolean;
}) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter } = useExplore();
  const chosen = chosenValues(filter, dimension);
  const [whole, setWhole] = useState(false);
  const reasons = [...new Set(without.map(({ cell }) => cell))];
  // A long list would hide the bars above it. The table names all.
  const listed =
    without.length <= mostListed
      ? without.map(({ text }) => text)
      : reasons.map((reason) =>
          t('chart.by.withoutCounted', { count: without.filter(({ cell }) => cell === reason).length, reason }),
        );
  const withoutNote = without.length === 0 ? undefined : t('chart.by.withoutRate', { locations: listed.join(', ') });
  const bars = (rows ?? []).map(({ value, amount, interval }) => ({
    value,
    amount,
    label: terms.value(dimension, value),
    text: amountText(amount),
    token: dimension === 'type' ? incidentTypeTokens[incidentTypeOf(value)] : ('--ink-blue' as const),
    swatch: dimension === 'type',
    pressed: chosen.includes(value),
    interval,
    muted: chosen.length > 0 && !chosen.includes(value),
  }));
  // The screen can begin with the longest. Table and files have no way to more, and so have all.
  const short = firstBars(bars, length);
  const hasIntervals = bars.some(({ interval }) => interval !== undefined);
  return (
    <ChartCard
      title={title}
      reading={reading}
      controls={controls}
      outdated={outdated}
      notes={notes}
      table={
        rows === undefined
          ? undefined
          : {
              name: `by-${dimension}`,
              columns: [
                { label: t(`filter.dimension.${dimension}`), number: false },
                { label: amountLabel, number: true },
                ...(hasIntervals ? [t('chart.by.low'), t('chart.by.high')] : []).map((label) => ({ label, number: true })),
                // The bars of values that are not chosen stay, so that they can be chosen; readers of the numbers alone must know this.
                ...(chosen.length === 0 ? [] : [{ label: t('chart.by.inFilter'), number: false }]),
              ],
              rows: [
                ...bars.map((bar) => [
                  cellOf(bar.label),
                  { text: bar.text, value: bar.amount },
                  ...(hasIntervals ? [0, 1] : []).map((end) => {
                    const bound = bar.interval?.[end];
                    return { text: bound === undefined ? '' : amountText(bound), value: bound ?? null };
                  }),
                  ...(chosen.length === 0 ? [] : [cellOf(t(bar.pressed ? 'chart.by.yes' : 'chart.by.no'))]),
                ]),
                ...without.map(({ name, cell }) => [
                  cellOf(name),
                  { text: cell, value: null },
                  ...(hasIntervals ? [cellOf(''), cellOf('')] : []),
                  ...(chosen.length === 0 ? [] : [cellOf('')]),
                ]),
              ],
            }
      }
      onPaper={<BarPicture bars={bars} layout={barLayout(bars, paperWidth)} />}
      {...(withoutNote === undefined ? {} : { legend: withoutNote })}
    >
      <Bars dimension={dimension} bars={whole ? bars : short.bars} />
      {short.others > 0 ? <MoreButton whole={whole} hidden={short.others} onToggle={() => setWhole(!whole)} /> : null}
      {withoutNote === undefined ? null : <p className={styles.others}>{withoutNote}</p>}
    </ChartCard>
  );
}

function cellOf(text: string) {
  return { text, value: text };
}
