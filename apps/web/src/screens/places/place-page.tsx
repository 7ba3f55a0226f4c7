import { filterQuery } from '@monitor/contract';
import { filterOfPlace, without, withoutPlace } from '@monitor/domain';
import { overlapOf } from '@monitor/findings';
import { regions } from '@monitor/geography';
import { Link, useParams } from '@tanstack/react-router';
import { Download, Map as MapIcon, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { FailureNotice, ProgressLine } from '../../answers/state-notice.tsx';
import { failureWords } from '../../answers/failure-words.ts';
import { csvAddress } from '../../api/client.ts';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { Cite } from '../../cite/cite.tsx';
import buttons from '../../controls/button.module.css';
import { Section } from '../../controls/section.tsx';
import { Chips } from '../../filter/chips.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { placeQuery } from '../../filter/place-address.ts';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { type Place, usePlace } from '../../filter/use-place.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import pages from '../../styles/sheet.module.css';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DataQuality } from './data-quality.tsx';
import { type FindingRow, findingRows } from './findings.ts';
import { FindingsTable } from './findings-table.tsx';
import { Funnel } from './funnel.tsx';
import { Hours } from './hours.tsx';
import { Months } from './months.tsx';
import { People } from './people.tsx';
import { periodWords, PlacePeriod } from './place-period.tsx';
import styles from './place-page.module.css';
import kit from '../../styles/kit.module.css';
import { leadText, noDataText, typesText } from './place-words.ts';
import { RegionMap } from './region-map.tsx';
import { RegionRates } from './region-rates.tsx';
import { Settlements } from './settlements.tsx';
import { Types } from './types.tsx';
import { type PlaceAnswers, usePlaceAnswers } from './use-place-answers.ts';
import { Weapons } from './weapons.tsx';

/** One location, region or settlement: what it recorded, beside its own past and beside the others. */
export default function PlacePage() {
  const { t } = useTranslation();
  const { place: address = '' } = useParams({ strict: false });
  const place = usePlace(address);
  if (place === undefined) return <article className={pages.sheet}>{t('state.loading')}</article>;
  if (place === 'none') return <NoSuchPlace address={address} />;
  // The figures of one place do not stay under the name of the next.
  return <PlaceSheet key={place.address} place={place} />;
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

function PlaceSheet({ place }: { place: Place }) {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const answers = usePlaceAnswers(place, explore.filter);
  const { filter } = answers;
  // What the place says of where is not a choice that could be taken away, and the period has its own.
  const chosen = useMemo(() => ({ ...explore, filter: without(withoutPlace(explore.filter), 'from', 'to') }), [explore]);
  const whole = useMemo(() => ({ ...explore, filter }), [explore, filter]);
  const here = { query: placeQuery(explore.filter) };
  const terms = useTerms();
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
        <PlacePeriod period={filter} coverage={answers.coverage} act={explore.act} />
        <div className={`${kit.tools} ${kit.push} ${kit.screenOnly} ${styles.actions}`}>
          <Link className={buttons.plain} to="/explore" search={{ query: exploreQuery(filter) }}>
            <MapIcon size={15} aria-hidden="true" />
            {t('places.explore')}
          </Link>
          {place.kind === 'settlement' ? null : (
            <Link className={buttons.plain} to="/report" search={{ query: filterQuery(filterOfPlace(place.code)) }}>
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
              filter: withoutPlace(explore.filter),
              period: answers.period ?? null,
              datasetVersion: answers.main.answer?.datasetVersion,
              datasets: answers.concerned,
              synthetic: answers.synthetic,
            }}
          />
        </div>
      </div>
      <ExploreContext value={chosen}>
        <LinkNotice />
        <Chips />
      </ExploreContext>
      {answers.error === null ? null : <FailureNotice error={answers.error} {...failureWords(answers.error, t)} />}
      <ExploreContext value={whole}>
        <div data-outdated={answers.outdated || undefined}>
          <Answered answers={answers} />
        </div>
      </ExploreContext>
    </article>
  );
}

function Answered({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { place, main, period, covered } = answers;
  const whole = place.kind === 'location' ? undefined : terms.place(place.country);
  const rows = findingRows(answers);
  const first = rows?.[0];
  if (rows === undefined || first === undefined || main.answer === undefined) return <p>{t('state.loading')}</p>;
  // A period without a first or last day that lies outside all data has no days that the answer could name.
  if (period === undefined || covered === undefined || overlapOf(covered, period) === undefined)
    return <p className={styles.lead}>{noDataText(place.name, period ?? answers.filter, covered, t, format)}</p>;
  const seizures = answers.seizures?.answer?.totals.incidents ?? 0;
  const hasRegions = place.kind !== 'settlement' && regions.some(({ jurisdiction }) => jurisdiction === place.country);
  return (
    <ChartNotes answers={{ datasets: answers.datasets, datasetsShown: answers.concerned, synthetic: answers.synthetic }}>
      <p className={styles.lead}>{leadText({ name: main.name, place: place.name, whole, period, row: first }, t, format)}</p>
      <p className={styles.second}>
        {[
          typesText(main.answer, main.filter, t, format, terms.label),
          seizures === 0 ? undefined : t('places.second.seizures', { count: seizures, number: format.number.count(seizures) }),
        ]
          .filter((one) => one !== undefined)
          .join(' ')}
      </p>
      <FindingsTable
        rows={rows}
        name={`figures-${place.address}`}
        place={place.name}
        whole={whole}
        period={periodWords(period, t, format)}
      />
      {place.kind === 'settlement' ? null : (
        <Section title={t('places.where')}>
          <div className={styles.grid}>
            {hasRegions ? (
              <>
                <div className={styles.map}>
                  <RegionMap answers={answers} />
                </div>
                <div className={styles.rates}>
                  <RegionRates answers={answers} />
                </div>
              </>
            ) : null}
            <div className={`${styles.third} ${styles.stack}`}>
              <Settlements answers={answers} />
              <Hours answers={answers} />
            </div>
          </div>
        </Section>
      )}
      <Section title={t('places.when')}>
        <Months answers={answers} />
        {place.kind === 'settlement' ? <Hours answers={answers} /> : null}
      </Section>
      <Section title={t('places.what')}>
        <div className={styles.grid}>
          <div className={styles.third}>
            <Types answers={answers} />
          </div>
          <div className={styles.third}>
            <People answers={answers} />
          </div>
          <div className={styles.third}>
            <Weapons answers={answers} />
          </div>
        </div>
      </Section>
      <Section title={t(place.kind === 'settlement' ? 'places.quality.section' : 'places.among')}>
        <div className={styles.grid}>
          {place.kind === 'settlement' ? null : (
            <div className={styles.wide}>
              <Funnel answers={answers} />
            </div>
          )}
          <div className={styles.narrow}>
            <DataQuality answers={answers} />
          </div>
        </div>
      </Section>
      <Feet answers={answers} rows={rows} />
    </ChartNotes>
  );
}

/** What the figures rest on. */
function Feet({ answers, rows }: { answers: PlaceAnswers; rows: readonly FindingRow[] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { place } = answers;
  const compared = rows.map(({ comparison }) => comparison).find((one) => one.kind === 'compared');
  return (
    <div className={`${kit.note} ${kit.closing}`}>
      {compared === undefined ? null : (
        <p>
          {t(`places.notes.rates.${place.kind === 'location' ? 'all' : 'one'}`, {
            source: compared.source,
            year: String(compared.lastYear),
            place: terms.place(place.country),
          })}
        </p>
      )}
      {place.kind === 'settlement' ? <p>{t('places.notes.area', { place: place.name })}</p> : null}
    </div>
  );
}
