import { SiteFooter } from '../../sections/site-footer.tsx';
import { FailureNotice, NothingFound, ProgressLine } from '../../sections/state-notice.tsx';
import { usePage } from '../../api/use-page.ts';
import { ChartNotes } from '../../sections/chart-notes.tsx';
import { LaterSections } from '../../sections/later-sections.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExplore, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import pages from '../../styles/figures-page.module.css';
import { ChangesSection, PlacesSection } from './changes-section.tsx';
import { LargeSeizures, SeizuresSection } from './seizures-section.tsx';
import { PeopleTable, SexAndAge, YearCard } from './people-section.tsx';
import { TrendControls } from './trend-controls.tsx';
import { TrendAwaited, TrendSection } from './trend-section.tsx';
import styles from './trends-page.module.css';
import { filterQuery } from '@monitor/contract';
import { defaultView, type ExploreState } from '../../filter/explore-state.ts';

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
      <ChartNotes answers={{ datasets: answer?.datasets, datasetsShown, synthetic }}>
        <article className={pages.sheet}>
          <ProgressLine />
          <LinkNotice />
          {error ? (
            <FailureNotice error={error} older={answer && t('state.failure.older')} />
          ) : answer === undefined || outdated || (data && data.incidents > 0) ? null : (
            <NothingFound />
          )}
          <TrendControls data={data} outdated={outdated} />
          {answer && data ? (
            <TrendSection answer={answer} data={data} datasetsShown={datasetsShown} outdated={outdated} />
          ) : (
            <TrendAwaited />
          )}
          <LaterSections when={data !== undefined}>
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
  const { t } = useTranslation();
  const explore = useExplore();
  const places = usePage('trends', 'places', trendsQuery(explore, ['measure']));
  const subjects = usePage('trends', 'subjects', trendsQuery(explore, []));
  const [inPlaces, found] = [places.data?.data, subjects.data?.data];
  const error = hasFailed ? null : (places.error ?? subjects.error);
  const { outdated } = subjects;
  return (
    <>
      {error && <FailureNotice error={error} />}
      {inPlaces?.rates && <PlacesSection rates={inPlaces.rates} outdated={places.outdated} />}
      <div className={`${kit.pair} ${styles.columns}`}>
        {inPlaces ? <ChangesSection data={inPlaces} outdated={places.outdated} /> : <div />}
        {found && (
          <div>
            <YearCard
              years={found.partners}
              tone="killed"
              outdated={outdated}
              name="women-killed-by-partners"
              known={t('trends.partners.known')}
              unknown={t('trends.partners.unknown')}
            />
            <SexAndAge people={found.people} outdated={outdated} />
          </div>
        )}
      </div>
      {found && (
        <>
          <PeopleTable described={found.described} outdated={outdated} />
          <div className={kit.halves}>
            <YearCard
              years={found.children}
              tone="count"
              outdated={outdated}
              name="children-in-accidental-shootings"
              known={t('trends.children.known')}
              unknown={t('trends.children.unknown')}
            />
            <YearCard years={found.suicides} tone="quiet" outdated={outdated} name="suicides" known={t('measure.suicides.name')} />
          </div>
          <SeizuresSection seizures={found.seizures} outdated={outdated} />
          <LargeSeizures large={found.large} outdated={outdated} />
        </>
      )}
    </>
  );
}

/** The choices of the page that change what is asked, by their names in the address of the page and of the API. */
const choices = ['interval', 'measure', 'split', 'unit'] as const;

/** What the page asks for: the filter, and the choices where they are not the usual ones. */
function trendsQuery({ filter, view }: ExploreState, names: readonly (typeof choices)[number][] = choices): string {
  const chosen = names.filter((name) => view[name] !== defaultView[name]).map((name) => `${name}=${view[name]}`);
  return [filterQuery(filter), ...chosen].filter((part) => part !== '').join('&');
}
