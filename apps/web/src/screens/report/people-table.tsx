import { harmedPeople } from '@monitor/domain';
import type { Brief } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { harmedOf, type PeopleRow, peopleRows, sexColumns, sumOf, unknownAge } from './people.ts';
import styles from './tables.module.css';

/** People killed and injured by sex and age; what is not reported is a row and a column of its own. */
export function PeopleTable({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t, format, terms } = writing;
  const { count } = format.number;
  const rows = peopleRows(brief);
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
          <tr key={row.age} data-age={row.age} data-unknown={row.age === unknownAge || undefined}>
            <th scope="row">{terms.label('age_band', row.age)}</th>
            <Cells rows={[row]} count={count} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.people.allAges')}</th>
          <Cells rows={rows} count={count} />
        </tr>
      </tfoot>
    </table>
  );
}

function Cells({ rows, count }: { rows: readonly PeopleRow[]; count: (value: number) => string }) {
  return (
    <>
      {sexColumns.flatMap((sex) =>
        harmedPeople.map((outcome) => {
          const people = sumOf(rows, [sex], outcome);
          return (
            <td key={`${sex} ${outcome}`} className={outcome === 'killed' && people > 0 ? styles.killed : undefined}>
              {count(people)}
            </td>
          );
        }),
      )}
      <td className={styles.now}>{count(harmedOf(rows))}</td>
    </>
  );
}

/** How many people there are, and of how many sex and age are not known. */
export function peopleReading(brief: Brief, { t, format: { number } }: Writing): string {
  const rows = peopleRows(brief);
  const all = harmedOf(rows);
  if (all === 0) return t('report.people.none');
  return t('report.people.reading', {
    people: t('report.people.amount', { count: all, number: number.count(all) }),
    sex: number.count(harmedOf(rows, ['unknownSex'])),
    age: number.count(harmedOf(rows.filter(({ age }) => age === unknownAge))),
  });
}
