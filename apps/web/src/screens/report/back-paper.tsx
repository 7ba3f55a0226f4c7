import { type Brief, periodsInARow } from './brief.ts';
import { changedTypesWords } from './changed-types.ts';
import type { Writing } from './change-sentences.ts';
import { Citation } from './citation.tsx';
import { Definitions, includesSuicides, Method, Quality } from './method.tsx';
import { Paper } from './paper.tsx';
import { PeopleTable, peopleReading } from './people-table.tsx';
import { PeriodBars, periodBarsWords } from './period-bars.tsx';
import styles from './report.module.css';
import { typeReading, TypeTable } from './type-table.tsx';
import { weaponReading, WeaponTable } from './weapon-table.tsx';

/** Months, quarters or years of the chart of people. */
const periodsShown = 8;

/** The second page proves: the tables behind the first, how they were made, how good they are, and how to cite them. */
export function BackPaper({ brief, address, writing }: { brief: Brief; address: string; writing: Writing }) {
  const { t, format } = writing;
  const { totals } = brief.answers.now;
  const amounts = periodsInARow(brief, periodsShown);
  const title = t(`report.periods.title.${brief.period.unit}`);
  const reading = t(`report.periods.${includesSuicides(brief) ? 'including' : 'reading'}`, {
    suicides: format.number.count(totals.suicides),
  });
  const note = (
    <p>
      {t('report.notes.back')} *{t('notice.kosovo')}
    </p>
  );
  return (
    <Paper brief={brief} page={2} address={address} note={note} writing={writing}>
      <div className={styles.columns} data-first>
        <section>
          <h2 className={styles.heading}>{t('report.types.title')}</h2>
          <p className={styles.reading}>
            {typeReading(brief, writing)} {changedTypesWords(brief, writing)}
          </p>
          <TypeTable brief={brief} writing={writing} />
        </section>
        <section>
          <h2 className={styles.heading}>{title}</h2>
          <p className={styles.reading}>{reading}</p>
          <PeriodBars amounts={amounts} label={periodBarsWords(amounts, title, writing)} writing={writing} />
        </section>
      </div>
      <div className={styles.columns}>
        <section>
          <h2 className={styles.heading}>{t('report.people.title')}</h2>
          <p className={styles.reading}>{peopleReading(brief, writing)}</p>
          <PeopleTable brief={brief} writing={writing} />
        </section>
        <section>
          <h2 className={styles.heading}>{t('report.weapons.title')}</h2>
          <p className={styles.reading}>{weaponReading(brief, writing)}</p>
          <WeaponTable brief={brief} writing={writing} />
        </section>
      </div>
      <div className={styles.columns} data-text>
        <section className={styles.ruled}>
          <h2 className={styles.heading}>{t('report.method.title')}</h2>
          <Method brief={brief} writing={writing} />
        </section>
        <section className={styles.ruled}>
          <h2 className={styles.heading}>{t('report.quality.title')}</h2>
          <Quality brief={brief} writing={writing} />
          <Definitions writing={writing} />
        </section>
      </div>
      <Citation brief={brief} address={address} writing={writing} />
    </Paper>
  );
}
