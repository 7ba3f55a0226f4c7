import type { PlacesData } from '@monitor/contract';
import { filterNames, foldText, namesBesidePlace, without, withoutPlace } from '@monitor/domain';
import { type ComponentProps, useMemo, useState } from 'react';
import { AwaitedLines, FailureNotice, ProgressLine } from '../../sections/state-notice.tsx';
import { usePage } from '../../api/use-page.ts';
import { Section } from '../../sections/section.tsx';
import { ChartNotes, LeftOutNote } from '../../sections/chart-notes.tsx';
import { placesFile } from '../../charts/places-file.ts';
import { PlacesTable } from '../../charts/places-table.tsx';
import { Cite } from '../../cite/cite.tsx';
import { Chips } from '../../filter/chips.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { placeQuery } from '../../filter/place-address.ts';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import pages from '../../styles/figures-page.module.css';
import { PlacePeriod, sourcesOf, withoutFigures } from './place-period.tsx';
import styles from './places-page.module.css';
import kit from '../../styles/kit.module.css';
import { settlementAddress } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import fields from '../../controls/field.module.css';
import { FoundCount } from '../../filter/found-count.tsx';
import { matchingPlaces } from '../../filter/location-section.tsx';
import { useSettlements } from '../../filter/found-settlements.tsx';

/** All locations and regions side by side, the highest rate first. */
export default function PlacesPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const { data: answer, outdated, error } = usePage('places', 'main', placeQuery(explore.filter));
  const chosen = useMemo(() => ({ ...explore, filter: without(withoutPlace(explore.filter), 'from', 'to') }), [explore]);
  const data = answer?.data ?? undefined;
  const sources = sourcesOf(answer);
  // All places are beside each other, whichever the address names.
  const unused = filterNames.filter((name) => explore.filter[name] !== undefined && !namesBesidePlace.includes(name));
  return (
    <article className={pages.sheet}>
      <ProgressLine />
      <div className={kit.wrapRow}>
        <h1>{t('places.index')}</h1>
        <PlacePeriod chosen={explore.filter} data={data} act={explore.act} />
        <div className={kit.push}>
          <Cite
            view={{
              name: t('cite.name.places'),
              filter: data === undefined ? {} : readFilter(data.query),
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
        {unused.length === 0 ? null : (
          <p className={`${kit.note} ${kit.top2}`}>{t('places.unused', { count: unused.length, names: unused.join(', ') })}</p>
        )}
        <Chips />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} />}
      {answer === undefined ? (
        error === null && <AwaitedLines lines={24} />
      ) : data === undefined ? (
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>{withoutFigures(answer, t)}</p>
      ) : (
        <ChartNotes answers={sources}>
          <div data-outdated={outdated || undefined}>
            <LeftOutNote text={sources.leftOut} />
            <Answered data={data} query={placeQuery(explore.filter)} />
          </div>
        </ChartNotes>
      )}
    </article>
  );
}

/** Regions at first. */
const fewRegions = 20;

/** @param query of the links to places: without a period that nobody chose, as each page opens on the days of its own data */
function Answered({ data, query }: { data: PlacesData; query: string }) {
  const { t } = useTranslation();
  const { locations, regions } = data;
  const rows = [...locations.rows, ...regions.rows];
  const notes = [
    ...(rows.some(({ rate }) => rate) ? [t('places.list.note')] : []),
    ...(rows.some(({ past }) => past) ? [t('places.list.pastNote')] : []),
  ];
  return (
    <>
      <p className={`${kit.medium} ${pages.lead} ${styles.lead}`}>{locations.reading}</p>
      <FindPlace locations={locations.rows.flatMap(({ code }) => code ?? [])} query={query} />
      <PlacesCard
        data={data}
        query={query}
        file="locations"
        caption={t('places.list.locations')}
        rows={locations.rows}
        reading={data.reading}
      />
      {regions.rows.length === 0 ? null : (
        <PlacesCard
          data={data}
          query={query}
          file="regions"
          caption={t('places.list.regions')}
          rows={regions.rows}
          length={fewRegions}
          reading={regions.reading}
        />
      )}
      {notes.length === 0 ? null : <p className={`${kit.note} ${kit.top4}`}>{notes.join(' ')}</p>}
    </>
  );
}

interface PlacesCardProps extends Omit<ComponentProps<typeof PlacesTable>, 'name'> {
  readonly data: PlacesData;
  /** Part of the name of its file. */
  readonly file: string;
  readonly reading: string;
}

/** A table of places with its heading and file. */
function PlacesCard({ data: { counted, incidentQuery }, file, reading, ...others }: PlacesCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const table = { ...others, name: counted };
  return (
    <Section
      method="families-of-comparisons"
      title={table.caption}
      reading={reading}
      filter={readFilter(incidentQuery)}
      table={placesFile(file, table, t, format, terms.place)}
      onPaper={null}
    >
      <PlacesTable {...table} />
    </Section>
  );
}

/** Finds a location, region or settlement by its name in any script. */
function FindPlace({ locations, query }: { locations: readonly string[]; query: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const [text, setText] = useState('');
  const settlements = useSettlements(text);
  const searching = foldText(text) !== '';
  const found = searching ? matchingPlaces(text, locations, terms.place) : [];
  const lines = [
    ...found.map((code) => ({
      address: code,
      name: terms.place(code),
      where: code.includes('-') ? terms.place(code.slice(0, 2)) : t('places.find.location'),
    })),
    ...(settlements ?? []).flatMap((settlement) => {
      const address = settlementAddress(settlement);
      const where = [settlement.region, settlement.country].flatMap((code) => (code === null ? [] : terms.place(code))).join(', ');
      return address === undefined ? [] : [{ address, name: settlement.name, where }];
    }),
  ];
  return (
    <search className={`${kit.block} ${kit.relative} ${styles.find}`}>
      <div className={`${kit.bottom2} ${kit.relative} ${fields.withIcon}`}>
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          className={fields.input}
          placeholder={t('places.find.label')}
          aria-label={t('places.find.label')}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FoundCount count={searching && settlements ? lines.length : undefined} />
      {!searching ? null : lines.length === 0 ? (
        settlements === undefined ? null : (
          <p className={`${kit.note} ${kit.padBlock}`}>{t('filter.places.none', { text: text.trim() })}</p>
        )
      ) : (
        <ul className={`${kit.stack} ${kit.padBlock}`} aria-label={t('places.find.found')}>
          {lines.map(({ address, name, where }) => (
            <li key={address}>
              <Link to="/places/$place" params={{ place: address }} search={{ query }}>
                {name}
              </Link>{' '}
              <small className={kit.note}>{where}</small>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
