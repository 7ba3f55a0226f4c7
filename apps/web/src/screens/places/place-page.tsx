import { filterQuery, type PageAnswer, type PlaceData, type PlaceFigures } from '@monitor/contract';
import { type Filter, filterOfPlace, wholeOf, without, withoutPlace } from '@monitor/domain';
import { askedBrief, briefQuery, periodWords, readPlaceAddress } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Download, Map as MapIcon, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { AwaitedLines, FailureNotice, ProgressLine } from '../../sections/state-notice.tsx';
import { csvAddress } from '../../api/file-address.ts';
import { queries } from '../../api/queries.ts';
import { isNoPage } from '../../api/request.ts';
import { useLastAnswer } from '../../api/use-last-answer.ts';
import { usePage } from '../../api/use-page.ts';
import { ChartNotes, LeftOutNote } from '../../sections/chart-notes.tsx';
import { Cite } from '../../cite/cite.tsx';
import buttons from '../../controls/button.module.css';
import { Section } from '../../sections/section.tsx';
import { Chips } from '../../filter/chips.tsx';
import { exploreQuery, readFilter } from '../../filter/explore-query.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { askedOfPlace, placeQuery } from '../../filter/place-address.ts';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTerms, useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import pages from '../../styles/figures-page.module.css';
import { FunnelPlot } from '../../charts/funnel-plot.tsx';
import { DataQuality } from './data-quality.tsx';
import { FindingsTable } from './findings-table.tsx';
import { Hours, Months } from './when-section.tsx';
import { People, Types, Weapons } from './what-section.tsx';
import { PlacePeriod, sourcesOf, withoutFigures } from './place-period.tsx';
import kit from '../../styles/kit.module.css';
import styles from './place-page.module.css';
import { RegionMap, RegionRates, Settlements } from './where-section.tsx';

/** One location, region or settlement: what it recorded, beside its own past and beside the others. */
export default function PlacePage() {
  const { place: address = '' } = useParams({ strict: false });
  if (readPlaceAddress(address) === undefined) return <NoSuchPlace address={address} />;
  // The figures of one place do not stay under the name of the next.
  return <AskedPlace key={address} address={address} />;
}

function NoSuchPlace({ address }: { address: string }) {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  return (
    <article className={pages.sheet}>
      <h1>{t('places.none.title')}</h1>
      <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>{t('places.none.text', { address })}</p>
      <p>
        <Link to="/places" search={{ query: placeQuery(explore.filter) }}>
          {t('places.none.link')}
        </Link>
      </p>
    </article>
  );
}

function AskedPlace({ address }: { address: string }) {
  const terms = useTerms();
  const { filter } = useExploreFromAddress();
  const page = usePage('place', 'main', askedOfPlace(address, filter));
  const read = readPlaceAddress(address);
  if (isNoPage(page.error)) return <NoSuchPlace address={address} />;
  if (page.data?.data) return <PlaceSheet place={page.data.data.place} page={page} />;
  // The name of a settlement comes with its figures.
  if (read === undefined || read.kind === 'settlement')
    return (
      <article className={pages.sheet}>
        <AwaitedLines lines={24} />
      </article>
    );
  const { kind, code } = read;
  return <PlaceSheet place={{ kind, address, code, name: terms.place(code), country: wholeOf('region', code) }} page={page} />;
}

interface PlaceSheetProps {
  readonly place: PlaceData['place'];
  readonly page: {
    readonly data: PageAnswer<PlaceData> | undefined;
    readonly outdated: boolean;
    readonly error: Error | null;
  };
}

