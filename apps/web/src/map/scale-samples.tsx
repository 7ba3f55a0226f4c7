import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/languages.ts';
import { compactCount } from './compact-count.ts';
import { donutRadius, dotRadius, type FigureScale, scaleSamples } from './figure-size.ts';
import styles from './scale-samples.module.css';

/** Circles of three sizes with their counts; larger counts than the last are drawn as large as it. */
export function ScaleSamples({ scale }: { readonly scale: FigureScale }) {
  const { t, i18n } = useTranslation('map');
  const format = compactCount(localeOf(i18n.language));
  return (
    <ul className={styles.samples} aria-label={t('legend.size')}>
      {scaleSamples(scale).map((count) => {
        const radius = count === 1 ? dotRadius.plain : donutRadius(count, scale);
        return (
          <li key={count}>
            <svg width={radius * 2 + 2} height={radius * 2 + 2} aria-hidden>
              <circle cx={radius + 1} cy={radius + 1} r={radius} />
            </svg>
            {count === scale.largestCount ? t('legend.atLeast', { formatted: format(count) }) : format(count)}
          </li>
        );
      })}
    </ul>
  );
}
