import type { IncidentType, DimensionName } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import { Swatch } from '../controls/swatch.tsx';
import { toggleValue } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { barActionText } from './bar-words.ts';
import styles from './bars.module.css';

export interface Bar {
  readonly value: string;
  readonly label: string;
  readonly amount: number;
  /** The amount as printed. */
  readonly text: string;
  /** Custom property that holds its colour. */
  readonly token: `--${string}`;
  readonly swatch: IncidentType | undefined;
  readonly pressed: boolean;
  /** True where other values are chosen and this one is not. */
  readonly muted: boolean;
}

export function Bars({ dimension, bars, others }: { dimension: DimensionName; bars: readonly Bar[]; others: number }) {
  const { t } = useTranslation();
  const { act } = useExplore();
  const most = Math.max(...bars.map((bar) => bar.amount));
  return (
    <>
      <ul className={styles.bars} data-swatches={bars.some((bar) => bar.swatch !== undefined) || undefined}>
        {bars.map((bar) => (
          <li key={bar.value}>
            <button
              type="button"
              className={styles.bar}
              aria-pressed={bar.pressed}
              data-muted={bar.muted || undefined}
              title={barActionText(bar, t)}
              onClick={() => act(toggleValue(dimension, bar.value))}
            >
              <span className={styles.label}>
                {bar.swatch === undefined ? null : <Swatch type={bar.swatch} />}
                <span>{bar.label}</span>
              </span>
              <span className={styles.track}>
                <span
                  className={styles.fill}
                  style={{ inlineSize: `${(bar.amount / most) * 100}%`, background: `var(${bar.token})` }}
                />
              </span>
              <span className={styles.amount}>{bar.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className={styles.others}>{t('chart.bar.others', { count: others })}</p> : null}
    </>
  );
}
