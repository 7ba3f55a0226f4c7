import { population } from '@monitor/geography';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import type { Answers } from '../explore/use-answers.ts';
import { locationMeasures } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { locationRates } from '../summary/population-rate.ts';
import { BarCard } from './bar-card.tsx';
import { barRows, rateRows } from './bar-rows.ts';
import { useCountReading } from './facet-card.tsx';

const length = 12;

/** By location: counts, or rates per 100,000 people and year. */
export function LocationCard({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { filter, view, act } = useExplore();
  const { data, outdated } = answers.summary;
  const counted = data?.facets.country;
  const countReading = useCountReading('country', counted);
  const rates =
    view.locations === 'count' || data === undefined || counted === undefined || answers.datasets === undefined
      ? undefined
      : locationRates(
          { filter, period: data.period, datasets: answers.datasets, findPopulation: population },
          counted,
          view.measure,
        );
  const { rows, others } = rates === undefined ? barRows(counted ?? [], view.measure, length) : rateRows(rates, length);
  const [highest] = rows;
  const rateReading =
    highest === undefined
      ? t('chart.by.noRates')
      : t('chart.by.highestRate', { value: terms.place(highest.value), rate: number.rate(highest.amount) });
  const measured = t(`chart.measures.${view.measure}`);
  return (
    <BarCard
      dimension="country"
      title={t(`chart.by.country.${view.measure}`)}
      reading={rates === undefined ? countReading : rateReading}
      rows={counted === undefined ? undefined : rows}
      others={others}
      amountText={rates === undefined ? number.count : number.rate}
      amountLabel={rates === undefined ? measured : t('chart.by.rateColumn', { measure: measured })}
      outdated={outdated}
      controls={
        <ChoiceMenu
          label={t('chart.by.measured')}
          value={view.locations}
          options={locationMeasures.map((value) => ({ value, label: t(`chart.by.locationMeasures.${value}`) }))}
          onChoose={(locations) => act(setView({ locations }))}
        />
      }
    />
  );
}
