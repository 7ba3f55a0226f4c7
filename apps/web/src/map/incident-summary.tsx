import { useTranslation } from 'react-i18next';
import { Swatch } from '../controls/swatch.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { Casualties } from './casualties.tsx';
import type { IncidentFigure } from './figure.ts';
import styles from './figure-summary.module.css';

interface IncidentSummaryProps {
  readonly incident: IncidentFigure;
  readonly onSelect: (id: string) => void;
}

/** What is known of one incident on the map, and the way to its record. */
export function IncidentSummary({ incident, onSelect }: IncidentSummaryProps) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const { date } = useFormat();
  return (
    <div className={styles.summary}>
      <div>
        <p className={`${styles.title} ${styles.type}`}>
          <Swatch type={incident.type} />
          {terms.label('type', incident.type)}
        </p>
        <p className={styles.context}>{date.day(incident.occurredOn)}</p>
      </div>
      <Casualties killed={incident.killed} injured={incident.injured} />
      <div className={styles.actions}>
        <button type="button" onClick={() => onSelect(incident.id)}>
          {t('incident.open')}
        </button>
      </div>
    </div>
  );
}
