import { busiestShare, type SettlementConcentration } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { queries } from '../../api/queries.ts';
import { type ChartTable, numberColumn } from '../../format/chart-table.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChartCard } from '../chart-card.tsx';
import { Calculating } from './calculating.tsx';
import { LorenzPicture } from './lorenz-picture.tsx';
import { useStatistics } from './use-statistics.ts';

/** How concentrated incidents are in the busiest settlements, beside what chance alone would concentrate. */
export function ConcentrationCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { query } = useExplore();
  const ranking = useQuery(queries.settlements(query, 'incidents', 1, true));
  const { data } = ranking;
  const statistics = useStatistics(
    ['concentration', query, data?.datasetVersion],
    data &&
      ({
        kind: 'concentration',
        ranking: { inSettlements: data.inSettlements, elsewhere: data.elsewhere, spread: data.spread },
      } as const),
  );
  const { answer } = statistics;
  const found = answer?.kind === 'measured' ? answer : undefined;
  return (
    <ChartCard
      title={
        found === undefined
          ? t('placeTime.concentration.title.plain')
          : t(`placeTime.concentration.title.${found.isMore ? 'more' : 'none'}`)
      }
      reading={answer && readingOf(answer, t, format)}
      legend={found && t('placeTime.concentration.legend')}
      notes={found === undefined ? [] : concentrationNotes(found, t, format)}
      table={found && tableOf(found, t, format)}
      onPaper={found && ((width) => <LorenzPicture found={found} width={width} />)}
    >
      {found === undefined ? (
        <Calculating what={t('placeTime.concentration.title.plain')} error={ranking.error} statistics={statistics} />
      ) : undefined}
    </ChartCard>
  );
}

function readingOf(answer: SettlementConcentration, t: TFunction, { number }: Format): string {
  if (answer.kind === 'area') return t('placeTime.concentration.area');
  if (answer.kind !== 'measured')
    return t(`placeTime.concentration.${answer.kind}`, {
      count: answer.count,
      number: number.count(answer.count),
      least: answer.least,
    });
  const { busiest, byChance, places } = answer;
  return t(`placeTime.concentration.reading.${answer.isMore ? 'more' : 'none'}`, {
    share: number.share(busiest.value),
    low: number.share(busiest.low),
    high: number.share(busiest.high),
    chance: number.share(byChance.value),
    chanceLow: number.share(byChance.low),
    chanceHigh: number.share(byChance.high),
    busiest: number.share(busiestShare),
    places: number.count(places),
  });
}

function tableOf({ lorenz }: MeasuredConcentration, t: TFunction, { number }: Format): ChartTable {
  const cell = (value: number) => ({ text: number.share(value), value });
  return {
    name: 'concentration-in-settlements',
    columns: (['places', 'events', 'chance', 'chanceLow', 'chanceHigh'] as const).map((name) =>
      numberColumn(t(`placeTime.concentration.column.${name}`)),
    ),
    rows: lorenz.map(({ places, events, byChance }) => [
      { text: places === 0.005 || places === 0.075 ? `${number.decimal(100 * places)}%` : number.share(places), value: places },
      cell(events),
      cell(byChance.value),
      cell(byChance.low),
      cell(byChance.high),
    ]),
  };
}

type MeasuredConcentration = SettlementConcentration & { readonly kind: 'measured' };

/** What counts, how uneven it is in one number, and what is left out. */
export function concentrationNotes(
  { gini, events, places, elsewhere }: Pick<MeasuredConcentration, 'gini' | 'events' | 'places' | 'elsewhere'>,
  t: TFunction,
  { number }: Format,
): string[] {
  // With as many incidents as settlements or more, the generalised coefficient is the usual one.
  const kind = events < places ? 'corrected' : 'plain';
  return [
    t('placeTime.concentration.people'),
    t(`placeTime.concentration.gini.${kind}`, { gini: number.decimal(gini, 2) }),
    ...(elsewhere === 0 ? [] : [t('placeTime.concentration.elsewhere', { count: elsewhere, number: number.count(elsewhere) })]),
  ];
}
