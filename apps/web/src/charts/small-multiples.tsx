import { rateTicks } from '../pictures/axis-ticks.ts';
import { linePath, stretchesOf } from '../pictures/lines.tsx';
import styles from './small-multiples.module.css';
import { type StepMark, StepsLink } from './steps-link.tsx';
import links from './steps-link.module.css';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';

/** One of several small charts on one scale. */
export interface Multiple {
  readonly key: string;
  readonly name: string;
  /** One for each step; null if it is not known. */
  readonly amounts: readonly (number | null)[];
  /** Positions that the line is broken before, with a mark, since they have other data. */
  readonly breaks?: readonly number[] | undefined;
  /** Its last amount in words. */
  readonly end: string;
  /** Whether the last step is not complete: its point is hollow. */
  readonly isPartial: boolean;
}

export interface MultiplesProps {
  readonly multiples: readonly Multiple[];
  /** Under the first and the last step. */
  readonly first: string;
  readonly last: string;
  /** What lists the incidents of a step, and says which it is; undefined if they cannot be listed. */
  readonly markOf?: (key: string, at: number) => StepMark | undefined;
  readonly ownScales?: boolean;
}

const height = 138;
const top = 26;
const plot = 88;
/** Room for the last amount, in % of the width. */
const right = 20;
/** The numbers of the axis: pixels of a figure of them, between them and the axis, and of the narrowest chart, which the style sheet sets. */
const axis = { figure: 6.6, gap: 4, narrowest: 158 } as const;

/** Room for the numbers of the axis, in % of the width. */
function leftOf(ticks: readonly number[]): number {
  const figures = Math.max(...ticks.map((tick) => String(tick).length));
  return Math.ceil(((figures * axis.figure + axis.gap) / axis.narrowest) * 100);
}

/** Small charts side by side, as many in a row as there is room for, drawn without a script. */
export function SmallMultiples({ isLarge = false, ...props }: MultiplesProps & { isLarge?: boolean }) {
  return (
    <ul className={`${kit.stack} ${styles.grid}`} data-large={isLarge || undefined}>
      {props.multiples.map((multiple) => (
        <li key={multiple.key}>
          <svg width="100%" height={height} role={props.markOf ? 'group' : 'img'} aria-label={`${multiple.name}: ${multiple.end}`}>
            <Cell multiple={multiple} {...props} />
            <Pressed multiple={multiple} {...props} />
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** The way to the incidents of each step. */
function Pressed({ multiple, multiples, markOf, ownScales }: MultiplesProps & { multiple: Multiple }) {
  const { x, y, left, across } = scaleOf(ownScales ? [multiple] : multiples);
  const { key, amounts } = multiple;
  return (
    <StepsLink arePoints steps={amounts.length} markOf={(at) => (amounts[at] == null ? undefined : markOf?.(key, at))}>
      {(at) => (
        <>
          <rect className={links.all} x={`${left}%`} y={top} width={`${across}%`} height={plot} />
          <circle className={links.ring} cx={x(at)} cy={y(amounts[at] ?? 0)} r="6" />
        </>
      )}
    </StepsLink>
  );
}

/** Where steps and amounts are: in all of them, or in one with a scale of its own. */
function scaleOf(multiples: readonly Multiple[]) {
  const ticks = rateTicks(Math.max(0, ...multiples.flatMap(({ amounts }) => amounts.map((amount) => amount ?? 0))));
  const left = leftOf(ticks);
  const across = 100 - left - right;
  const highest = ticks.at(-1) ?? 1;
  const steps = Math.max(1, (multiples[0]?.amounts.length ?? 1) - 1);
  const down = (amount: number) => (1 - amount / highest) * plot;
  return {
    ticks,
    left,
    across,
    steps,
    down,
    x: (at: number) => `${left + (at / steps) * across}%`,
    y: (amount: number) => top + down(amount),
  };
}

/** The same in one picture, for a file. @param width in pixels */
export function MultiplesPicture({ width, ...props }: MultiplesProps & { width: number }) {
  const inRow = Math.min(4, props.multiples.length);
  const wide = width / inRow;
  return (
    <svg width={width} height={Math.ceil(props.multiples.length / inRow) * height}>
      {props.multiples.map((multiple, at) => (
        <svg key={multiple.key} x={(at % inRow) * wide} y={Math.floor(at / inRow) * height} width={wide} height={height}>
          <Cell multiple={multiple} {...props} />
        </svg>
      ))}
    </svg>
  );
}

/** One small chart: its own line before those of the others on its scale. */
function Cell({ multiple, multiples: all, first, last, ownScales }: MultiplesProps & { multiple: Multiple }) {
  const multiples = ownScales ? [multiple] : all;
  const { ticks, left, across, steps, down, x, y } = scaleOf(multiples);
  const lineOf = ({ amounts, breaks = [] }: Pick<Multiple, 'amounts' | 'breaks'>, from = 0) => {
    const points = amounts.map((amount, at) => (amount === null || at < from ? [] : [{ x: (at / steps) * 100, y: down(amount) }]));
    return stretchesOf(points, breaks)
      .map((stretch) => linePath(stretch.flat()))
      .join('');
  };
  const { amounts, breaks = [], isPartial } = multiple;
  const lastAt = amounts.findLastIndex((amount) => amount !== null);
  const end = { x: x(Math.max(0, lastAt)), y: y(amounts[lastAt] ?? 0) };
  return (
    <g className={inks.label}>
      <text className={`${inks.strong} ${inks.small}`} y="13">
        {multiple.name}
      </text>
      {ticks.map((tick, at) => (
        <g key={tick}>
          <line
            className={tick === 0 ? inks.base : inks.grid}
            x1={`${left}%`}
            x2={`${100 - right}%`}
            y1={top + down(tick)}
            y2={top + down(tick)}
          />
          {tick === 0 || (ticks.length - 1 - at) % 2 === 0 ? (
            <text className={inks.quiet} x={`${left}%`} dx={-axis.gap} y={top + down(tick) + 4} textAnchor="end">
              {tick}
            </text>
          ) : null}
        </g>
      ))}
      <svg
        x={`${left}%`}
        y={top}
        width={`${across}%`}
        height={plot}
        viewBox={`0 0 100 ${plot}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {multiples.map((other) =>
          other.key === multiple.key ? null : (
            <path
              key={other.key}
              className={`${inks.unfilled} ${styles.other}`}
              d={lineOf(other)}
              vectorEffect="non-scaling-stroke"
            />
          ),
        )}
        <path
          className={inks.line}
          d={lineOf({ amounts: isPartial ? amounts.slice(0, lastAt) : amounts, breaks })}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
        {isPartial ? (
          <path
            className={inks.line}
            d={lineOf(multiple, lastAt - 1)}
            strokeDasharray="1.5 3.5"
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
      {breaks.map((at) => (
        <line key={at} className={inks.change} x1={x(at - 0.5)} x2={x(at - 0.5)} y1={top} y2={top + plot} />
      ))}
      {lastAt < 0 ? null : <circle className={isPartial ? inks.hollow : inks.own} cx={end.x} cy={end.y} r="3.5" />}
      <text className={`${inks.strong} ${inks.small}`} x={end.x} dx="8" y={end.y + 4}>
        {multiple.end}
      </text>
      {first === last ? null : (
        <text className={inks.quiet} x={`${left}%`} y={top + plot + 16}>
          {first}
        </text>
      )}
      <text className={inks.quiet} x={`${100 - right}%`} y={top + plot + 16} textAnchor="end">
        {last}
      </text>
    </g>
  );
}
