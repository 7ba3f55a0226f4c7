import type { SaidComparison } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { textWidth } from '../../charts/text-lines.ts';
import { differenceText } from '../../figures/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './changes-table.module.css';
import inks from '../../styles/drawing.module.css';
import { anchorOf, axisName, IntervalMarks } from './changes-table.tsx';
import { ratioAxis, ratioPlace } from './ratio-axis.ts';

/** Sizes in pixels. */
const [font, rowHeight, head, plotWidth, gap] = [12, 24, 22, 200, 14];

/** The comparisons with their counts, change and interval, for a file. */
export function ChangesPicture({ comparisons, period }: { comparisons: readonly SaidComparison[]; period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = comparisons.map((comparison) => {
    const { subject, count, earlier, difference } = comparison;
    const said = difference && differenceText(difference, format);
    return {
      comparison,
      label: subject,
      cells: [
        format.number.count(earlier ?? 0),
        format.number.count(count),
        said?.difference ?? '',
        said === undefined ? '' : t('changes.table.lowToHigh', said),
      ],
    };
  });
  const heads = [
    t('changes.table.before'),
    format.date.period(period.from, period.to),
    t('changes.table.change'),
    t('changes.table.interval'),
  ];
  const labelWidth = Math.max(...rows.map(({ label }) => textWidth(label, font)));
  const rights: number[] = [];
  heads.forEach((text, column) => {
    const width = Math.max(textWidth(text, font), ...rows.map(({ cells }) => textWidth(cells[column] ?? '', font)));
    rights.push((rights[column - 1] ?? labelWidth) + gap + width);
  });
  const left = (rights.at(-1) ?? 0) + gap;
  return (
    <svg className={styles.picture} width={left + plotWidth} height={head + rows.length * rowHeight} fontSize={font}>
      {heads.map((text, column) => (
        <text key={text} className={inks.quiet} x={rights[column]} y={font} textAnchor="end">
          {text}
        </text>
      ))}
      <svg x={left} width={plotWidth} height={head}>
        {ratioAxis.map((ratio) => (
          <text key={ratio} className={inks.quiet} x={`${ratioPlace(ratio)}%`} y={font} textAnchor={anchorOf(ratio)}>
            {t(`changes.axis.${axisName(ratio)}`)}
          </text>
        ))}
      </svg>
      {rows.map(({ comparison, label, cells }, index) => {
        const top = head + index * rowHeight;
        const { place, kind, measure } = comparison;
        return (
          <g key={`${place} ${kind} ${measure}`} className={comparison.evidence === 'clear' ? inks.strong : inks.quiet}>
            <text y={top + rowHeight / 2 + font / 3}>{label}</text>
            {cells.map((cell, column) => (
              <text key={heads[column]} x={rights[column]} y={top + rowHeight / 2 + font / 3} textAnchor="end">
                {cell}
              </text>
            ))}
            <IntervalMarks comparison={comparison} x={left} y={top} width={plotWidth} height={rowHeight} />
          </g>
        );
      })}
    </svg>
  );
}
