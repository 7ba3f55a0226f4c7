import { busiestShare } from '@monitor/findings';
import type { Concentration } from '@monitor/statistics';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PictureFrame } from '../picture-frame.tsx';
import { lorenzLayout, lorenzSizes } from './lorenz-layout.ts';
import styles from './place-time.module.css';
import inks from '../../styles/drawing.module.css';

/** The share of incidents in the busiest settlements, with what chance alone would give; on the screen and in a file. */
export function LorenzPicture({ found, width }: { found: Concentration; width: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const layout = lorenzLayout(found, busiestShare, width);
  const { left, font } = lorenzSizes;
  const { plotRight, plotBottom, height, xTicks, yTicks, mark } = layout;
  return (
    <PictureFrame layout={layout} font={font}>
      <path className={inks.band} d={layout.band} />
      {yTicks.map(({ share, y }) => (
        <g key={share}>
          <path className={inks.grid} d={`M${left} ${y}H${plotRight}`} />
          <text className={inks.end} x={left - 6} y={y + 4}>
            {number.share(share)}
          </text>
        </g>
      ))}
      {xTicks.map(({ share, x }) => (
        <text key={share} className={inks.middle} x={x} y={plotBottom + 15}>
          {number.share(share)}
        </text>
      ))}
      <text className={inks.middle} x={(left + plotRight) / 2} y={height - 5}>
        {t('placeTime.concentration.axis')}
      </text>
      <path className={styles.chance} d={layout.chance} />
      <path className={styles.curve} d={layout.curve} />
      <circle className={styles.dot} cx={mark.x} cy={mark.y} r={4.5} />
      <text className={inks.strong} x={mark.x + mark.aside} y={mark.y + mark.below}>
        {t('placeTime.concentration.mark', { share: number.share(found.busiest.value) })}
      </text>
      <text className={`${inks.end} ${inks.quiet}`} x={plotRight} y={plotBottom - 6}>
        {t('placeTime.concentration.chance')}
      </text>
    </PictureFrame>
  );
}
