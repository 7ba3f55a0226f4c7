import type { IncidentType } from '@monitor/domain';
import type { CSSProperties } from 'react';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import styles from './type-swatch.module.css';

/** The colour of an incident type; says nothing by itself, so its label always stands beside it. */
export function TypeSwatch({ type }: { readonly type: IncidentType }) {
  return (
    <span className={styles.swatch} style={{ '--type-colour': `var(${incidentTypeTokens[type]})` } as CSSProperties} aria-hidden />
  );
}
