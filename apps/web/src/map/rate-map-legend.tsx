import styles from './rate-map.module.css';
import inks from '../styles/drawing.module.css';

interface LegendProps {
  readonly width: number;
  /** What the map shows: `Violent incidents per 100,000 people`. */
  readonly unit: string;
  /** The bounds between the classes as they are written. */
  readonly bounds: readonly string[];
  /** Textures that occur on the map. */
  readonly textures: readonly { readonly fill: string; readonly text: string }[];
}

/** Height of the legend under a map, in pixels. */
export const legendHeight = 52;
/** The greatest length of its scale, and the part of the width that it may have. */
const longest = { scale: 300, share: 0.48 } as const;
const row = 15;

/** The scale of the classes, and what the textures mean. */
export function RateMapLegend({ width, unit, bounds, textures }: LegendProps) {
  const step = Math.min(longest.scale, width * longest.share) / (bounds.length + 1);
  return (
    <g className={inks.print}>
      <text className={inks.strong} y={16}>
        {unit}
      </text>
      {[0, ...bounds].map((bound, index) => (
        <g key={bound} transform={`translate(${index * step} 24)`}>
          <rect className={`${inks.grid} ${styles.area}`} data-class={index} width={step} height={10} />
          <text y={23} textAnchor={index === 0 ? 'start' : 'middle'}>
            {bound}
          </text>
        </g>
      ))}
      {textures.map(({ fill, text }, index) => (
        <g key={text} transform={`translate(${(bounds.length + 1) * step + 16} ${24 + index * row})`}>
          <rect className={inks.grid} fill={fill} width={16} height={10} />
          <text x={22} y={9}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
