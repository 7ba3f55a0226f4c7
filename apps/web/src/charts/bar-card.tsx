import type { IncidentType, ListDimension } from '@monitor/domain';
import { incidentTypes } from '@monitor/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../filter/explore-state.ts';
import { chosenValues } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTerms } from '../i18n/terms.ts';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import { Bars } from './bars.tsx';
import { barsPicture } from './bars-picture.ts';
import type { BarRow } from './bar-rows.ts';
import { ChartCard } from './chart-card.tsx';

/** Bars of one list of the filter; a press on a bar adds or takes away its value. */
export function BarCard({
  dimension,
  title,
  reading,
  rows,
  others,
  amountText,
  amountLabel,
  controls,
  outdated,
}: {
  dimension: ListDimension;
  title: string;
  reading: string | undefined;
  /** Undefined while awaited. */
  rows: readonly BarRow[] | undefined;
  /** Number of values that are not drawn. */
  others: number;
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
  const bars = (rows ?? []).map(({ value, amount }) => ({
    value,
    amount,
    label: terms.value(dimension, value),
    text: amountText(amount),
    token: dimension === 'type' ? incidentTypeTokens[asType(value)] : ('--ink-blue' as const),
    swatch: dimension === 'type' ? asType(value) : undefined,
    pressed: chosen.includes(value),
    muted: chosen.length > 0 && !chosen.includes(value),
  }));
  return (
    <ChartCard
      title={title}
      reading={reading}
      controls={controls}
      outdated={outdated}
      table={
        rows === undefined
          ? undefined
          : {
              name: `by-${dimension}`,
              columns: [
                { label: t(`filter.dimension.${dimension}`), number: false },
                { label: amountLabel, number: true },
              ],
              rows: bars.map((bar) => [
                { text: bar.label, value: bar.label },
                { text: bar.text, value: bar.amount },
              ]),
            }
      }
      pictureOf={() => barsPicture(bars)}
    >
      <Bars dimension={dimension} bars={bars} others={others} />
    </ChartCard>
  );
}

function asType(value: string): IncidentType {
  return incidentTypes.has(value) ? value : 'other';
}

/** Whether a list can be read as parts of a whole: each incident has exactly one value. */
export function isSingle(dimension: ListDimension, measure: Measure): boolean {
  return measure === 'incidents'
    ? dimension === 'type' || dimension === 'country'
    : dimension !== 'weapon' && dimension !== 'outcome';
}
