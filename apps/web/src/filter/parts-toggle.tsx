import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './facet-list.module.css';

/** The arrow that shows the finer values of a line. */
export function PartsToggle({ of, open, onToggle }: { of: string; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.partsToggle}
      aria-expanded={open}
      aria-label={t('filter.partsOf', { value: of })}
      onClick={onToggle}
    >
      {open ? <ChevronDown size={13} aria-hidden="true" /> : <ChevronRight size={13} aria-hidden="true" />}
    </button>
  );
}
