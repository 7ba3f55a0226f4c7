import { SiteFooter } from '../../sections/site-footer.tsx';
import { FailureNotice, NothingFound, ProgressLine } from '../../sections/state-notice.tsx';
import { usePage } from '../../api/use-page.ts';
import { ChartNotes, LeftOutNote } from '../../sections/chart-notes.tsx';
import { LaterSections } from '../../sections/later-sections.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExplore, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import pages from '../../styles/figures-page.module.css';
import { ChangesSection, PlacesSection } from './changes-section.tsx';
import { LargeSeizures, SeizuresSection } from './seizures-section.tsx';
import { countedByYear, PeopleTable, SexAndAge, YearCard } from './people-section.tsx';
import { TrendControls } from './trend-controls.tsx';
import { TrendAwaited, TrendSection } from './trend-section.tsx';
import { VerdictSection } from './verdict-section.tsx';
import { trendsQuery } from './trends-query.ts';
import styles from './trends-page.module.css';
import { setView } from '../../filter/filter-actions.ts';
import buttons from '../../controls/button.module.css';

/** How figures develop: one long series, what changed in the last year, people and seizures. The address says of which incidents. */
export default function TrendsPage() {
  const explore = useExploreFromAddress();
  const { t } = useTranslation();
  const { data: answer, error, outdated } = usePage('trends', 'main', trendsQuery(explore));
  const data = answer?.data ?? undefined;
  const datasetsShown = answer?.datasets.filter(({ slug }) => data?.sources.includes(slug)) ?? [];
  const synthetic = data?.synthetic ?? 'none';
  return (
    <ExploreContext value={explore}>
      <ChartNotes answers={{ datasets: answer?.datasets, datasetsShown, synthetic, leftOut: answer?.leftOut?.text }}>
        <article className={`${pages.sheet} ${styles.page}`}>
          <ProgressLine />
          <LinkNotice />
          {error ? (
            <FailureNotice error={error} older={answer && t('state.failure.older')} />
          ) : answer === undefined || outdated || (data && data.incidents > 0) ? null : (
            <NothingFound noData={data === undefined ? t('noData.yet') : data.noData} />
          )}
          <TrendControls data={data} outdated={outdated} />
          {answer && data ? (
            <TrendSection answer={answer} data={data} datasetsShown={datasetsShown} outdated={outdated} />
          ) : (
            <TrendAwaited />
          )}
          <LeftOutNote text={answer?.leftOut?.text} />
          {data?.verdicts && <VerdictSection data={data} verdicts={data.verdicts} outdated={outdated} />}
          <LaterSections when={data !== undefined && data.steps.length > 0 && data.incidents > 0}>
            <Parts hasFailed={error !== null} />
          </LaterSections>
        </article>
      </ChartNotes>
      <SiteFooter synthetic={synthetic} />
    </ExploreContext>
  );
}

/** The parts further down. @param hasFailed whether it is said already that something failed */
function Parts({ hasFailed }: { hasFailed: boolean }) {
  const explore = useExplore();
  const places = usePage('trends', 'places', trendsQuery(explore, ['measure']));
  const subjects = usePage('trends', 'subjects', trendsQuery(explore, []));
  const [inPlaces, found] = [places.data?.data, subjects.data?.data];
  const error = hasFailed ? null : (places.error ?? subjects.error);
  const { outdated } = subjects;
  return (
    <>
      {error && <FailureNotice error={error} />}
      {inPlaces?.rates && explore.view.split !== 'country' ? (
        <PlacesSection rates={inPlaces.rates} outdated={places.outdated} />
      ) : null}
      <div className={`${kit.pair} ${styles.columns}`}>
        {inPlaces ? <ChangesSection data={inPlaces} outdated={places.outdated} /> : <div />}
        {found?.people && <SexAndAge people={found.people} outdated={outdated} />}
      </div>
      {explore.view.split === 'none' ? <Subjects /> : null}
      <Tables />
    </>
  );
}

/** People harmed by year, and what was seized. */
function Subjects() {
  const { data, outdated } = usePage('trends', 'subjects', trendsQuery(useExplore(), []));
  const found = data?.data;
  if (!found) return null;
  return (
    <>
      <div className={`${kit.halves} ${styles.thirds}`}>
        {countedByYear.map((of) => {
          const years = found[of];
          return years && <YearCard key={of} of={of} years={years} outdated={outdated} />;
        })}
      </div>
      {found.seizures && <SeizuresSection seizures={found.seizures} outdated={outdated} />}
    </>
  );
}

/** What few read, and beside a split series what is not split: behind a button, which asks for it. */
function Tables() {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const isOpen = view.tables === 'open';
  const isSplit = view.split !== 'none';
  return (
    <div className={kit.closing}>
      <button
        type="button"
        className={`${buttons.link} ${kit.screenOnly}`}
        aria-expanded={isOpen}
        onClick={() => act(setView({ tables: isOpen ? 'closed' : 'open' }))}
      >
        {t(`trends.tables.${isOpen ? 'hide' : 'show'}${isSplit ? 'AndMore' : ''}`)}
      </button>
      {isOpen && isSplit ? <Subjects /> : null}
      {isOpen ? <OpenTables /> : null}
    </div>
  );
}

function OpenTables() {
  const { data, outdated, error } = usePage('trends', 'tables', trendsQuery(useExplore(), []));
  if (error) return <FailureNotice error={error} />;
  const found = data?.data;
  if (!found) return null;
  return (
    <>
      <PeopleTable described={found.described} outdated={outdated} />
      {found.large && <LargeSeizures large={found.large} outdated={outdated} />}
    </>
  );
}
