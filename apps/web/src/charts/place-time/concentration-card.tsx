import { concentrationNotes, concentrationReading, concentrationTitle, type SettlementConcentration } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { queries } from '../../api/queries.ts';
import { type ChartTable, numberColumn } from '../../format/chart-table.ts';
import { useExplore } from '../../filter/use-explore.ts';
import type { Format } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../sections/section.tsx';
import { Calculating } from './calculating.tsx';
import { LorenzPicture } from './lorenz-picture.tsx';
import { useStatistics } from './use-statistics.ts';

/** How concentrated incidents are in the busiest settlements, beside what chance alone would concentrate. */
export function ConcentrationCard() {
  const { t } = useTranslation();
  const voice = useVoice();
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
    <Section
      form="card"
      method="concentration"
      title={concentrationTitle(answer, voice)}
      reading={answer && concentrationReading(answer, voice)}
      legend={found && t('placeTime.concentration.legend')}
      notes={found === undefined ? [] : concentrationNotes(found, voice)}
      table={found && tableOf(found, t, voice)}
      onPaper={found && ((width) => <LorenzPicture found={found} width={width} />)}
    >
      {found === undefined ? (
        <Calculating what={t('placeTime.concentration.title.plain')} error={ranking.error} statistics={statistics} />
      ) : undefined}
    </Section>
  );
}

function tableOf(
  { lorenz }: SettlementConcentration & { readonly kind: 'measured' },
  t: TFunction,
  { number }: Format,
): ChartTable {
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
