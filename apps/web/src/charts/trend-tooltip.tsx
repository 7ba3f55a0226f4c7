import type { TrendStep, Unit } from '@monitor/contract';
import type { Interval, Measure } from '@monitor/domain';
import type { TooltipContentProps } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';

/** The numbers of the step under the pointer, or that the arrow keys have gone to. */
export function TrendTooltip({
  interval,
  measure,
  unit = 'count',
  names,
  part,
  active,
  payload,
}: {
  interval: Interval;
  measure: Measure;
  unit?: Unit;
  /** Of the lines side by side; none if there is one line. */
  names: readonly string[];
  /** Which of them is pointed at. */
  part?: number | undefined;
} & Partial<TooltipContentProps>) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const step = payload?.[0]?.payload as (TrendStep & { readonly parts: readonly (number | null)[] }) | undefined;
  if (active !== true || step === undefined) return null;
  const amount = unit === 'rate' ? number.rate : number.count;
  return (
    <output className={`${kit.raised} ${kit.small} ${kit.nowrap} ${kit.block} ${kit.padSmall}`}>
      <strong>{date.step(step.start, interval)}</strong>
      <div>
        {step.covered
          ? unit === 'rate'
            ? t('chart.trend.rateOf', { rate: number.rate(step.count) })
            : t(`measure.${measure}.amount`, { count: step.count, number: number.count(step.count) })
          : t('chart.trend.uncoveredCell')}
        {step.partial ? ` (${t('chart.trend.partialCell')})` : null}
      </div>
      {names.map((name, at) => (
        <div key={name} className={at === part ? kit.strong : undefined}>
          {name}: {step.parts[at] === null ? '–' : amount(step.parts[at] ?? 0)}
        </div>
      ))}
      {step.changes.map((change) => (
        <div key={change}>{change}</div>
      ))}
      {step.yearBefore === null ? null : <div>{t('chart.trend.beforeOf', { count: amount(step.yearBefore) })}</div>}
      {step.average === null ? null : (
        <div>
          {t('chart.trend.averageOf', { count: unit === 'rate' ? amount(step.average) : amount(Math.round(step.average)) })}
        </div>
      )}
      {step.range === null ? null : (
        <div>
          {t('chart.trend.rangeOf', {
            years: t('chart.trend.years', { count: step.rangeYears ?? 0 }),
            low: amount(step.range[0]),
            high: amount(step.range[1]),
          })}
        </div>
      )}
    </output>
  );
}
