import type { PageAnswer, PlacesData } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { periodText, periodWords } from '@monitor/findings';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { type Act, setPeriod } from '../../filter/filter-actions.ts';
import { placePeriods } from '../../filter/preset-periods.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TFunction } from 'i18next';

interface PlacePeriodProps {
  /** What the address chooses. */
  readonly chosen: Pick<Filter, 'from' | 'to'>;
  readonly data: Pick<PlacesData, 'coverage' | 'query'> | undefined;
  readonly act: (act: Act) => unknown;
}

/** Chooses the days that a page is of. */
export function PlacePeriod({ chosen, data, act }: PlacePeriodProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  if (data === undefined) return null;
  const { coverage, query } = data;
  // The menu shows a new choice before the figures of it are there.
  const { from, to } = chosen.from === undefined && chosen.to === undefined ? readFilter(query) : chosen;
  const presets = placePeriods(coverage);
  const valueOf = (one: Pick<Filter, 'from' | 'to'>) => `${one.from ?? ''}/${one.to ?? ''}`;
  const period = { from, to };
  const isKnown = presets.some((one) => valueOf(one) === valueOf(period));
  const options = [
    ...(isKnown ? [] : [{ value: valueOf(period), label: periodText(period, voice) ?? t('period.all') }]),
    ...presets.map((one) => ({ value: valueOf(one), label: periodWords(one, voice) })),
  ];
  return (
    <ChoiceMenu
      label={t('places.period.label')}
      value={valueOf(period)}
      options={options}
      onChoose={(value) => {
        const [first = '', last = ''] = value.split('/');
        act(setPeriod({ from: first, to: last }));
      }}
    />
  );
}

/** The datasets that the figures of a page of places are of. */
export function sourcesOf(answer: PageAnswer<Pick<PlacesData, 'sources' | 'synthetic'>> | undefined) {
  const { sources = [], synthetic = 'none' } = answer?.data ?? {};
  const datasets = answer?.datasets;
  return {
    datasets,
    datasetsShown: datasets?.filter(({ slug }) => sources.includes(slug)) ?? [],
    synthetic,
    leftOut: answer?.leftOut?.text,
  };
}

/** What a page of places says where it has no figures. */
export function withoutFigures(answer: PageAnswer<unknown>, t: TFunction): string {
  return answer.datasets.length > 0 ? t('state.noMatch.title') : `${t('noData.yet')} ${t('state.noData')}`;
}
