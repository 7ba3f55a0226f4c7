import type { SaidComparison } from '@monitor/contract';
import type { Filter, Period } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changesTable } from '../../charts/changes-table.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import buttons from '../../controls/button.module.css';
import { Section } from '../../controls/section.tsx';
import { saidChanges } from '@monitor/findings';
import { useNotableChanges } from './use-notable-changes.ts';
import { useTerms, useVoice } from '../../i18n/terms.ts';
import { exploreAddress } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './changes-section.module.css';
import kit from '../../styles/kit.module.css';
import { ChangesPicture } from './changes-picture.tsx';
import { ChangesTable } from './changes-table.tsx';

/** Rows that are shown at first. */
const firstRows = 12;

/** What changed in each place since the year before, the strongest first, and how much of it is no more than chance. */
export function ChangesSection({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const [all, setAll] = useState(false);
  const found = useNotableChanges(period && { ...filter, ...period });
  if (found === undefined || period === undefined) return <Section title={t('changes.title.waiting')}>{null}</Section>;
  const said = saidChanges(found, period, voice);
  const rows = said.compared;
  const shown = all ? rows : rows.slice(0, Math.max(firstRows, found.clear.length));
  const reading = t(rows.length === 0 ? 'changes.readingNone' : 'changes.reading', {
    period: voice.date.period(period.from, period.to),
    count: rows.length,
  });
  return (
    <ChartCard
      form="section"
      title={said.title}
      reading={reading}
      outdated={false}
      filter={{ ...filter, ...period }}
      table={changesTable(said, period, t, voice, voice.place)}
      onPaper={rows.length === 0 ? undefined : <ChangesPicture comparisons={rows} period={period} />}
    >
      <Sentences comparisons={rows.filter(({ evidence }) => evidence !== 'chance')} />
      {shown.length === 0 ? null : <ChangesTable comparisons={shown} comparedWith={said.comparedWith} period={period} />}
      {rows.length > shown.length ? (
        <button type="button" className={buttons.link} onClick={() => setAll(true)}>
          {t('changes.showOthers', { count: rows.length - shown.length })}
        </button>
      ) : null}
      <p className={`${kit.detail} ${kit.top2}`}>{said.rest}</p>
    </ChartCard>
  );
}

/** The changes that stand out, each a sentence that leads to the incidents behind it. */
function Sentences({ comparisons }: { comparisons: readonly SaidComparison[] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (comparisons.length === 0) return null;
  return (
    <ul className={`${kit.stack} ${kit.words} ${styles.sentences}`}>
      {comparisons.map((comparison) => {
        const { place, kind, measure, sentence, driven, query } = comparison;
        return (
          <li key={`${place} ${kind} ${measure}`}>
            <strong>{terms.place(place)}.</strong> {sentence} {driven}{' '}
            <Link to="/explore" search={{ query: exploreAddress(query, measure) }}>
              {t('changes.incidentsBehind')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
