import type { SaidBar } from '@monitor/contract';
import { ratioText } from '@monitor/findings';
import type { DimensionName } from '@monitor/domain';
import { type ReactNode, useState } from 'react';
import { chosenValues, toggleValue } from '../filter/filter-actions.ts';
import { MoreButton } from '../filter/facet-list.tsx';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import kit from '../styles/kit.module.css';
import { type Cell, numberColumn, textCell, textColumn } from '../format/chart-table.ts';
import { useFormat } from '../format/use-format.ts';
import { barLayout, firstBars, type OtherBar } from './bar-layout.ts';
import { type Bar, BarPicture, Bars } from './bar-picture.tsx';
import { Section } from '../sections/section.tsx';

/** Values without an amount are named up to this number, and counted by their reason beyond. */
const mostListed = 8;

interface BarCardProps {
  readonly title: string;
  readonly reading: string | undefined;
  /** Bars on the screen before "more" is pressed. */
  readonly length: number;
  /** Values that have no amount and so no bar: how they are named under the bars, and what the table shows as their amount. */
  readonly without?: readonly { readonly name: string; readonly text: string; readonly why: string }[];
  /** Notes about the amounts. */
  readonly notes?: readonly string[];
  /** Notes for files alone. */
  readonly fileNotes?: readonly string[];
  readonly amountText: (amount: number) => string;
  /** What the amounts are: "Incidents". */
  readonly amountLabel: string;
  readonly controls?: ReactNode;
  readonly outdated: boolean;
}

/** Bars of one list of the filter; a press on a bar adds or takes away its value. */
export function FacetBars({
  dimension,
  said,
  ...card
}: BarCardProps & {
  readonly dimension: DimensionName;
  /** Undefined while awaited. */
  readonly said: readonly SaidBar[] | undefined;
}) {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const chosen = chosenValues(filter, dimension);
  const textOf = (amount: number | null | undefined) => (typeof amount === 'number' ? card.amountText(amount) : '–');
  const bars = said?.map(({ value, name, amounts: [own, other], low, high, note = '', isClear = false, ratio }): Bar => ({
    value,
    amount: own ?? 0,
    label: name,
    text: textOf(own),
    other: other === undefined ? undefined : { amount: other ?? undefined, text: textOf(other), note, isClear, ratio },
    token: dimension === 'type' ? incidentTypeTokens[incidentTypeOf(value)] : '--ink-blue',
    swatch: dimension === 'type',
    pressed: chosen.includes(value),
    interval: low === undefined || high === undefined ? undefined : [low, high],
    muted: chosen.length > 0 && !chosen.includes(value),
  }));
  return (
    <BarCard
      {...card}
      name={dimension}
      valueLabel={t(`filter.dimension.${dimension}`)}
      bars={bars}
      hasChosen={chosen.length > 0}
      onPress={({ value }) => act(toggleValue(dimension, value))}
    />
  );
}

/** Bars of whatever can be pressed, with their table and files. */
export function BarCard({
  name,
  title,
  reading,
  bars: given,
  valueLabel,
  hasChosen,
  onPress,
  length,
  without = [],
  notes = [],
  fileNotes = [],
  amountText,
  amountLabel,
  controls,
  outdated,
}: BarCardProps & {
  /** Part of the name of its files. */
  readonly name: string;
  /** Longest first. Undefined while awaited. */
  readonly bars: readonly Bar[] | undefined;
  /** What the bars are of: "Region". */
  readonly valueLabel: string;
  /** Whether some are chosen and the others not. */
  readonly hasChosen: boolean;
  readonly onPress: (bar: Bar) => void;
}) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const bars = given ?? [];
  const reasons = [...new Set(without.map(({ why }) => why))];
  // A long list would hide the bars above it. The table names all.
  const listed =
    without.length <= mostListed
      ? without.map(({ text }) => text)
      : reasons.map((reason) =>
          t('chart.by.withoutCounted', { count: without.filter(({ why }) => why === reason).length, reason }),
        );
  const withoutNote = without.length === 0 ? undefined : t('chart.by.withoutRate', { locations: listed.join(', ') });
  const legend = [withoutNote, bars.some(({ other }) => other !== undefined) ? t('compare.bars.legend') : undefined]
    .filter(Boolean)
    .join(' ');
  // The screen can begin with the longest. Table and files have no way to more, and so have all.
  const short = firstBars(bars, length);
  const isPaired = bars.some(({ other }) => other !== undefined);
  const format = useFormat();
  const ofSide = (side: 'a' | 'b') => t('compare.bars.column', { measure: amountLabel, side: t(`compare.side.${side}`) });
  const sideColumns = [
    ofSide('a'),
    ofSide('b'),
    t('compare.bars.ratioColumn'),
    t('compare.bars.lowColumn'),
    t('compare.bars.highColumn'),
  ].map(numberColumn);
  const pairCells = ({ text, amount }: Bar, { text: otherText, amount: other, note, ratio }: OtherBar): Cell[] => [
    { text, value: text === '–' ? null : amount },
    { text: otherText, value: other ?? null },
    ...(ratio === undefined
      ? [{ text: note, value: null }, textCell(''), textCell('')]
      : [ratio.ratio, ratio.low, ratio.high].map((value) => ({ text: ratioText(value, format), value }))),
  ];
  const hasIntervals = bars.some(({ interval }) => interval !== undefined);
  return (
    <Section
      form="card"
      title={title}
      reading={reading}
      controls={controls}
      outdated={outdated}
      notes={notes}
      table={
        given === undefined
          ? undefined
          : {
              name: `by-${name}`,
              columns: [
                textColumn(valueLabel),
                ...(isPaired ? sideColumns : [numberColumn(amountLabel)]),
                ...(hasIntervals ? [t('chart.by.low'), t('chart.by.high')] : []).map(numberColumn),
                // The bars of values that are not chosen stay, so that they can be chosen; readers of the numbers alone must know this.
                ...(!hasChosen ? [] : [textColumn(t('chart.by.inFilter'))]),
              ],
              rows: [
                ...bars.map((bar) => [
                  textCell(bar.label),
                  ...(bar.other === undefined ? [{ text: bar.text, value: bar.amount }] : pairCells(bar, bar.other)),
                  ...(hasIntervals ? [0, 1] : []).map((end) => {
                    const bound = bar.interval?.[end];
                    return { text: bound === undefined ? '' : amountText(bound), value: bound ?? null };
                  }),
                  ...(!hasChosen ? [] : [textCell(t(bar.pressed ? 'chart.by.yes' : 'chart.by.no'))]),
                ]),
                ...without.map(({ name: label, why }) => [
                  textCell(label),
                  { text: why, value: null },
                  ...(isPaired ? Array.from({ length: 4 }, () => textCell('')) : []),
                  ...(hasIntervals ? [textCell(''), textCell('')] : []),
                  ...(!hasChosen ? [] : [textCell('')]),
                ]),
              ],
            }
      }
      onPaper={(width) => <BarPicture bars={bars} layout={barLayout(bars, width)} />}
      {...(legend === '' ? {} : { legend })}
      fileNotes={fileNotes}
    >
      <Bars bars={whole ? bars : short.bars} onPress={onPress} />
      {short.others > 0 ? <MoreButton whole={whole} hidden={short.others} onToggle={() => setWhole(!whole)} /> : null}
      {withoutNote === undefined ? null : <p className={`${kit.hint} ${kit.top1}`}>{withoutNote}</p>}
    </Section>
  );
}
