import { ChartCard } from '../../charts/chart-card.tsx';
import { type Brief, filterOf, periodsInARow } from './brief.ts';
import { peopleTable, periodsTable, typesTable, weaponsTable } from './brief-tables.ts';
import { changedTypesWords } from './changed-types.ts';
import type { Writing } from './change-sentences.ts';
import { Citation } from './citation.tsx';
import { Definitions, includesSuicides, Method, Quality } from './method.tsx';
import { Paper } from './paper.tsx';
import { PeopleTable, peopleReading } from './people-table.tsx';
import { PeriodBars, periodBarsWords } from './period-bars.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';
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
  const filter = filterOf(brief);
  const card = { form: 'paper', outdated: false, filter } as const;
  const periods = <PeriodBars amounts={amounts} label={periodBarsWords(amounts, title, writing)} writing={writing} />;
  const note = (
    <p>
      {t('report.notes.back')} *{t('notice.kosovo')}
    </p>
  );
  return (
    <Paper brief={brief} page={2} address={address} note={note} writing={writing}>
      <div className={styles.columns} data-first>
        <ChartCard
          {...card}
          title={t('report.types.title')}
          reading={`${typeReading(brief, writing)} ${changedTypesWords(brief, writing)}`}
          table={typesTable(brief, writing)}
          onPaper={null}
        >
          <TypeTable brief={brief} writing={writing} />
        </ChartCard>
        <ChartCard
          {...card}
          title={title}
          reading={reading}
          filter={{ ...filter, from: amounts[0]?.period.from ?? filter.from }}
          table={periodsTable(amounts, writing)}
          onPaper={periods}
        >
          {periods}
        </ChartCard>
      </div>
      <div className={styles.columns}>
        <ChartCard
          {...card}
          title={t('report.people.title')}
          reading={peopleReading(brief, writing)}
          table={peopleTable(brief, writing)}
          onPaper={null}
        >
          <PeopleTable brief={brief} writing={writing} />
        </ChartCard>
        <ChartCard
          {...card}
          title={t('report.weapons.title')}
          reading={weaponReading(brief, writing)}
          filter={{ ...filter, type: ['weapon_seizure'] }}
          table={weaponsTable(brief, writing)}
          onPaper={null}
        >
          <WeaponTable brief={brief} writing={writing} />
        </ChartCard>
      </div>
      <div className={styles.columns} data-text>
        <section className={styles.ruled}>
          <h2 className={`${kit.strong} ${kit.middling}`}>{t('report.method.title')}</h2>
          <Method brief={brief} writing={writing} />
        </section>
        <section className={styles.ruled}>
          <h2 className={`${kit.strong} ${kit.middling}`}>{t('report.quality.title')}</h2>
          <Quality brief={brief} writing={writing} />
          <Definitions writing={writing} />
        </section>
      </div>
      <Citation brief={brief} address={address} writing={writing} />
    </Paper>
  );
}
