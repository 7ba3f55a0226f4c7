import type { IncidentDetail } from '@monitor/contract';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';

/** Victims and perpetrators by role, sex and age band. There are no names. */
export function People({ people }: { people: IncidentDetail['people'] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <section>
      <h3>{t('incident.people')}</h3>
      {people.length === 0 ? (
        <p className={kit.hint}>{t('incident.noPeople')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('incident.person.role')}</th>
              <th scope="col">{t('incident.person.sex')}</th>
              <th scope="col">{t('incident.person.age')}</th>
              <th scope="col">{t('incident.person.outcome')}</th>
              <th scope="col">{t('incident.person.relationship')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, index) => (
              // People have no identity of their own, and the record does not change while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <td>{terms.label('person_role', person.role)}</td>
                <td>{terms.label('sex', person.sex)}</td>
                <td className={person.age_band === 'not_reported' ? undefined : kit.nowrap}>
                  {terms.label('age_band', person.age_band)}
                </td>
                <td>{terms.label('person_outcome', person.outcome)}</td>
                <td>{terms.label('relationship', person.relationship)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
