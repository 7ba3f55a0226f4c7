import { Section } from '../../sections/section.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { useVoice } from '../../i18n/terms.ts';
import { kosovoNote } from '../../i18n/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Brief } from './brief.ts';
import { peopleTable, periodsTable, typesTable, weaponsTable } from './brief-tables.ts';
import { Paper } from './paper.tsx';
import { PeopleTable, TypeTable, WeaponTable } from './tables.tsx';
import { PeriodBars } from './period-bars.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';
import { citation } from '@monitor/contract';
import { today } from '@monitor/domain';
import marks from '../../styles/synthetic.module.css';
import { encode } from 'uqr';
import inks from '../../styles/drawing.module.css';

/** The second page proves: the tables behind the first, how they were made, how good they are, and how to cite them. */
export function BackPaper({ brief, address }: { brief: Brief; address: string }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { data } = brief;
  const { types, periods, people, weapons } = data;
  const filter = readFilter(data.query);
  const card = { form: 'paper', filter } as const;
  const title = t(`report.periods.title.${data.unit}`);
  const bars = <PeriodBars data={data} title={title} />;
  const codes = brief.datasetsShown.flatMap(({ countries }) => countries);
  const note = (
    <p>
      {t('report.notes.back')} {kosovoNote(codes, t)}
    </p>
  );
  return (
    <Paper brief={brief} page={2} address={address} note={note}>
      <div className={styles.columns} data-first>
        <Section
          {...card}
          title={t('report.types.title')}
          reading={types.reading}
          table={typesTable(data, t, voice)}
          onPaper={null}
        >
          <TypeTable data={data} />
        </Section>
        <Section
          {...card}
          title={title}
          reading={periods.reading}
          filter={{ ...filter, from: periods.columns[0]?.from ?? filter.from }}
          table={periodsTable(data, t, voice)}
          onPaper={bars}
        >
          {bars}
        </Section>
      </div>
      <div className={styles.columns}>
        <Section
          {...card}
          title={t('report.people.title')}
          reading={people.reading}
          table={peopleTable(data, t, voice)}
          onPaper={null}
        >
          <PeopleTable data={data} />
        </Section>
        <Section
          {...card}
          title={t('report.weapons.title')}
          reading={weapons.reading}
          filter={readFilter(weapons.query)}
          table={weaponsTable(data, t, voice)}
          onPaper={null}
        >
          {weapons.unrecorded === undefined ? <WeaponTable data={data} /> : null}
        </Section>
      </div>
      <div className={styles.columns} data-text>
        <Paragraphs title={t('report.method.title')} texts={data.method} />
        <Paragraphs
          title={t('report.quality.title')}
          texts={[...data.quality, ...(brief.leftOut === undefined ? [] : [brief.leftOut])]}
        />
      </div>
      <Citation brief={brief} address={address} />
    </Paper>
  );
}

function Paragraphs({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <section className={`${kit.padTop} ${styles.ruled}`}>
      <h2 className={`${kit.strong} ${kit.middling}`}>{title}</h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}

/** How to cite the brief, where to find it again, and under which terms the data may be used. */
function Citation({ brief, address }: { brief: Brief; address: string }) {
  const { t } = useTranslation();
  const { data, datasetVersion, synthetic } = brief;
  const { title, publisher, terms } = data;
  const { text } = citation({ publisher, title, synthetic, datasetVersion, address, downloadedOn: today() });
  return (
    <section className={`${kit.opened} ${kit.printed} ${kit.flex} ${styles.citation}`}>
      {address === '' ? (
        <div className={`${kit.still} ${inks.ink} ${styles.code}`} />
      ) : (
        <QrCode address={address} label={t('report.cite.code')} className={`${kit.still} ${inks.ink} ${styles.code}`} />
      )}
      <div>
        <h2 className={`${kit.strong} ${kit.middling}`}>{t('report.cite.title')}</h2>
        <p className={kit.anywhere}>{text}</p>
        <p className={`${kit.quiet} ${kit.top1}`}>
          {terms}{' '}
          {synthetic === 'none' ? null : (
            <strong className={marks.synthetic}>{t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</strong>
          )}
        </p>
      </div>
    </section>
  );
}

/** An address as a QR code that a phone can read from paper. @param label what it is, for those who cannot see it */
function QrCode({ address, label, className }: { address: string; label: string; className?: string | undefined }) {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      width={84}
      height={84}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
