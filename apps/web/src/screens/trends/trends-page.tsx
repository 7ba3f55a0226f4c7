import { useMemo } from 'react';
import { SiteFooter } from '../../answers/site-footer.tsx';
import { ProgressLine, StateNotice } from '../../answers/state-notice.tsx';
import { useAnswers } from '../../answers/use-answers.ts';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { Further } from '../../controls/further.tsx';
import { openLists } from '../../filter/open-lists.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import kit from '../../styles/kit.module.css';
import pages from '../../styles/sheet.module.css';
import { Children, Suicides } from './apart-section.tsx';
import { ChangesSection } from './changes-section.tsx';
import { LargeSeizures } from './large-section.tsx';
import { PartnerKillings, SexAndAge } from './people-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { PeopleTable } from './people-table.tsx';
import { SeizuresSection } from './seizures-section.tsx';
import styles from './trends-page.module.css';
import { TrendSection } from './trend-section.tsx';
import { comparedPeriod, ofAllKinds } from './compared-period.ts';

/** How figures develop: one long series, what changed in the last year, people and seizures. The address says of which incidents. */
export default function TrendsPage() {
  const explore = useExploreFromAddress();
  const parts = useMemo(() => ({ facets: openLists, hours: false }), []);
  const answers = useAnswers(explore, parts);
  const { filter } = explore;
  const period = comparedPeriod(filter, answers.coverage);
  const isThere = answers.summary.data !== undefined;
  return (
    <ExploreContext value={explore}>
      <ChartNotes answers={answers}>
        <article className={pages.sheet}>
          <ProgressLine />
          <LinkNotice />
          <StateNotice answers={answers} />
          <TrendSection answers={answers} compared={period} />
          <Further when={isThere}>
            <PlacesSection filter={filter} answers={answers} />
          </Further>
          <div className={`${kit.pair} ${styles.columns}`}>
            <ChangesSection filter={ofAllKinds(filter)} period={period} />
            <div>
              <Further when={isThere}>
                <PartnerKillings filter={filter} />
                <SexAndAge filter={filter} period={period} />
              </Further>
            </div>
          </div>
          <Further when={isThere}>
            <PeopleTable filter={filter} period={period} />
            <div className={kit.halves}>
              <Children filter={filter} />
              <Suicides filter={filter} period={period} answers={answers} />
            </div>
            <SeizuresSection filter={filter} period={period} answers={answers} />
            <LargeSeizures filter={filter} period={period} />
          </Further>
        </article>
      </ChartNotes>
      <SiteFooter synthetic={answers.synthetic} />
    </ExploreContext>
  );
}
