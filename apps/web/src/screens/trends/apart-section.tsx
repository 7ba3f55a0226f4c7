import { type Filter, type Period, without } from '@monitor/domain';
import { changeWords, figureChange } from '@monitor/findings';
import type { Answers } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { partlyText, YearCard } from './people-section.tsx';
import { filterOfPeople, yearColumns } from './people-figures.ts';

/** Children hurt in accidental shootings, by year, with victims of those shootings whose age is not known. */
export function Children({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const meant: Filter = { ...without(filter, 'subtype'), type: ['accidental_shooting'] };
  const { data, outdated } = useSummary(meant, { interval: 'year', split: 'victim_age', measures: ['victims'] });
  const pointsOf = (value: string) =>
    new Map(data?.series.parts?.find((part) => part.value === value)?.points.map((point) => [point.start, point.victims ?? 0]));
  const [children, unknown] = [pointsOf('0-18'), pointsOf('not_reported')];
  const points = data?.series.points ?? [];
  const sum = [...children.values()].reduce((all, one) => all + one, 0);
  const partly = partlyText(data?.period, t, date);
  const columns = yearColumns(
    points.map(({ start, partial }) => ({ start, partial, amount: children.get(start) ?? 0 })),
    points.map(({ start }) => unknown.get(start) ?? 0),
    partly,
  );
  const title = data === undefined ? t('trends.children.title') : t('trends.children.found', { count: sum });
  return (
    <YearCard
      title={title}
      reading={t('trends.children.reading')}
      columns={columns}
      tone="count"
      outdated={outdated}
      filter={{ ...meant, victim_age: ['0-18', 'not_reported'] }}
      name="children-in-accidental-shootings"
      known={t('trends.children.known')}
      unknown={t('trends.children.unknown')}
    />
  );
}

/** Suicides with firearms, which are counted apart from people killed. */
export function Suicides({ filter, period, answers }: { filter: Filter; period: Period | undefined; answers: Answers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const voice = useVoice();
  const meant = filterOfPeople(filter);
  const { data, outdated } = useSummary(meant, { interval: 'year', measures: ['suicides'] });
  // By year too, since it is often the same request.
  const { data: year } = useSummary(period && { ...meant, ...period }, { interval: 'year', measures: ['suicides'] });
  const partly = partlyText(data?.period, t, format.date);
  const columns = yearColumns(
    (data?.series.points ?? []).map(({ start, partial, suicides = 0 }) => ({ start, partial, amount: suicides })),
    [],
    partly,
  );
  const count = year?.totals.suicides ?? 0;
  const change = year && period && figureChange(year, { ...meant, ...period }, 'suicides', answers.datasetsConcerned);
  const said = change && changeWords(change, 'suicides', voice);
  const amount = t('measure.suicides.amount', { count, number: format.number.count(count) });
  const title =
    period === undefined || said === undefined
      ? t('trends.suicides.title')
      : t('trends.suicides.found', { amount, period: format.date.period(period.from, period.to), verdict: said.verdict });
  return (
    <YearCard
      title={title}
      reading={t('trends.suicides.reading', { before: said?.before ?? '–' })}
      columns={columns}
      tone="quiet"
      outdated={outdated}
      filter={meant}
      name="suicides"
      known={t('measure.suicides.name')}
    />
  );
}
