import { incidentTypes } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { Trans } from 'react-i18next';
import { useTerms } from '../../i18n/terms.ts';
import styles from './about-page.module.css';
import kit from '../../styles/kit.module.css';

/** The types of incidents as the codebook defines them. */
export function TypeDefinitions() {
  const terms = useTerms();
  return (
    <>
      <dl className={`${kit.plain} ${kit.around} ${styles.definitions}`}>
        {incidentTypes.codes.map((code) => (
          <div key={code}>
            <dt>{terms.label('type', code)}</dt>
            <dd>{terms.definition('type', code)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Trans i18nKey="about.codebook" components={{ data: <Link to="/data" search={{ query: '' }} /> }} />
      </p>
    </>
  );
}
