import type { IncidentDetail } from '@monitor/contract';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';

export function Weapons({ weapons }: { weapons: IncidentDetail['weapon_details'] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number } = useFormat();
  const withModes = weapons.some((weapon) => weapon.mode !== null);
  return (
    <section>
      <h3>{t('incident.weapons')}</h3>
      {weapons.length === 0 ? (
        <p className={kit.hint}>{t('incident.noWeapons')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('incident.weapon.class')}</th>
              <th scope="col">{t('incident.weapon.number')}</th>
              <th scope="col">{t('incident.weapon.legal')}</th>
              {withModes ? <th scope="col">{t('incident.weapon.mode')}</th> : null}
              <th scope="col">{t('incident.weapon.traced')}</th>
            </tr>
          </thead>
          <tbody>
            {weapons.map((weapon, index) => (
              // Weapons have no identity of their own, and the record does not change while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <td>{terms.label('weapon_class', weapon.class)}</td>
                <td>{weapon.count === null ? t('table.notReported') : number.count(weapon.count)}</td>
                <td>{terms.label('legal_status', weapon.legal)}</td>
                {withModes ? <td>{weapon.mode === null ? '' : terms.label('seizure_mode', weapon.mode)}</td> : null}
                <td>{terms.label('traced', weapon.traced)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
