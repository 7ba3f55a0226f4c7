import { filterQuery } from '@monitor/contract';
import { extraMeasures, type Filter, isSilent, type Measure, type Period, reportedOf } from '@monitor/domain';
import { countedKind } from '@monitor/domain';
import { countedAmount } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import { exploreQuery, filterOfStep } from '../filter/explore-query.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { reportedShort } from '../format/reported.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import styles from './incidents-drawer.module.css';
import type { StepsAround } from './steps-around.ts';

/** The steps around what is chosen, each of which can be chosen in its place. */
export function StepBars({
  filter,
  measure,
  period,
  steps,
}: {
  filter: Filter;
  measure: Measure;
  period: Period;
  steps: StepsAround;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, date } = format;
  const { bars, interval } = steps;
  const asked = queries.summary(filterQuery({ ...filter, ...bars }), interval, [], {
    measures: extraMeasures({ measures: [measure] }),
  });
  const { data } = useLastAnswer(useQuery(asked));
  const points = data?.series.interval === interval ? data.series.points : [];
  const reported = points.map((point) => reportedOf(point, measure));
  const amounts = reported.map(({ count }) => count);
  const most = Math.max(1, ...amounts);
  const isChosen = (start: string) => start >= period.from && start <= period.to;
  const allChosen = points.every(({ start }) => isChosen(start));
  const [tall, foot, head] = [44, 18, 16];
  const wide = 100 / Math.max(1, points.length);
  const heightOf = (at: number) => ((amounts[at] ?? 0) / most) * tall;
  const hasNumbers = points.length <= 13;
  const short = (start: string) =>
    interval === 'year'
      ? `’${start.slice(2, 4)}`
      : interval === 'month'
        ? date.shortMonthName(start).slice(0, 1)
        : String(Number(start.slice(8)));
  const every = Math.ceil(points.length / 16);
  return (
    <>
      <p className={kit.note}>{t(`drawer.bars.${interval}`, { period: date.period(bars.from, bars.to) })}</p>
      <svg className={styles.bars} width="100%" height={head + tall + foot} data-interval={interval}>
        {points.map(({ start, partial }, at) => {
          const amount = amounts[at] ?? 0;
          const high = heightOf(at);
          const name = t('drawer.step', {
            step: date.step(start, interval),
            amount: isSilent(reported[at]!)
              ? t('drawer.notReported', { many: t(`measure.${measure}.many`) })
              : countedAmount(countedKind(filter), measure, amount, { t, number }),
          });
          return (
            <IncidentsLink
              key={start}
              query={exploreQuery(filterOfStep({ ...filter, ...bars }, start, interval), measure)}
              aria-label={name}
              title={name}
            >
              <rect className={styles.target} x={`${at * wide}%`} width={`${wide}%`} height="100%" />
              <rect
                className={styles.bar}
                data-chosen={(!allChosen && isChosen(start)) || undefined}
                data-partial={partial || undefined}
                x={`${(at + 0.08) * wide}%`}
                width={`${wide * 0.84}%`}
                y={head + tall - high}
                height={high}
              />
            </IncidentsLink>
          );
        })}
        {/* Not in the links, whose names say more. */}
        <g className={styles.texts} aria-hidden="true">
          {points.map(({ start }, at) => (
            <g key={start}>
              {hasNumbers ? (
                <text className={inks.label} x={`${(at + 0.5) * wide}%`} y={head + tall - heightOf(at) - 4} textAnchor="middle">
                  {reportedShort(reported[at]!, format)}
                </text>
              ) : null}
              {at % every === 0 ? (
                <text className={inks.label} x={`${(at + 0.5) * wide}%`} y={head + tall + 14} textAnchor="middle">
                  {short(start)}
                </text>
              ) : null}
            </g>
          ))}
        </g>
        <line className={inks.base} x2="100%" y1={head + tall} y2={head + tall} />
      </svg>
    </>
  );
}
