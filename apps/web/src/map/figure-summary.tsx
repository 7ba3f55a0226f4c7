import type { CSSProperties } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import type { Share } from './donut.ts';
import styles from './figure-summary.module.css';
import kit from '../styles/kit.module.css';

/** People killed and injured; in colour only where there are any. */
export function Casualties({ killed, injured }: { readonly killed: number; readonly injured: number }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  return (
    <p className={`${kit.quiet} ${kit.flex} ${styles.casualties}`}>
      <span className={killed > 0 ? styles.killed : undefined}>
        <b>{number.count(killed)}</b> {t('cell.killed')}
      </span>
      <span className={injured > 0 ? styles.injured : undefined}>
        <b>{number.count(injured)}</b> {t('cell.injured')}
      </span>
    </p>
  );
}

/** Types named before the rest is summed up. */
export const namedTypes = 6;

/** What a cell is made of: a small bar for each type, most frequent first. */
export function CompositionBars({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const { number } = useFormat();
  const sorted = shares.toSorted((one, other) => other.count - one.count);
  const shown = sorted.length === namedTypes + 1 ? sorted : sorted.slice(0, namedTypes);
  const rest = sorted.slice(shown.length);
  const largest = sorted[0]?.count ?? 1;
  return (
    <ul className={`${kit.row} ${styles.bars}`}>
      {shown.map(({ type, count }) => (
        <li key={type}>
          <span className={`${kit.quiet} ${kit.nowrap}`}>{terms.label('type', type)}</span>
          <span className={styles.track} aria-hidden>
            <span
              className={`${kit.fill} ${kit.block} ${styles.bar}`}
              style={{ '--share': count / largest, '--type-colour': `var(${incidentTypeTokens[type]})` } as CSSProperties}
            />
          </span>
          <span className={`${kit.quiet} ${kit.end}`}>{number.count(count)}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span className={`${kit.quiet} ${kit.nowrap}`}>{t('cell.others', { count: rest.length })}</span>
          <span />
          <span className={`${kit.quiet} ${kit.end}`}>{number.count(rest.reduce((sum, { count }) => sum + count, 0))}</span>
        </li>
      )}
    </ul>
  );
}
