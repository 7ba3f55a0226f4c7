import type { TrendsPlacesData } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { type Multiple, MultiplesPicture, SmallMultiples } from '../../charts/small-multiples.tsx';
import { numberColumn, textColumn } from '../../figures/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface PlacesSectionProps {
  readonly rates: NonNullable<TrendsPlacesData['rates']>;
  readonly outdated: boolean;
}

/** The rate of each place by year, on one scale. */
export function PlacesSection({ rates: { title, reading, isPartial, years, places }, outdated }: PlacesSectionProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const terms = useTerms();
  const multiples = places.map(({ code, rates }): Multiple => ({
    key: code ?? 'all',
    name: code === undefined ? t('trends.places.all') : terms.place(code),
    amounts: rates,
    isPartial,
    end: number.rate(rates.findLast((rate) => rate !== null) ?? 0),
  }));
  const props = { multiples, first: date.year(years[0] ?? ''), last: date.year(years.at(-1) ?? '') };
  const cell = (value: number | null | undefined) =>
    value == null ? { text: '–', value: null } : { text: number.rate(value), value: Number(value.toPrecision(4)) };
  return (
    <ChartCard
      form="section"
      title={title}
      reading={reading}
      outdated={outdated}
      table={{
        name: 'rates-by-place-and-year',
        columns: [textColumn(t('chart.intervals.year')), ...multiples.map(({ name }) => numberColumn(name))],
        rows: years.map((start, at) => [
          { text: start.slice(0, 4), value: start.slice(0, 4) },
          ...multiples.map(({ amounts }) => cell(amounts[at])),
        ]),
      }}
      onPaper={<MultiplesPicture {...props} width={1000} />}
    >
      <SmallMultiples {...props} />
    </ChartCard>
  );
}
