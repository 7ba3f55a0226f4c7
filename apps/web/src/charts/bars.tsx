import { useMediaQuery } from '../controls/use-media-query.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { barLayout } from './bar-layout.ts';
import { type Bar, BarPicture } from './bar-picture.tsx';
import { barActionText, barName } from './bar-words.ts';
import styles from './bars.module.css';
import { FitWidth } from './fit-width.tsx';

/** Least height of a row that is pressed with a finger, in pixels. */
const fingerRow = 36;

/** The picture of the bars, and over each of them a button. */
export function Bars({ bars, onPress }: { bars: readonly Bar[]; onPress: (bar: Bar) => void }) {
  const { t } = useTranslation();
  const coarse = useMediaQuery('(pointer: coarse)');
  return (
    <>
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
                      className={styles.button}
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
    </>
  );
}
