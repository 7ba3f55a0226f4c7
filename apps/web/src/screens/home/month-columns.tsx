import { ColumnsLink, type StepMark } from '../../charts/steps-link.tsx';
import type { IntervalTone } from '../../pictures/interval-bar.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './month-columns.module.css';
import inks from '../../styles/drawing.module.css';

/** Pixels of the drawing on the page; in a file it is wider and taller. */
const small = { width: 208, height: 86 } as const;
const tall = 200;
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
  readonly width?: number;
  /** What lists the incidents of a month, counted from the first. */
  readonly markOf?: (at: number) => StepMark;
}

/** Twenty-four months as columns: the year before in grey, the last twelve in the colour of what is counted, and the average of each. */
export function MonthColumns({ before, now, tone, label, width = small.width, markOf }: MonthColumnsProps) {
  const { number } = useFormat();
  const greatest = Math.max(1, ...before.months, ...now.months);
  const height = width > small.width ? tall : small.height;
  const half = (width - gap) / 2;
  const room = height - head - foot;
  const floor = head + room;
  const pitch = half / 12;
  return (
    <svg
      className={styles.columns}
      width={width}
      data-tone={tone}
      viewBox={`0 0 ${width} ${height}`}
      role={markOf ? 'group' : 'img'}
      aria-label={label}
    >
      {[before, now].map(({ months, total, ends }, index) => {
        const left = index * (half + gap);
        const average = (months.reduce((sum, month) => sum + month, 0) / Math.max(1, months.length) / greatest) * room;
        return (
          <g key={ends}>
            {months.map((month, place) => (
              <rect
                key={(left + place * pitch).toFixed(2)}
                className={index === 0 ? inks.other : inks.toned}
                x={(left + place * pitch).toFixed(2)}
                y={(floor - (month / greatest) * room).toFixed(2)}
                width={(pitch - 1).toFixed(2)}
                height={((month / greatest) * room).toFixed(2)}
              />
            ))}
            <rect className={inks.ink} x={left} y={(floor - average - 0.6).toFixed(2)} width={half} height={1.2} />
            <text
              className={`${index === 0 ? inks.quiet : inks.strong} ${inks.small}`}
              x={left + half / 2}
              y={11}
              textAnchor="middle"
            >
              {number.count(total)}
            </text>
            <text className={inks.faint} fontSize={10} x={left} y={height - 3}>
              {ends}
            </text>
          </g>
        );
      })}
      <rect className={inks.faint} y={floor} width={width} height={0.8} />
      {markOf && (
        <ColumnsLink
          steps={before.months.length + now.months.length}
          markOf={markOf}
          left={0}
          wide={width}
          unit=""
          top={head}
          height={room}
        />
      )}
    </svg>
  );
}
