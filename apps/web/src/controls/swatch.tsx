import type { IncidentType } from '@monitor/domain';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import styles from './swatch.module.css';
import kit from '../styles/kit.module.css';

/** The colour of an incident type, always beside its name. */
export function Swatch({ type }: { type: IncidentType }) {
  return (
    <span
      className={`${kit.still} ${styles.swatch}`}
      style={{ background: `var(${incidentTypeTokens[type]})` }}
      aria-hidden="true"
    />
  );
}
