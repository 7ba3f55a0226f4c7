import { useMemo } from 'react';
import { SiteFooter } from '../../answers/site-footer.tsx';
import { ProgressLine, StateNotice } from '../../answers/state-notice.tsx';
import { useAnswers } from '../../answers/use-answers.ts';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { openLists } from '../../filter/open-lists.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import pages from '../../styles/sheet.module.css';
import { ChangesSection } from './changes-section.tsx';
import { TrendSection } from './trend-section.tsx';
import { comparedPeriod, ofAllKinds } from './compared-period.ts';

/** How figures develop: one long series, what changed in the last year, people and seizures. The address says of which incidents. */
export default function TrendsPage() {
  const explore = useExploreFromAddress();
  const parts = useMemo(() => ({ facets: openLists, hours: false }), []);
  const answers = useAnswers(explore, parts);
  const { filter } = explore;
  const period = comparedPeriod(filter, answers.coverage);
  return (
    <ExploreContext value={explore}>
      <ChartNotes answers={answers}>
        <article className={pages.sheet}>
          <ProgressLine />
          <LinkNotice />
          <StateNotice answers={answers} />
          <TrendSection answers={answers} compared={period} />
          <ChangesSection filter={ofAllKinds(filter)} period={period} />
        </article>
      </ChartNotes>
      <SiteFooter synthetic={answers.synthetic} />
    </ExploreContext>
  );
}
