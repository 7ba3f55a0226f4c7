import type { Difference, SaidComparison } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { RowPlotPicture } from '../../charts/row-plot.tsx';
import { type PlotRow, rowPlotLayout } from '../../charts/row-plot-layout.ts';
import { differenceText } from '../../format/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { exploreAddress } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Interval, type IntervalTone, toneOf } from '../../pictures/interval-bar.tsx';
import styles from './changes-table.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';

interface ChangesProps {
  readonly comparisons: readonly SaidComparison[];
  readonly comparedWith: Period | undefined;
  readonly period: Period;
}

/** Comparisons with their counts, change and interval; the intervals on one axis on which half and twice are equally far. */
export function ChangesTable({ comparisons, comparedWith, period }: ChangesProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('changes.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.table.subject')}</th>
            <th scope="col" className={styles.number}>
              {comparedWith ? date.period(comparedWith.from, comparedWith.to) : t('changes.table.before')}
            </th>
            <th scope="col" className={styles.number}>
              {date.period(period.from, period.to)}
            </th>
            <th scope="col" className={styles.number}>
              {t('changes.table.change')}
            </th>
            <th scope="col" className={`${kit.nowrap} ${styles.interval}`}>
              {t('changes.table.interval')}
            </th>
            <th scope="col" className={styles.plot}>
              <span className="visually-hidden">{t('changes.table.plot')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <Row key={`${comparison.place} ${comparison.kind} ${comparison.measure}`} comparison={comparison} />
          ))}
        </tbody>
      </table>
      <RatioAxis />
    </>
  );
}

/** The words under the intervals of a table. */
export function RatioAxis({ className = '' }: { className?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <svg className={`${kit.push} ${kit.block} ${styles.axis} ${className}`} aria-hidden="true">
      {ratioAxis.map((ratio) => (
        <text key={ratio} x={`${ratioPlace(ratio)}%`} y="12" textAnchor={anchorOf(ratio)}>
          {t(`changes.axis.${axisName(ratio)}`)}
        </text>
      ))}
    </svg>
  );
}

function axisName(ratio: (typeof ratioAxis)[number]): 'half' | 'same' | 'twice' | 'fourfold' {
  return ({ 0.5: 'half', 1: 'same', 2: 'twice', 4: 'fourfold' } as const)[ratio];
}

function anchorOf(ratio: number): 'start' | 'middle' | 'end' {
  return ratio === ratioAxis[0] ? 'start' : ratio === ratioAxis.at(-1) ? 'end' : 'middle';
}

function Row({ comparison }: { comparison: SaidComparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, measure, many, count, difference, evidence, sentence, largest, query } = comparison;
  const said = difference && differenceText(difference, format);
  const earlier = format.number.count(comparison.earlier ?? 0);
  const now = format.number.count(count);
  return (
    <tr data-evidence={evidence}>
      <th scope="row">
        <IncidentsLink className={styles.subject} query={exploreAddress(query, measure)} title={[sentence, largest].join(' ')}>
          <span className={styles.place}>{name}</span>, {many}
        </IncidentsLink>
        <span className={`${kit.phoneOnly} ${kit.block} ${kit.small}`}>
          {t('changes.table.inShort', { earlier, now, ...said })}
        </span>
        {evidence === 'driven' ? <span className={`${kit.note} ${kit.block} ${kit.padBottom}`}>{largest}</span> : null}
      </th>
      <td className={styles.number}>{earlier}</td>
      <td className={styles.number} data-now>
        {now}
      </td>
      <td className={styles.number}>{said?.difference}</td>
      <td className={`${kit.nowrap} ${styles.interval}`}>{said && t('changes.table.lowToHigh', said)}</td>
      <td className={styles.plot}>
        <IntervalMarks difference={difference} tone={evidence === 'clear' ? toneOf(comparison) : 'none'} />
      </td>
    </tr>
  );
}

/** Where the ends of an interval and its value are on the axis, in % of its width. */
function placesOf({ low, high, difference }: Difference) {
  return { low: ratioPlace(1 + low), high: ratioPlace(1 + high), value: ratioPlace(1 + difference) };
}

/** The interval of one row: a bar with a dot at the change. */
export function IntervalMarks({ difference, tone }: { difference: Difference | undefined; tone: IntervalTone | 'none' }) {
  if (difference === undefined) return null;
  const { low, high, value } = placesOf(difference);
  return (
    <svg className={`${kit.fill} ${styles.row}`} data-tone={tone} aria-hidden="true">
      {ratioAxis.map((ratio) => (
        <line
          key={ratio}
          className={ratio === 1 ? inks.base : inks.grid}
          x1={`${ratioPlace(ratio)}%`}
          x2={`${ratioPlace(ratio)}%`}
          y2="100%"
        />
      ))}
      <Interval low={low / 100} high={high / 100} value={value / 100} middle="50%" />
    </svg>
  );
}

/** The same rows for a file. @param width in pixels */
export function ChangesPicture({ comparisons, period, width }: Omit<ChangesProps, 'comparedWith'> & { width: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    t('changes.table.before'),
    format.date.period(period.from, period.to),
    t('changes.table.change'),
    t('changes.table.interval'),
  ].map((head) => ({ head, side: 'left' as const }));
  const rows = comparisons.map((comparison): PlotRow => {
    const { subject, count, earlier = 0, difference, evidence } = comparison;
    const said = difference && differenceText(difference, format);
    return {
      key: subject,
      label: subject,
      mark: difference && { kind: 'interval', ...placesOf(difference), tone: evidence === 'clear' ? toneOf(comparison) : 'none' },
      cells: [
        format.number.count(earlier),
        format.number.count(count),
        said?.difference ?? '',
        said === undefined ? '' : t('changes.table.lowToHigh', said),
      ],
      isOwn: evidence === 'clear',
      isRest: evidence !== 'clear',
    };
  });
  const textOf = (place: number) => t(`changes.axis.${axisName(ratioAxis.find((ratio) => ratioPlace(ratio) === place) ?? 1)}`);
  const shape = { rows, columns, axis: { ticks: ratioAxis.map(ratioPlace), end: 100, text: textOf }, reference: ratioPlace(1) };
  return <RowPlotPicture shape={shape} layout={rowPlotLayout(shape, width)} />;
}

/** Ratios that the axis of changes has marks at: on the log scale, half and twice are equally far from no change. */
export const ratioAxis = [0.5, 1, 2, 4] as const;

const [least] = ratioAxis;
const most = 4;
/** Room left and right of the axis for what lies beyond it, in % of the width. */
const margin = 4;

/** Where a ratio lies on the axis, in % of its width; at the edge where it lies beyond. */
export function ratioPlace(ratio: number): number {
  const share = Math.log(Math.max(ratio, 1e-9) / least) / Math.log(most / least);
  const place = margin + share * (100 - 2 * margin);
  return Math.round(Math.min(100, Math.max(0, place)) * 100) / 100;
}
