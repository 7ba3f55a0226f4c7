import type { TrendStep, Unit } from '@monitor/contract';
import { type Interval, isSilent, type Measure } from '@monitor/domain';
import type { TooltipContentProps } from 'recharts';
import { missingText } from '../format/reported.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './trend-chart.module.css';

/** One of several series, and what its line looks like, which its swatch shows. */
export interface NamedSeries {
  readonly name: string;
  readonly look?: { readonly className: string; readonly color: string | undefined };
}

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
  /** The lines side by side; none if there is one line. */
  names: readonly NamedSeries[];
  /** Which of them is pointed at. */
  part?: number | undefined;
} & Partial<TooltipContentProps>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, date } = format;
  const step = payload?.[0]?.payload as (TrendStep & { readonly parts: readonly (number | null)[] }) | undefined;
  if (active !== true || step === undefined) return null;
  const order = names
    .map((one, at) => ({ ...one, at }))
    .toSorted((one, other) => (step.parts[other.at] ?? -1) - (step.parts[one.at] ?? -1));
  const amount = unit === 'rate' ? number.rate : number.count;
  const missing = step.covered ? missingText(step, format, t) : undefined;
  const stepText = () => {
    if (!step.covered) return t('chart.trend.uncoveredCell');
    if (isSilent(step)) return t('table.notReported');
    if (unit === 'rate') return t('chart.trend.rateOf', { rate: number.rate(step.count) });
    return t(`measure.${measure}.amount`, { count: step.count, number: number.count(step.count) });
  };
  return (
    <output className={`${kit.raised} ${kit.small} ${kit.block} ${kit.padSmall} ${styles.tooltip}`}>
      <strong>{date.step(step.start, interval)}</strong>
      <div>
        {names.length === 0 ? null : `${t('trends.places.all')}: `}
        {stepText()}
        {missing === undefined ? null : `, ${missing}`}
        {step.partial ? ` (${t('chart.trend.partialCell')})` : null}
      </div>
      {step.all === undefined ? null : (
        <div>
          {t('chart.trend.legend.all')}: {amount(step.all)}
        </div>
      )}
      {order.map(({ name, look, at }) => (
        <div key={name} className={`${kit.rowTight} ${at === part ? kit.strong : ''}`}>
          {look === undefined ? null : (
            <svg className={look.className} color={look.color} width="10" height="9" aria-hidden="true">
              <rect width="10" height="9" rx="2" fill="currentColor" />
            </svg>
          )}
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
