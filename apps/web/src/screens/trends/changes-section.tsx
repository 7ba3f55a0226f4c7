import type { Filter, Period } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changesTable } from '../../charts/changes-table.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import buttons from '../../controls/button.module.css';
import { Section } from '../../controls/section.tsx';
import { changesRest, changesTitle, comparisonWords } from '../../figures/notable-change-words.ts';
import type { Comparison } from '../../figures/notable-changes.ts';
import { useNotableChanges } from '../../figures/use-notable-changes.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './changes-section.module.css';
import { ChangesPicture } from './changes-picture.tsx';
import { ChangesTable } from './changes-table.tsx';

/** Rows that are shown at first. */
const firstRows = 12;

/** What changed in each place since the year before, the strongest first, and how much of it is no more than chance. */
export function ChangesSection({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const [all, setAll] = useState(false);
  const found = useNotableChanges(period && { ...filter, ...period });
  if (found === undefined || period === undefined) return <Section title={t('changes.title.waiting')}>{null}</Section>;
  const rows = [...found.clear, ...found.driven, ...found.chance];
  const shown = all ? rows : rows.slice(0, Math.max(firstRows, found.clear.length));
  const reading = t(rows.length === 0 ? 'changes.readingNone' : 'changes.reading', {
    period: format.date.period(period.from, period.to),
    count: rows.length,
  });
  return (
    <ChartCard
      form="section"
      title={changesTitle(found, t)}
      reading={reading}
      outdated={false}
      filter={{ ...filter, ...period }}
      table={changesTable(found, period, t, format, terms.place)}
      onPaper={rows.length === 0 ? undefined : <ChangesPicture comparisons={rows} period={period} />}
    >
      <Sentences comparisons={[...found.clear, ...found.driven]} period={period} />
      {shown.length === 0 ? null : <ChangesTable comparisons={shown} period={period} />}
      {rows.length > shown.length ? (
        <button type="button" className={buttons.link} onClick={() => setAll(true)}>
          {t('changes.showOthers', { count: rows.length - shown.length })}
        </button>
      ) : null}
      <p className={styles.rest}>{changesRest(found, t, format)}</p>
    </ChartCard>
  );
}

/** The changes that stand out, each a sentence that leads to the incidents behind it. */
function Sentences({ comparisons, period }: { comparisons: readonly Comparison[]; period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  if (comparisons.length === 0) return null;
  return (
    <ul className={styles.sentences}>
      {comparisons.map((comparison) => {
        const { sentence, driven } = comparisonWords(comparison, period, t, format, terms);
        const { place, kind, measure } = comparison;
        return (
          <li key={`${place} ${kind} ${measure}`}>
            <strong>{terms.place(place)}.</strong> {sentence} {driven}{' '}
            <Link to="/explore" search={{ query: exploreQuery(comparison.filter, comparison.measure) }}>
              {t('changes.incidentsBehind')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
