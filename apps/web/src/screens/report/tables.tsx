import { type BriefData, sexColumns } from '@monitor/contract';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './tables.module.css';
import inks from '../../styles/drawing.module.css';
import { harmedPeople } from '@monitor/domain';
import { reportedShort } from '../../format/reported.ts';
import { useFormat } from '../../format/use-format.ts';
import { harmedBySex, harmedByType } from './brief-tables.ts';

const bar = { width: 72, height: 15 } as const;

/** Violent incidents by type now and a year before, with the people killed and injured; and the seizures, which are no part of them. */
export function TypeTable({ data: { period, yearBefore, types } }: { data: BriefData }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { label, number, date } = voice;
  const { rows, all, seizures } = types;
  const harmed = (...of: Parameters<typeof harmedByType>) => reportedShort(harmedByType(...of), voice);
  const most = Math.max(1, ...rows.map(({ now, before }) => Math.max(now, before ?? 0)));
  const before = (count: number | null) => (count === null ? '–' : number.count(count));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('report.types.type')}
          </th>
          <th scope="col">{date.year(period.from)}</th>
          <th scope="col">{date.year(yearBefore.from)}</th>
          <th scope="col">{t('report.types.killed')}</th>
          <th scope="col">{t('report.types.injured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-type={row.code}>
            <th scope="row">{row.code === 'rest' ? t('report.types.rest') : label('type', row.code)}</th>
            <td className={styles.bars}>
              <PairOfBars row={row} most={most} />
            </td>
            <td className={styles.now}>{number.count(row.now)}</td>
            <td>{before(row.before)}</td>
            <td className={row.killed > 0 ? styles.killed : undefined}>{harmed(row, 'killed')}</td>
            <td>{harmed(row, 'injured')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {[
          { name: t('report.types.all'), ...all },
          ...(seizures === undefined ? [] : [{ name: t('report.types.seizures'), ...seizures }]),
        ].map(({ name, ...row }) => (
          <tr key={name}>
            <th scope="row" colSpan={2}>
              {name}
            </th>
            <td>{number.count(row.now)}</td>
            <td>{before(row.before)}</td>
            <td>{harmed(row, 'killed')}</td>
            <td>{harmed(row, 'injured')}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

/** Now filled, the year before outlined. */
function PairOfBars({ row, most }: { row: BriefData['types']['rows'][number]; most: number }) {
  const { width, height } = bar;
  const lengthOf = (count: number) => Math.round((count / most) * (width - 1) * 10) / 10;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect className={inks.own} y={1} width={lengthOf(row.now)} height={7} />
      {row.before === null ? null : (
        <rect className={`${inks.paper} ${styles.outlined}`} x={0.5} y={9.5} width={lengthOf(row.before)} height={4.5} />
      )}
    </svg>
  );
}

/** Weapons seized by class, now and a year before. */
export function WeaponTable({ data: { period, yearBefore, weapons } }: { data: BriefData }) {
  const { t } = useTranslation();
  const { label, number, date } = useVoice();
  const count = (known: number | null) => (known === null ? '–' : number.count(known));
  const cells = ({ now, before }: BriefData['weapons']['all']) => (
    <>
      <td className={styles.now}>{count(now)}</td>
      <td>{count(before)}</td>
      <td>{now === null || before === null ? '–' : `${now > before ? '+' : ''}${count(now - before)}`}</td>
    </>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('report.weapons.weapon')}</th>
          <th scope="col">{date.year(period.from)}</th>
          <th scope="col">{date.year(yearBefore.from)}</th>
          <th scope="col">{t('report.weapons.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {weapons.rows.map((row) => (
          <tr key={row.code} data-weapon={row.code} data-unknown={row.code === 'rest' || undefined}>
            <th scope="row">{row.code === 'rest' ? t('report.weapons.rest') : label('weapon_class', row.code)}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.weapons.all')}</th>
          {cells(weapons.all)}
        </tr>
      </tfoot>
    </table>
  );
}

/** People killed and injured by sex and age; what is not reported is a row and a column of its own. */
export function PeopleTable({ data: { people, types } }: { data: BriefData }) {
  const { rows, all } = people;
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
            <Cells people={row} violence={types.all} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.people.allAges')}</th>
          <Cells people={all} violence={types.all} />
        </tr>
      </tfoot>
    </table>
  );
}

function Cells({ people, violence }: { people: BriefData['people']['all']; violence: BriefData['types']['all'] }) {
  const format = useFormat();
  return (
    <>
      {sexColumns.flatMap((sex) =>
        harmedPeople.map((outcome) => {
          const count = people[sex][outcome];
          return (
            <td key={`${sex} ${outcome}`} className={outcome === 'killed' && count > 0 ? styles.killed : undefined}>
              {reportedShort(harmedBySex(people[sex], outcome, violence), format)}
            </td>
          );
        }),
      )}
      <td className={styles.now}>{format.number.count(people.all)}</td>
    </>
  );
}
