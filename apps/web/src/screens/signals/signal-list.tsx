import type { SignalsData } from '@monitor/contract';
import { Section } from '../../controls/section.tsx';
import buttons from '../../controls/button.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { firstLook } from './first-look.ts';
import { SignalItem } from './signal-item.tsx';
import styles from './signal-list.module.css';
import kit from '../../styles/kit.module.css';

/** The place of a week on the page, for links to it. */
export function weekId(monday: string): string {
  return `week-${monday}`;
}

interface SignalListProps {
  readonly found: NonNullable<SignalsData['found']>;
  /** Whether all weeks are wanted, or only the newest ones. */
  readonly isWhole: boolean;
  readonly onWhole: () => void;
}

/** The signals by week, newest first. Weeks without one are a grey line. */
export function SignalList({ found: { list, weeks }, isWhole, onWhole }: SignalListProps) {
  const { t } = useTranslation();
  const shown = isWhole ? list.weeks : firstLook(list.weeks);
  return (
    <Section title={t('signals.list.title')} reading={list.reading}>
      {shown.map(({ monday, name, signals, quiet }) => (
        <div key={monday} id={weekId(monday)} className={quiet === undefined ? styles.week : styles.quiet}>
          <h3 className={`${kit.note} ${styles.name}`}>{name}</h3>
          {quiet === undefined ? null : <p>{quiet}</p>}
          {signals.map((signal) => (
            <SignalItem key={signal.query} signal={signal} weeks={weeks} />
          ))}
        </div>
      ))}
      {shown.length < list.weeks.length ? (
        <button type="button" className={`${buttons.link} ${styles.more}`} onClick={onWhole}>
          {t('signals.list.earlier')}
        </button>
      ) : null}
    </Section>
  );
}