function PlaceSheet({ place, page: { data: answer, outdated, error } }: PlaceSheetProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const explore = useExploreFromAddress();
  const data = answer?.data ?? undefined;
  const sources = sourcesOf(answer);
  const rest = useMemo(() => withoutPlace(explore.filter), [explore]);
  const filter = useMemo(
    (): Filter => (data === undefined ? { ...rest, ...filterOfPlace(place.code) } : readFilter(data.query)),
    [data, rest, place.code],
  );
  // What the place says of where is not a choice that could be taken away, and the period has its own.
  const chosen = useMemo(() => ({ ...explore, filter: without(rest, 'from', 'to') }), [explore, rest]);
  const whole = useMemo(() => ({ ...explore, filter }), [explore, filter]);
  const here = { query: placeQuery(explore.filter) };
  return (
    <article className={`${pages.sheet} ${styles.place}`}>
      <ProgressLine />
      <nav className={kit.detail} aria-label={t('places.path')}>
        <Link to="/places" search={here}>
          {t('places.index')}
        </Link>
        {place.kind === 'location' ? null : (
          <>
            {' / '}
            <Link to="/places/$place" params={{ place: place.country }} search={here}>
              {terms.place(place.country)}
            </Link>
          </>
        )}
        {place.kind === 'settlement' && place.code !== place.country ? (
          <>
            {' / '}
            <Link to="/places/$place" params={{ place: place.code }} search={here}>
              {terms.place(place.code)}
            </Link>
          </>
        ) : null}
      </nav>
      <div className={kit.wrapRow}>
        <h1>{place.name}</h1>
        <PlacePeriod chosen={explore.filter} data={data} act={explore.act} />
        <div className={`${kit.tools} ${kit.push} ${kit.screenOnly} ${styles.actions}`}>
          <Link className={buttons.plain} to="/explore" search={{ query: exploreQuery(filter) }}>
            <MapIcon size={15} aria-hidden="true" />
            {t('places.explore')}
          </Link>
          {place.kind === 'settlement' ? null : (
            <Link className={buttons.plain} to="/report" search={{ query: briefQuery(askedBrief(filter)) }}>
              <Printer size={15} aria-hidden="true" />
              {t('places.brief')}
            </Link>
          )}
          <a className={buttons.plain} href={csvAddress(filterQuery(filter))} download>
            <Download size={15} aria-hidden="true" />
            {t('places.download')}
          </a>
          <Cite
            view={{
              name: t('cite.name.place', { place: place.name }),
              filter: rest,
              period: data?.period ?? null,
              datasetVersion: answer?.datasetVersion,
              datasets: sources.datasetsShown,
              synthetic: sources.synthetic,
            }}
          />
        </div>
      </div>
      <ExploreContext value={chosen}>
        <LinkNotice />
        <Chips />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} />}
      <ExploreContext value={whole}>
        <div data-outdated={outdated || undefined}>
          {answer === undefined ? (
            error === null && <AwaitedLines lines={24} />
          ) : data === undefined ? (
            <p>{withoutFigures(answer, t)}</p>
          ) : data.figures === undefined ? (
            <p className={`${kit.top4} ${kit.medium} ${pages.lead}`}>{data.lead}</p>
          ) : (
            <ChartNotes answers={sources}>
              <LeftOutNote text={sources.leftOut} />
              <Answered page={data} figures={data.figures} />
            </ChartNotes>
          )}
        </div>
      </ExploreContext>
    </article>
  );
}

/** What stands further down, without which the page is drawn at first. */
function useDetails(address: string) {
  const { i18n } = useTranslation();
  const { filter } = useExploreFromAddress();
  const query = askedOfPlace(address, filter);
  const asked = useQuery({ ...queries.page('place', 'details', query, i18n.language), meta: {} });
  return useLastAnswer(asked, query).data?.data ?? undefined;
}

/** As many regions as are about as tall as the settlements beside them. */
const fewRegions = 12;

function Answered({ page, figures }: { page: PlaceData; figures: PlaceFigures }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { place, period } = page;
  const isSettlement = place.kind === 'settlement';
  const details = useDetails(place.address);
  const { map, regions, hours, funnel, types } = figures;
  // Without incidents there is nothing to list.
  const isEmpty = types.rows.length === 0;
  return (
    <>
      <p className={`${kit.top4} ${kit.medium} ${pages.lead}`}>{page.lead}</p>
      <p className={`${kit.note} ${styles.second}`}>{figures.second}</p>
      <FindingsTable page={page} rows={figures.findings} />
      {isSettlement ? null : (
        <Section title={t('places.where')}>
          <div className={styles.grid}>
            {map === undefined ? null : (
              <div className={styles.map}>
                <RegionMap page={page} map={map} />
              </div>
            )}
            <div
              className={`${styles.wide} ${styles.grid} ${styles.beside}`}
              data-tall={(regions?.rates.length ?? 0) > fewRegions || undefined}
            >
              {regions === undefined ? null : (
                <div className={kit.least}>
                  <RegionRates page={page} regions={regions} />
                </div>
              )}
              {isEmpty ? null : (
                <div className={kit.least}>
                  <Settlements page={page} settlements={details?.settlements} />
                </div>
              )}
              {hours === undefined ? null : (
                <div className={kit.least}>
                  <Hours {...hours} />
                </div>
              )}
            </div>
          </div>
        </Section>
      )}
      <Section title={t('places.when')}>
        <Months page={page} figures={figures} />
        {isSettlement && hours !== undefined ? <Hours {...hours} /> : null}
      </Section>
      {isEmpty ? null : (
        <Section title={t('places.what')}>
          <div className={styles.grid}>
            <div className={styles.third}>
              <Types page={page} figures={figures} />
            </div>
            <div className={styles.third}>
              <People address={place.address} people={details?.people} />
            </div>
            <div className={styles.third}>
              <Weapons page={page} figures={figures} />
            </div>
          </div>
        </Section>
      )}
      <Section title={t(isSettlement ? 'places.quality.section' : 'places.among')}>
        <div className={styles.grid}>
          {funnel === undefined || period === null ? null : (
            <div className={styles.wide}>
              <FunnelPlot page={page} funnel={funnel} title={t('places.funnel.title', { period: periodWords(period, voice) })} />
            </div>
          )}
          <div className={styles.narrow}>
            {details?.quality === undefined ? null : (
              <DataQuality address={place.address} quality={details.quality} query={figures.incidentQuery} />
            )}
          </div>
        </div>
      </Section>
      <div className={`${kit.note} ${kit.closing}`}>
        {figures.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </>
  );
}
