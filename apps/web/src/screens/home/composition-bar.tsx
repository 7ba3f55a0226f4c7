import { type Format, useFormat } from '../../format/use-format.ts';
import { exploreAddress } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import kit from '../../styles/kit.module.css';
import styles from './composition-bar.module.css';
import inks from '../../styles/drawing.module.css';

export interface ShownPart {
  readonly name: string;
  readonly count: number;
  /** Of the sum of all parts. */
  readonly share: number;
  /** Custom property of its colour, and how much of it there is where several parts share one. */
  readonly token: `--${string}`;
  readonly opacity?: number | undefined;
  readonly query: string;
}

/** Pixels that a letter takes on average, and the least width of the bar where its words stand beside it. */
const letter = 6.3;
const leastWidth = { wide: 690, narrow: 420 };
const rows = { over: 14, bar: 20, height: 8, first: 42, second: 56, all: 60 };

interface CompositionProps {
  readonly parts: readonly ShownPart[];
  readonly size: keyof typeof leastWidth;
}

const amountText = ({ count, share }: ShownPart, { number }: Format) => `${number.count(count)} · ${number.share(share)}`;
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** What figures are made of: one bar with its words under it and, on a phone, a list of bars. Each part leads to its incidents. */
export function CompositionBar({ parts, size }: CompositionProps) {
  const format = useFormat();
  return (
    <>
      <div className={kit.wideOnly}>
        <CompositionPicture parts={parts} size={size} hasLinks />
      </div>
      <ul className={`${kit.phoneOnly} ${kit.top2}`}>
        {parts.map((part) => (
          <li key={part.name}>
            <IncidentsLink className={`${kit.stackWide} ${styles.row}`} query={exploreAddress(part.query)}>
              <span className={kit.ink}>{part.name}</span>
              <svg width="100%" height={8} aria-hidden="true">
                <Bar part={part} x="0" y={0} width={part.share / (parts[0]?.share ?? 1)} />
              </svg>
              <span className={kit.quiet}>{amountText(part, format)}</span>
            </IncidentsLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The bar with its words; in a file, as wide as on the narrowest page that has it. */
export function CompositionPicture({ parts, size, hasLinks = false }: CompositionProps & { readonly hasLinks?: boolean }) {
  const format = useFormat();
  // Under the bar in two lines, over it in one.
  const widthOf = (part: ShownPart) => ({
    under: letter * Math.max(part.name.length, amountText(part, format).length),
    over: letter * (part.name.length + 1 + format.number.count(part.count).length),
  });
  const placed = placeParts(parts, parts.map(widthOf), leastWidth[size]);
  return (
    <svg className={inks.note} width={hasLinks ? '100%' : leastWidth[size]} height={rows.all}>
      {parts.map((part, index) => {
        const { from, side, anchor } = placed[index] ?? { from: 0, side: 'none', anchor: 'start' };
        const x = percent(anchor === 'end' ? 1 : from);
        const content = (
          <>
            <Bar part={part} x={percent(from)} y={rows.bar} width={part.share} />
            {side === 'under' ? (
              <text textAnchor={anchor}>
                <tspan className={inks.ink} x={x} y={rows.first}>
                  {part.name}
                </tspan>{' '}
                <tspan className={inks.quiet} x={x} y={rows.second}>
                  {amountText(part, format)}
                </tspan>
              </text>
            ) : side === 'over' ? (
              <text textAnchor={anchor} x={x} y={rows.over}>
                <tspan className={inks.ink}>{part.name}</tspan>{' '}
                <tspan className={inks.quiet}>{format.number.count(part.count)}</tspan>
              </text>
            ) : null}
          </>
        );
        return hasLinks ? (
          <IncidentsLink
            key={part.name}
            query={exploreAddress(part.query)}
            aria-label={side === 'none' ? `${part.name} ${amountText(part, format)}` : undefined}
          >
            {content}
          </IncidentsLink>
        ) : (
          <g key={part.name}>{content}</g>
        );
      })}
    </svg>
  );
}

/** @param width as a share of all */
function Bar({ part: { token, opacity }, width, ...place }: { part: ShownPart; x: string; y: number; width: number }) {
  return (
    <rect
      className={inks.edge}
      fill={`var(${token})`}
      fillOpacity={opacity}
      width={percent(width)}
      height={rows.height}
      {...place}
    />
  );
}

/** Where the words of a part stand: under it, over it where it is too narrow for them, or nowhere. */
interface PlacedPart {
  /** Share of the width at which it begins. */
  readonly from: number;
  readonly side: 'under' | 'over' | 'none';
  readonly anchor: 'start' | 'end';
}

/** Pixels that the words of a part take. */
interface WordWidths {
  readonly under: number;
  readonly over: number;
}

/** Room between two texts, in pixels. */
const gap = 8;

/**
 * Places the words of parts in a row: under them where they are wide enough, else over them, as long as no text covers another.
 * @param widths of the words of each part under and over it, in pixels
 * @param width of the row, in pixels: the least that it can have
 */
export function placeParts(parts: readonly Pick<ShownPart, 'share'>[], widths: readonly WordWidths[], width: number): PlacedPart[] {
  const ends = { under: -gap, over: -gap };
  let from = 0;
  return parts.map(({ share }, index) => {
    const start = from;
    from += share;
    const needed = widths[index] ?? { under: 0, over: 0 };
    const isLast = index === parts.length - 1;
    const leftOf = (side: keyof WordWidths) => (isLast ? Math.min(start * width, width - needed[side]) : start * width);
    const fits = (side: keyof WordWidths) => leftOf(side) >= ends[side] + gap && leftOf(side) + needed[side] <= width;
    const room = isLast || needed.under + gap <= share * width;
    const side = room && fits('under') ? 'under' : fits('over') ? 'over' : 'none';
    if (side === 'none') return { from: start, side, anchor: 'start' };
    ends[side] = leftOf(side) + needed[side];
    return { from: start, side, anchor: isLast && leftOf(side) < start * width ? 'end' : 'start' };
  });
}
