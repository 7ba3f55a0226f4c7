import { noRateText, placeRate, withoutRate } from '@monitor/findings';
import { population, regionPopulation, regions } from '@monitor/geography';
import { fewEvents, IntervalPlot, type PlottedRate } from '../../charts/interval-plot.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

/** How certain the rate of each region of the location is. */
export function RegionRates({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { place, main, everywhere, datasets } = answers;
  const { answer } = everywhere;
  if (answer === undefined || datasets === undefined) return null;
  const { country } = place;
  const { period } = answer;
  const { filter } = everywhere;
  const own = regions.filter(({ jurisdiction }) => jurisdiction === country);
  const counts = new Map(answer.facets.region?.map(({ value, incidents }) => [value, incidents]));
  const none = withoutRate({ filter, period }, 'region');
  const rates = own
    .map(({ code }): PlottedRate => {
      const events = counts.get(code) ?? 0;
      const rate =
        none === undefined ? placeRate({ filter, period, datasets, findPopulation: regionPopulation }, code, events) : undefined;
      const without =
        rate === undefined ? noRateText({ kind: none ?? 'area' }, t) : 'kind' in rate ? noRateText(rate, t) : undefined;
      return {
        key: code,
        label: terms.place(code),
        events,
        rate: rate === undefined || 'kind' in rate ? undefined : rate,
        without,
        isOwn: place.kind === 'region' && code === place.code,
      };
    })
    .toSorted((one, other) => (other.rate?.rate ?? -1) - (one.rate?.rate ?? -1) || other.events - one.events);
  const all = answer.facets.country?.find(({ value }) => value === country)?.incidents ?? 0;
  const whole = none === undefined ? placeRate({ filter, period, datasets, findPopulation: population }, country, all) : undefined;
  const reference = whole === undefined || 'kind' in whole ? undefined : whole.rate;
  const elsewhere = all - own.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0);
  const few = rates.filter(({ events }) => events < fewEvents).length;
  const name = terms.place(country);
  const query = placeQuery(answers.filter);
  return (
    <IntervalPlot
      name={`rates-${country}`}
      title={t('places.regions.title')}
      reading={
        none === undefined && reference !== undefined
          ? t('places.regions.reading', { place: name, rate: number.rate(reference) })
          : noRateText({ kind: none ?? 'no_population' }, t, 'long')
      }
      rates={rates}
      valueLabel={t('filter.dimension.region')}
      countLabel={t(`places.row.${main.name}.name`)}
      reference={reference}
      outdated={false}
      notes={[
        ...(elsewhere > 0
          ? [t('places.regions.elsewhere', { count: elsewhere, number: number.count(elsewhere), place: name })]
          : []),
        // Of a filter that has no rate at all, the sentence above says why.
        ...(none === undefined ? rates : []).flatMap(({ label, without }) =>
          without === undefined ? [] : [t('places.regions.without', { place: label, reason: without })],
        ),
        ...(few > 0 ? [t('places.regions.few', { count: few, least: fewEvents })] : []),
      ]}
      linkOf={(code) => ({ to: '/places/$place', place: code, query })}
    />
  );
}
