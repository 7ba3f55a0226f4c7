import { busiestShare } from '@monitor/findings';
import type { Concentration } from '@monitor/statistics';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AmountAxis, bandPath, linePath } from '../../pictures/lines.tsx';
import { PictureFrame } from '../../pictures/picture-frame.tsx';
import inks from '../../styles/drawing.module.css';
import styles from './place-time.module.css';

/** Sizes in pixels. */
const { font, left, right, top, bottom } = { font: 11, left: 40, right: 12, top: 10, bottom: 36 };

/** Share of places up to which the curve is drawn: beyond, it is flat where incidents are concentrated. */
const mostPlaces = 0.2;

/** The share of incidents in the busiest settlements, with what chance alone would give; on the screen and in a file. */
export function LorenzPicture({ found: { lorenz, busiest }, width }: { found: Concentration; width: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const height = Math.round(Math.min(260, Math.max(190, width * 0.5)));
  const [plotRight, plotBottom] = [width - right, height - bottom];
  const x = (places: number) => left + (places / mostPlaces) * (plotRight - left);
  const y = (events: number) => plotBottom - events * (plotBottom - top);
  // The busiest places first.
  const shown = lorenz.filter(({ places }) => places <= mostPlaces).map((point) => ({ ...point, x: x(point.places) }));
  const mark = { x: x(busiestShare), y: y(busiest.value) };
  // Its words stand clear of both curves.
  const aside = busiest.value > 0.5 ? { x: 8, y: 18 } : { x: -4, y: -20 };
  return (
    <PictureFrame layout={{ width, height }} font={font}>
      <path
        className={inks.band}
        d={bandPath(shown.map(({ x: at, byChance: { low, high } }) => ({ x: at, low: y(low), high: y(high) })))}
      />
      <AmountAxis
        ticks={[0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share), text: number.share(share) }))}
        left={left}
        right={plotRight}
      />
      {[0, 0.05, 0.1, 0.15, 0.2].map((share) => (
        <text key={share} className={inks.middle} x={x(share)} y={plotBottom + 15}>
          {number.share(share)}
        </text>
      ))}
      <text className={inks.middle} x={(left + plotRight) / 2} y={height - 5}>
        {t('placeTime.concentration.axis')}
      </text>
      <path
        className={`${inks.unfilled} ${styles.chance}`}
        d={linePath(shown.map(({ x: at, byChance: { value } }) => ({ x: at, y: y(value) })))}
      />
      <path className={inks.line} d={linePath(shown.map(({ x: at, events }) => ({ x: at, y: y(events) })))} />
      <circle className={inks.own} cx={mark.x} cy={mark.y} r={4.5} />
      <text className={inks.strong} x={mark.x + aside.x} y={mark.y + aside.y}>
        {t('placeTime.concentration.mark', { share: number.share(busiest.value) })}
      </text>
      <text className={`${inks.end} ${inks.quiet}`} x={plotRight} y={plotBottom - 6}>
        {t('placeTime.concentration.chance')}
      </text>
    </PictureFrame>
  );
}
