import { harmedPeople, isSilent } from '@monitor/domain';
import type { CSSProperties } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import type { Share } from './donut.ts';
import { missingText } from '../format/reported.ts';
import { reportedIn } from './figure.ts';
import styles from './figure-summary.module.css';
import kit from '../styles/kit.module.css';

const tones = { killed: styles.killed, injured: styles.injured } as const;

/** People killed and injured, as far as it is reported; in colour only where there are any. */
export function Casualties({ figure }: { readonly figure: Parameters<typeof reportedIn>[0] }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const format = useFormat();
  return (
    <p className={`${kit.quiet} ${kit.flex} ${styles.casualties}`}>
      {harmedPeople.map((name) => {
        const amount = reportedIn(figure, name);
        const missing = missingText(amount, format, common);
        return (
          <span key={name} className={amount.count > 0 ? tones[name] : undefined}>
            {isSilent(amount) ? (
              `${t(`cell.${name}`)}: ${common('table.notReported')}`
            ) : (
              <>
                <b>{format.number.count(amount.count)}</b> {t(`cell.${name}`)}
                {missing === undefined ? null : ` (${missing})`}
              </>
            )}
          </span>
        );
      })}
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
