import { extraMeasures, type Filter, kindOf } from '@monitor/domain';
import { comparedMany, locationsOf, type RateInput, seriesRates } from '@monitor/findings';
import { population } from '@monitor/geography';
import type { Answers } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { type Multiple, MultiplesPicture, SmallMultiples } from '../../charts/small-multiples.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { multiplesTable, placeMultiples } from './place-multiples.ts';

/** The rate of each place by year, on one scale; nothing where only one place is chosen or there are no rates. */
export function PlacesSection({ filter, answers }: { filter: Filter; answers: Answers }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const voice = useVoice();
  const { measure, datasets } = answers;
  const { data, outdated } = useSummary(filter, {
    interval: 'year',
    split: 'country',
    measures: extraMeasures({ measures: [measure] }),
  });
  if (data === undefined || datasets === undefined) return null;
  const input: RateInput = { filter, period: data.period, datasets, findPopulation: population };
  const places = placeMultiples(data.series, measure, input);
  if (places.length < 2) return null;
  const all = seriesRates(data.series.points, 'year', measure, input, locationsOf(input));
  const isPartial = data.series.points.at(-1)?.partial === true;
  const drawn = (key: string, name: string, amounts: readonly (number | null)[]): Multiple => ({
    key,
    name,
    amounts,
    isPartial,
    end: number.rate(amounts.findLast((amount) => amount !== null) ?? 0),
  });
  const multiples = [
    ...places.map(({ code, rates }) => drawn(code, voice.place(code), rates)),
    ...(all.kind === 'rates' ? [drawn('all', t('trends.places.all'), all.rates)] : []),
  ];
  const [highest, lowest] = [places[0]!, places.at(-1)!];
  const title = t('trends.places.title', {
    high: number.rate(highest.last),
    highest: voice.place(highest.code),
    low: number.rate(lowest.last),
    lowest: voice.place(lowest.code),
  });
  const kind = kindOf(filter);
  const name = comparedMany(kind === 'violence' || kind === 'weapon_seizure' ? kind : 'chosen', measure, voice);
  const years = data.series.points.map(({ start }) => date.year(start));
  const props = { multiples, first: years[0] ?? '', last: years.at(-1) ?? '' };
  return (
    <ChartCard
      form="section"
      title={title}
      reading={t(isPartial ? 'trends.places.readingPartial' : 'trends.places.reading', {
        many: name,
        period: data.period === null ? '' : date.period(data.period.from, data.period.to),
      })}
      outdated={outdated}
      table={multiplesTable(multiples, data.series.points, t, number)}
      onPaper={<MultiplesPicture {...props} width={1000} />}
    >
      <SmallMultiples {...props} />
    </ChartCard>
  );
}
