import { paperWidth } from '../../charts/paper-width.ts';
import type { IntervalTone } from '../../figures/interval-bar.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './month-columns.module.css';
import inks from '../../styles/drawing.module.css';

/** Pixels of the drawing, on the page and in a file. */
const sizes = { page: { width: 208, height: 86 }, file: { width: paperWidth, height: 200 } } as const;
const [head, foot, gap] = [16, 16, 8];

/** The twelve months of a half. */
interface Half {
  readonly months: readonly number[];
  /** Their sum, as it is printed elsewhere. */
  readonly total: number;
  /** From and to: `Nov 2024`. */
  readonly ends: string;
}

export interface MonthColumnsProps {
  readonly before: Half;
  readonly now: Half;
  readonly tone: IntervalTone;
  readonly label: string;
  readonly size?: keyof typeof sizes;
}

/** Twenty-four months as columns: the year before in grey, the last twelve in the colour of what is counted, and the average of each. */
export function MonthColumns({ before, now, tone, label, size: of = 'page' }: MonthColumnsProps) {
  const { number } = useFormat();
  const greatest = Math.max(1, ...before.months, ...now.months);
  const size = sizes[of];
  const half = (size.width - gap) / 2;
  const room = size.height - head - foot;
  const floor = head + room;
  const pitch = half / 12;
  return (
    <svg
      className={`${inks.fit} ${styles.columns}`}
      data-size={of}
      data-tone={tone}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      {[before, now].map(({ months, total, ends }, index) => {
        const left = index * (half + gap);
        const average = (months.reduce((sum, month) => sum + month, 0) / Math.max(1, months.length) / greatest) * room;
        return (
          <g key={ends} data-half={index === 0 ? 'before' : 'now'}>
            {months.map((month, place) => (
              <rect
                key={(left + place * pitch).toFixed(2)}
                className={`${inks.toned} ${styles.month}`}
                x={(left + place * pitch).toFixed(2)}
                y={(floor - (month / greatest) * room).toFixed(2)}
                width={(pitch - 1).toFixed(2)}
                height={((month / greatest) * room).toFixed(2)}
              />
            ))}
            <rect className={inks.ink} x={left} y={(floor - average - 0.6).toFixed(2)} width={half} height={1.2} />
            <text className={`${inks.note} ${styles.total}`} x={left + half / 2} y={11} textAnchor="middle">
              {number.count(total)}
            </text>
            <text className={styles.ends} x={left} y={size.height - 3}>
              {ends}
            </text>
          </g>
        );
      })}
      <rect className={inks.faint} y={floor} width={size.width} height={0.8} />
    </svg>
  );
}
