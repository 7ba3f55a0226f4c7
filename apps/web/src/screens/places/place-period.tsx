import type { Period } from '@monitor/domain';
import { lastTwelveMonths, wholeMonths } from '@monitor/findings';
import type { TFunction } from 'i18next';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { periodText } from '../../filter/constraint-words.ts';
import { type Act, setPeriod } from '../../filter/filter-actions.ts';
import { yearPeriod, yearsOf } from '../../filter/preset-periods.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface PlacePeriodProps {
  readonly period: Partial<Period>;
  readonly coverage: Period | undefined;
  readonly act: (act: Act) => unknown;
}

/** Chooses the days that a page is of: the last twelve whole months, a calendar year, or those of the address. */
export function PlacePeriod({ period: { from, to }, coverage, act }: PlacePeriodProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (coverage === undefined) return null;
  const presets = [lastTwelveMonths(coverage), ...yearsOf(coverage).map((year) => yearPeriod(year, coverage))];
  const valueOf = (one: Partial<Period>) => `${one.from ?? ''}/${one.to ?? ''}`;
  const chosen = { from, to };
  const known = presets.some((one) => valueOf(one) === valueOf(chosen));
  const options = [
    ...(known ? [] : [{ value: valueOf(chosen), label: periodText(chosen, { t, format }) ?? t('period.all') }]),
    ...presets.map((one) => ({ value: valueOf(one), label: periodWords(one, t, format) })),
  ];
  return (
    <ChoiceMenu
      label={t('places.period.label')}
      value={valueOf(chosen)}
      options={options}
      onChoose={(value) => {
        const [first = '', last = ''] = value.split('/');
        act(setPeriod({ from: first, to: last }));
      }}
    />
  );
}

/** `12 months to 31 Oct 2026`, `2025`. */
export function periodWords(period: Period, t: TFunction, { date }: Format): string {
  const months = wholeMonths(period);
  const isYears = period.from.endsWith('-01-01') && period.to.endsWith('-12-31');
  if (months === undefined || isYears) return date.period(period.from, period.to);
  return t('places.period.months', { count: months, day: date.day(period.to) });
}
