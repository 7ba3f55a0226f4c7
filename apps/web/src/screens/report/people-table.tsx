import { type BriefData, sexColumns } from '@monitor/contract';
import { harmedPeople } from '@monitor/domain';
import { useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './tables.module.css';

/** People killed and injured by sex and age; what is not reported is a row and a column of its own. */
export function PeopleTable({ people: { rows, all } }: { people: BriefData['people'] }) {
  const { t } = useTranslation();
  const { label } = useVoice();
  return (
    <table className={styles.table}>
      <colgroup>
        <col />
        {sexColumns.map((sex) => (
          <col key={sex} span={2} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('report.people.age')}
          </th>
          {sexColumns.map((sex) => (
            <th key={sex} scope="colgroup" colSpan={2} className={styles.group}>
              {t(`report.people.${sex}`)}
            </th>
          ))}
          <th scope="col" rowSpan={2}>
            {t('report.people.all')}
          </th>
        </tr>
        <tr>
          {sexColumns.flatMap((sex) =>
            harmedPeople.map((outcome) => (
              <th key={`${sex} ${outcome}`} scope="col">
                {t(`report.people.${outcome}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.age} data-age={row.age} data-unknown={row.age === 'not_reported' || undefined}>
            <th scope="row">{label('age_band', row.age)}</th>
            <Cells people={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.people.allAges')}</th>
          <Cells people={all} />
        </tr>
      </tfoot>
    </table>
  );
}

function Cells({ people }: { people: BriefData['people']['all'] }) {
  const { number } = useFormat();
  return (
    <>
      {sexColumns.flatMap((sex) =>
        harmedPeople.map((outcome) => {
          const count = people[sex][outcome];
          return (
            <td key={`${sex} ${outcome}`} className={outcome === 'killed' && count > 0 ? styles.killed : undefined}>
              {number.count(count)}
            </td>
          );
        }),
      )}
      <td className={styles.now}>{number.count(people.all)}</td>
    </>
  );
}
