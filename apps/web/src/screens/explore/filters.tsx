import type { Summary } from '@monitor/contract';
import type { Answers } from '../../filter/use-answers.ts';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { ChartColumn, List } from 'lucide-react';
import { CopyLink, MakeFile } from '../../export/export-actions.tsx';
import { inTurn } from '../../filter/in-turn.tsx';
import { FilterButton } from '../../filter/filter-button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './filters.module.css';
import kit from '../../styles/kit.module.css';
import { Cite } from '../../cite/cite.tsx';
import { ScopeBar } from './scope-bar.tsx';
import buttons from '../../controls/button.module.css';
import { Embed } from '../../embed/embed.tsx';

/* Loaded after the first figures. */
const FilterPanel = loadedPart(() => import('../../filter/filter-panel.tsx'));

/** Counts beside the values of the filter: where no data is about what it selects, only those of other locations. */
function facetsOf({ page, summary }: Answers): Summary['facets'] | undefined {
  const { facets } = summary.data ?? {};
  if (page?.noData === undefined) return facets;
  return facets?.country?.length ? { country: facets.country } : undefined;
}

/** The filters of a narrow screen: a button that opens their panel as a sheet. */
export function FilterSheetButton({ answers, className }: { answers: Answers; className?: string | undefined }) {
  const { data, outdated } = answers.summary;
  return (
    <FilterButton
      className={className}
      kindIsSaid
      facets={facetsOf(answers)}
      against={answers.against?.summary.data?.facets}
      coverage={answers.coverage}
      total={outdated ? undefined : data?.totals.incidents}
    >
      <TakeAlong answers={answers} />
    </FilterButton>
  );
}

/** What a phone has at the foot of the window, within reach of the thumb. */
export function PhoneBar({ answers, onList, onCharts }: { answers: Answers; onList: () => void; onCharts: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={`${kit.phoneOnly} ${kit.screenOnly} ${kit.card} ${kit.parted} ${kit.small} ${styles.bar}`}>
      <FilterSheetButton answers={answers} className={styles.way} />
      <button type="button" className={styles.way} onClick={onList}>
        <List size={18} aria-hidden="true" />
        {t('explore.bar.list')}
      </button>
      <button type="button" className={styles.way} onClick={onCharts}>
        <ChartColumn size={18} aria-hidden="true" />
        {t('explore.bar.charts')}
      </button>
      <MakeFile answers={answers} className={styles.way} />
      <CopyLink className={styles.way} />
    </div>
  );
}

/** The filters of a wide screen: their panel, beside the figures. */
export const FilterSide = inTurn(({ answers }: { answers: Answers }) => {
  const { t } = useTranslation();
  return (
    <aside className={`${kit.screenOnly} ${kit.card} ${styles.side}`} aria-label={t('filter.title')}>
      <div className={`${kit.scrollDown} ${kit.stretch} ${styles.sidePanel}`}>
        <h2 className={`${kit.plain} ${kit.ruled} ${kit.padBottom}`}>{t('filter.title')}</h2>
        <div className={`${kit.ruled} ${kit.padBlock}`}>
          <ScopeBar answers={answers} />
        </div>
        <FilterPanel
          what={t('filter.title')}
          facets={facetsOf(answers)}
          against={answers.against?.summary.data?.facets}
          coverage={answers.coverage}
        />
      </div>
      <div className={`${kit.calm} ${kit.stack} ${kit.parted} ${styles.sideFoot}`}>
        <MakeFile answers={answers} className={buttons.primary} />
        <CopyLink className={buttons.plain} />
        <TakeAlong answers={answers} />
      </div>
    </aside>
  );
});

/** Further ways to take the view along, below the file and the link. */
export function TakeAlong({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { data, outdated } = answers.summary;
  return (
    <div className={`${kit.later} ${kit.wrap} ${kit.plain} ${kit.span} ${styles.ways}`}>
      <Cite
        className={buttons.link}
        view={{
          name: t('cite.name.explore'),
          filter: answers.filterOfFigures,
          against: answers.against?.filterOfFigures,
          period: data?.period ?? null,
          datasetVersion: outdated ? undefined : data?.datasetVersion,
          datasets: answers.datasetsShown,
          synthetic: answers.synthetic,
        }}
      />
      <Embed className={buttons.link} />
    </div>
  );
}
