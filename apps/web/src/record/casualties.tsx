import type { IncidentDetail } from '@monitor/contract';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './incident-record.module.css';
import kit from '../styles/kit.module.css';

/** People harmed. "Not reported" is not zero; a range is given where the sources disagree. */
export function Casualties({ incident }: { incident: IncidentDetail }) {
  const { killed, killed_low, killed_high, injured, injured_low, injured_high, threatened, suicides } = incident;
  const { t } = useTranslation();
  const together = incident.provenance.killed_includes_suicides && (killed ?? 0) > 0;
  return (
    <>
      <dl className={styles.casualties}>
        <Casualty figure="killed" count={killed} low={killed_low} high={killed_high} />
        <Casualty figure="injured" count={injured} low={injured_low} high={injured_high} />
        {(threatened ?? 0) > 0 ? <Casualty figure="threatened" count={threatened} /> : null}
        {(suicides ?? 0) > 0 ? <Casualty figure="suicides" count={suicides} /> : null}
      </dl>
      {together ? <p className={`${kit.note} ${kit.around} ${styles.note}`}>{t('incident.suicidesAmongKilled')}</p> : null}
    </>
  );
}

function Casualty({
  figure,
  count,
  low = null,
  high = null,
}: {
  figure: 'killed' | 'injured' | 'threatened' | 'suicides';
  count: number | null;
  low?: number | null;
  high?: number | null;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const ranged = low !== null && high !== null && low !== high;
  return (
    <div className={`${kit.line} ${styles.casualty}`} data-figure={figure} data-some={(count ?? 0) > 0 || undefined}>
      <dt>
        {t(`incident.casualty.${figure}`, { count: count ?? 0 })}
        {count === null ? ` (${t('incident.notReported')})` : null}{' '}
        {ranged ? (
          <span className={kit.hint}>{t('incident.range', { low: number.count(low), high: number.count(high) })}</span>
        ) : null}
      </dt>
      <dd>{count === null ? '–' : number.count(count)}</dd>
    </div>
  );
}
