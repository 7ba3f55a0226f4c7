import { population } from '@monitor/geography';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import type { Answers } from '../answers/use-answers.ts';
import { locationMeasures } from '../filter/explore-state.ts';
import { chosenValues, setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { dispersionOf, locationRates, withoutRate } from '../figures/population-rate.ts';
import { noRateText } from '../figures/rate-words.ts';
import { BarCard } from './bar-card.tsx';
import { barRows, rateRows } from './bar-rows.ts';
import { rateReadingText } from './bar-words.ts';
import { useCountReading } from './facet-card.tsx';

const length = 12;

/** By location: counts, or rates per 100,000 people and year. */
export default function LocationCard({ title, answers }: { title: string; answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { view, act } = useExplore();
  const { filterOfFigures: filter, measure } = answers;
  const { data, outdated } = answers.summary;
  const counted = data?.facets.country;
  const countReading = useCountReading('country', counted, answers);
  const rated =
    view.locations === 'count' || data === undefined || counted === undefined || answers.datasets === undefined
      ? undefined
      : locationRates(
          { filter, period: data.period, datasets: answers.datasets, findPopulation: population },
          counted,
          measure,
          dispersionOf(data.totals, measure),
        );
  const rows = rated === undefined ? barRows(counted ?? [], measure) : rateRows(rated.rates);
  const chosen = chosenValues(filter, 'country');
  const noRate = rated === undefined || data === undefined ? undefined : withoutRate({ filter, period: data.period });
  const reading =
    rated === undefined
      ? countReading
      : noRate === undefined
        ? rateReadingText(rows, chosen, terms.place, t, number)
        : noRateText({ kind: noRate }, t, 'long');
  const without = (rated?.without ?? []).map(({ code, events, reason }) => ({
    name: terms.place(code),
    text: t('chart.by.withoutReason', { name: terms.place(code), number: number.count(events), reason: noRateText(reason, t) }),
    cell: noRateText(reason, t),
  }));
  const measured = t(`measure.${measure}.name`);
  return (
    <BarCard
      dimension="country"
      title={title}
      reading={reading}
      rows={counted === undefined ? undefined : rows}
      length={length}
      without={without}
      amountText={rated === undefined ? number.count : number.rate}
      amountLabel={rated === undefined ? measured : t('chart.by.rateColumn', { measure: measured })}
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
