import type { IncidentDetail } from '@monitor/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import styles from './incident-record.module.css';

/** What happened to the record, latest first. */
export function History({ history }: { history: IncidentDetail['history'] }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  if (history.length === 0) return null;
  return (
    <section>
      <h3>{t('incident.history')}</h3>
      <ol className={styles.items}>
        {history
          .toSorted((one, other) => other.revision - one.revision)
          .map((revision) => (
            <li key={revision.revision}>
              {t(`incident.change.${revision.change}`, { day: date.moment(revision.changed_at) })}
              {revision.fields.length === 0 || revision.change !== 'updated' ? null : (
                <div className={styles.aside}>{t('incident.fields', { fields: revision.fields.join(', ') })}</div>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
