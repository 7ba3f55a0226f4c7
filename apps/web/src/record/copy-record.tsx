import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import styles from './incident-record.module.css';

/** The record's identifier, and buttons that copy it or a link to the record alone. */
export function CopyRecord({ id }: { id: string }) {
  const { t } = useTranslation();
  const identifier = useCopied();
  const link = useCopied();
  return (
    <footer className={styles.foot}>
      <span className={styles.id}>{t('incident.id', { id })}</span>
      <button type="button" className={buttons.plain} aria-live="polite" onClick={() => identifier.copy(id)}>
        {t(`incident.copyId.${identifier.state}`)}
      </button>
      <button
        type="button"
        className={buttons.plain}
        aria-live="polite"
        onClick={() => link.copy(`${location.origin}/?incident=${id}`)}
      >
        {t(`link.copy.${link.state}`)}
      </button>
    </footer>
  );
}
