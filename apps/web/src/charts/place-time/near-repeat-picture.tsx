import { nearRepeatBands, type NearRepeatCell, pairRatio, shadeOfPairs } from '@monitor/findings';
import type { TFunction } from 'i18next';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PictureFrame } from '../../pictures/picture-frame.tsx';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';

/** Sizes in pixels. */
const { font, small, left, head, row: rowHeight, gap } = { font: 12, small: 10.5, left: 82, head: 22, row: 46, gap: 2 };

/** The bands of distance and time as cells, shaded where there are clearly more pairs than chance gives; on the screen and in a file. */
export function NearRepeatPicture({ bands, width }: { bands: readonly (readonly NearRepeatCell[])[]; width: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const pitch = (width - left) / (bands[0]?.length ?? 1);
  const columnLeft = (column: number) => left + column * pitch;
  const columnWidth = pitch - gap;
  const rowTop = (row: number) => head + row * rowHeight;
  return (
    <PictureFrame layout={{ width, height: rowTop(bands.length) }} font={font}>
      {bands[0]?.map((_, time) => (
        <text key={daysText(time, t)} className={inks.middle} x={columnLeft(time) + columnWidth / 2} y={head - 8}>
          {daysText(time, t)}
        </text>
      ))}
      {bands.map((row, distance) => (
        <g key={distanceText(distance, t)}>
          <text y={rowTop(distance) + rowHeight / 2 + 3}>{distanceText(distance, t)}</text>
          {row.map((cell, time) => {
            const strength = shadeOfPairs(cell);
            const middle = columnLeft(time) + columnWidth / 2;
            return (
              <g key={daysText(time, t)} className={inks.heat} data-strength={strength}>
                <rect
                  x={columnLeft(time) + 0.5}
                  y={rowTop(distance) + 0.5}
                  width={columnWidth - 1}
                  height={rowHeight - gap - 1}
                  rx={3}
                />
                <text className={`${inks.strong} ${kit.middling} ${inks.middle}`} x={middle} y={rowTop(distance) + 19}>
                  {pairRatio(cell, number)}
                </text>
                <text className={inks.middle} x={middle} y={rowTop(distance) + 34} fontSize={small}>
                  {t('placeTime.nearRepeat.pairs', { count: cell.observed, pairs: number.count(cell.observed) })}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </PictureFrame>
  );
}

/** `0–100 m`, `100–250 m` */
export function distanceText(band: number, t: TFunction): string {
  const { distances } = nearRepeatBands;
  return t('placeTime.nearRepeat.metres', { from: distances[band - 1] ?? 0, to: distances[band] });
}

/** `0–7 days`, `8–14 days` */
export function daysText(band: number, t: TFunction): string {
  const { times } = nearRepeatBands;
  const before = times[band - 1];
  return t('placeTime.nearRepeat.days', { from: before === undefined ? 0 : before + 1, to: times[band] });
}
