import type { Box } from './land-grid.ts';
import styles from './rate-map.module.css';
import inks from '../styles/drawing.module.css';
import type { LabelSize } from './rate-map-labels.ts';

interface LegendProps {
  readonly box: Box;
  readonly letters: LabelSize;
  /** What the map shows: `Violent incidents per 100,000 people`. */
  readonly unit: string;
  /** The bounds between the classes as they are written. */
  readonly bounds: readonly string[];
  /** Textures that occur on the map. */
  readonly textures: readonly { readonly fill: string; readonly text: string }[];
}

const sizes = {
  large: { left: 18, title: 22, bar: 34, swatch: 9, step: 17, font: 11 },
  small: { left: 10, title: 16, bar: 24, swatch: 8, step: 15, font: 10 },
} as const;

/** The scale of the classes, and what the textures mean. */
export function RateMapLegend({ box, letters, unit, bounds, textures }: LegendProps) {
  const { left, title, bar, swatch, step, font } = sizes[letters];
  const width = (box.width - 2 * left) / (bounds.length + 1);
  const lowest = bar + swatch + font + 5;
  return (
    <g transform={`translate(${box.left} ${box.top})`} fontSize={font}>
      <rect className={`${inks.paper} ${inks.grid}`} width={box.width} height={box.height} />
      <text className={inks.strong} x={left} y={title}>
        {unit}
      </text>
      {[0, ...bounds].map((bound, index) => (
        <g key={bound}>
          <rect className={styles.area} data-class={index} x={left + index * width} y={bar} width={width} height={swatch} />
          <text x={left + index * width} y={lowest} textAnchor={index === 0 ? 'start' : 'middle'}>
            {bound}
          </text>
        </g>
      ))}
      {textures.map(({ fill, text }, index) => (
        <g key={text} transform={`translate(${left} ${lowest + 10 + index * step})`}>
          <rect className={inks.grid} fill={fill} width={14} height={9} />
          <text x={21} y={8.5}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
