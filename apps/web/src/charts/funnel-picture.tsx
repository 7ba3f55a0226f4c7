import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type FunnelLayout, funnelSizes } from './funnel-layout.ts';
import styles from './funnel-plot.module.css';
import inks from '../styles/drawing.module.css';
import { PictureFrame } from './picture-frame.tsx';

const { font, left, dot, small } = funnelSizes;

/** Places by population and rate, and the limits of chance, on the screen and in a file. */
export function FunnelPicture({ layout, average }: { layout: FunnelLayout; average: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { height, plotRight, plotBottom, xTicks, yTicks, bands, points } = layout;
  // What is named lies over what is not.
  const ordered = points.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return (
    <PictureFrame layout={layout} font={font}>
      {bands.map((path, index) => (
        <path key={path} className={index === 0 ? styles.outer : inks.band} d={path} />
      ))}
      {yTicks.map(({ rate, y }) => (
        <g key={rate}>
          <path className={inks.grid} d={`M${left} ${y}H${plotRight}`} />
          <text className={inks.end} x={left - 8} y={y + 4}>
            {number.count(rate)}
          </text>
        </g>
      ))}
      {xTicks.map(({ people, x }) => (
        <text key={people} className={inks.middle} x={x} y={plotBottom + 15}>
          {number.count(people)}
        </text>
      ))}
      <text className={inks.middle} x={(left + plotRight) / 2} y={height - 6}>
        {t('places.funnel.people')}
      </text>
      <path className={inks.rule} d={`M${left} ${layout.average}H${plotRight}`} />
      <text className={inks.strong} x={left + 4} y={layout.average - 4}>
        {t('places.funnel.average', { rate: number.rate(average) })}
      </text>
      {ordered.map(({ key, kind, x, y, isCut, label, text }) => (
        <g key={key} data-kind={kind}>
          {isCut ? (
            <path className={styles.point} d={`M${x - 3} ${y + 2}h6l-3 -5z`} />
          ) : (
            <circle className={styles.point} cx={x} cy={y} r={kind === 'own' || kind === 'peer' ? dot : small} />
          )}
          {text === undefined ? null : (
            <text className={styles.label} x={text.x} y={text.y} textAnchor={text.anchor}>
              {label}
            </text>
          )}
        </g>
      ))}
    </PictureFrame>
  );
}

const order = ['other', 'part', 'peer', 'own'];
