import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteFooter } from '../../answers/site-footer.tsx';
import { ProgressLine, StateNotice } from '../../answers/state-notice.tsx';
import { useAnswers } from '../../answers/use-answers.ts';
import { openLists } from '../../filter/open-lists.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import pages from '../../styles/sheet.module.css';
import { ChangesSection } from './changes-section.tsx';
import { comparedPeriod, ofAllKinds } from './compared-period.ts';

/** How figures develop: one long series, what changed in the last year, people and seizures. The address says of which incidents. */
export default function TrendsPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const parts = useMemo(() => ({ facets: openLists, hours: false }), []);
  const answers = useAnswers(explore, parts);
  const { filter } = explore;
  const period = comparedPeriod(filter, answers.coverage);
  return (
    <ExploreContext value={explore}>
      <article className={pages.sheet}>
        <ProgressLine />
        <h1>{t('shell.page.trends')}</h1>
        <LinkNotice />
        <StateNotice answers={answers} />
        <ChangesSection filter={ofAllKinds(filter)} period={period} />
      </article>
      <SiteFooter synthetic={answers.synthetic} />
    </ExploreContext>
  );
}
