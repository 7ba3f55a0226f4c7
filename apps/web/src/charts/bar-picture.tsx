import type { TFunction } from 'i18next';
import type { CSSProperties } from 'react';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type BarLayout, barLayout, barSizes, type LaidOutBar, type OtherBar } from './bar-layout.ts';
import styles from './bars.module.css';
import { FitWidth } from '../pictures/fit-width.tsx';
import inks from '../styles/drawing.module.css';
import { PictureFrame } from '../pictures/picture-frame.tsx';
import { baseline } from '../pictures/text-lines.ts';

export interface Bar extends LaidOutBar {
  /** The value of the list that it shows. */
  readonly value: string;
  /** Custom property that holds its colour. */
  readonly token: `--${string}`;
  /** True if other values are chosen and this one is not. */
  readonly muted: boolean;
}

const { font, line, chosenWeight, swatch, track, thin, noteFont, heads } = barSizes;

/** Least height of a row that is pressed with a finger, in pixels. */
const fingerRow = 36;

/** The picture of the bars, and over each of them a button. */
export function Bars({ bars, onPress }: { bars: readonly Bar[]; onPress: (bar: Bar) => void }) {
  const { t } = useTranslation();
  const coarse = useMediaQuery('(pointer: coarse)');
  return (
    <FitWidth>
      {(width) => {
        const layout = barLayout(bars, width, coarse ? fingerRow : undefined);
        return (
          <>
            <BarPicture bars={bars} layout={layout} />
            <ul>
              {bars.map((bar, index) => (
                <li key={bar.value}>
                  <button
                    type="button"
                    className={inks.press}
                    style={{ insetBlockStart: layout.rows[index]?.top, blockSize: layout.rows[index]?.height }}
                    aria-label={barName(bar, t)}
                    aria-pressed={bar.pressed}
                    title={barActionText(bar, t)}
                    onClick={() => onPress(bar)}
                  />
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </FitWidth>
  );
}

/** Labels, bars and amounts, as they are seen on the screen and in a file. */
export function BarPicture({ bars, layout }: { bars: readonly Bar[]; layout: BarLayout }) {
  const { labelLeft, trackLeft, trackWidth, amountRight, otherRight, rows } = layout;
  const { t } = useTranslation();
  return (
    <PictureFrame layout={layout} font={font}>
      {otherRight === undefined ? null : (
        <g fontSize={noteFont}>
          <text className={`${inks.end} ${styles.amount}`} data-side="a" x={amountRight} y={heads - 4}>
            {t('compare.side.a')}
          </text>
          <text className={`${inks.end} ${styles.amount}`} x={otherRight} y={heads - 4}>
            {t('compare.side.b')}
          </text>
        </g>
      )}
      {bars.map((bar, index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const middle = row.top + row.height / 2;
        const colour: CSSProperties = { fill: `var(${bar.token})` };
        const trackTop = middle - track / 2;
        const { other } = bar;
        const signMiddle = other === undefined ? middle : row.linesTop + line / 2;
        return (
          <g key={bar.value} data-muted={bar.muted || undefined}>
            {bar.swatch ? (
              <rect className={styles.fill} style={colour} y={signMiddle - swatch / 2} width={swatch} height={swatch} rx={2} />
            ) : null}
            <text className={`${inks.ink} ${styles.label}`} fontWeight={bar.pressed ? chosenWeight : undefined}>
              {row.lines.map((text, number) => (
                <tspan key={`${number} ${text}`} x={labelLeft} y={row.linesTop + (number + baseline) * line}>
                  {/* With the space that it was broken at, so that the label can be found in a file. */}
                  {number === row.lines.length - 1 ? text : `${text} `}
                </tspan>
              ))}
            </text>
            {other === undefined ? null : <OtherBarPicture bar={bar} other={other} row={row} layout={layout} />}
            {other !== undefined ? null : (
              <>
                <rect className={inks.track} x={trackLeft} y={trackTop} width={trackWidth} height={track} rx={2} />
                <rect className={styles.fill} style={colour} x={trackLeft} y={trackTop} width={row.length} height={track} rx={2} />
                {row.interval === undefined ? null : (
                  <path
                    className={inks.dark}
                    d={`M${trackLeft + row.interval[0]} ${middle - 3}v6m0 -3H${trackLeft + row.interval[1]}m0 -3v6`}
                  />
                )}
              </>
            )}
            <text
              className={`${inks.end} ${styles.amount}`}
              data-side={other === undefined ? undefined : 'a'}
              x={amountRight}
              y={middle + (baseline - 0.5) * line}
            >
              {bar.text}
            </text>
          </g>
        );
      })}
    </PictureFrame>
  );
}

/** The pair of bars of a value: A filled, B a grey outline under it; and the ratio under the label. */
function OtherBarPicture({
  bar,
  other,
  row,
  layout: { labelLeft, trackLeft, otherRight = 0 },
}: {
  bar: Bar;
  other: OtherBar;
  row: BarLayout['rows'][number];
  layout: BarLayout;
}) {
  const middle = row.top + row.height / 2;
  return (
    <>
      <text className={styles.note} data-clear={other.isClear || undefined} x={labelLeft} y={row.noteAt} fontSize={noteFont}>
        {other.note}
      </text>
      <rect
        className={styles.fill}
        style={{ fill: `var(${bar.token})` }}
        x={trackLeft}
        y={middle - thin - 1}
        width={row.length}
        height={thin}
      />
      {row.otherLength === undefined ? null : (
        <rect
          className={`${inks.rule} ${inks.unfilled} ${styles.outline}`}
          x={trackLeft + 0.5}
          y={middle + 0.5}
          width={row.otherLength}
          height={thin - 1}
        />
      )}
      <text className={`${inks.end} ${styles.amount}`} x={otherRight} y={middle + (baseline - 0.5) * line}>
        {other.text}
      </text>
    </>
  );
}

/** The name of a bar for screen readers. */
function barName({ label, text, other }: Pick<LaidOutBar, 'label' | 'text' | 'other'>, t: TFunction): string {
  return other === undefined ? `${label} ${text}` : t('compare.bars.label', { label, a: text, b: other.text, note: other.note });
}

/** What a press on a bar does. */
export function barActionText({ label, pressed, muted }: Pick<Bar, 'label' | 'pressed' | 'muted'>, t: TFunction): string {
  if (pressed) return t('chart.bar.remove', { value: label });
  return muted ? t('chart.bar.also', { value: label }) : t('chart.bar.only', { value: label });
}
