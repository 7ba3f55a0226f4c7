import { type Filter, without, withoutPlace } from '@monitor/domain';
import { locationRows, perhapsHighest, type PlaceRow, saidPlace } from '@monitor/findings';
import { leastEvents } from '@monitor/statistics';
import type { TFunction } from 'i18next';
import { type ComponentProps, useMemo } from 'react';
import { failureWords } from '../../answers/failure-words.ts';
import { FailureNotice, ProgressLine } from '../../answers/state-notice.tsx';
import { sizeReadingText } from '../../charts/bar-words.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { PlacesTable } from '../../charts/places-table.tsx';
import { Cite } from '../../cite/cite.tsx';
import { placesFile } from '../../charts/places-file.ts';
import { Chips } from '../../filter/chips.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { placeQuery } from '../../filter/place-address.ts';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { type Terms, useTerms, useVoice } from '../../i18n/terms.ts';
import pages from '../../styles/sheet.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FindPlace } from './find-place.tsx';
import { periodWords, PlacePeriod } from './place-period.tsx';
import styles from './places-page.module.css';
import kit from '../../styles/kit.module.css';
import { regionRows } from './region-rows.ts';
import { changesStandingOut } from './standing-out.ts';
import { type PlacesAnswers, usePlaces } from './use-places.ts';

/** All locations and regions side by side, the highest rate first. */
export default function PlacesPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const { coverage, filter, answers, outdated, error } = usePlaces(explore.filter);
  const chosen = useMemo(() => ({ ...explore, filter: without(withoutPlace(explore.filter), 'from', 'to') }), [explore]);
  return (
    <article className={pages.sheet}>
      <ProgressLine />
      <div className={kit.wrapRow}>
        <h1>{t('places.index')}</h1>
        <PlacePeriod period={filter} coverage={coverage} act={explore.act} />
        <div className={kit.push}>
          <Cite
            view={{
              name: t('cite.name.places'),
              filter: withoutPlace(filter),
              period: answers?.main.answer.period ?? null,
              datasetVersion: answers?.main.answer.datasetVersion,
              datasets: answers?.concerned ?? [],
              synthetic: answers?.synthetic ?? 'none',
            }}
          />
        </div>
      </div>
      <ExploreContext value={chosen}>
        <LinkNotice />
        <Chips />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} {...failureWords(error, t)} />}
      {answers === undefined ? (
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>{t('state.loading')}</p>
      ) : (
        <ChartNotes answers={{ datasets: answers.datasets, datasetsShown: answers.concerned, synthetic: answers.synthetic }}>
          <div data-outdated={outdated || undefined}>
            <Answered answers={answers} />
          </div>
        </ChartNotes>
      )}
    </article>
  );
}

/** Regions at first. */
const fewRegions = 20;

function Answered({ answers }: { answers: PlacesAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { name, answer, filter } = answers.main;
  const covered = [...new Set(answers.datasets.flatMap(({ countries }) => countries))];
  const locations = locationRows(answers, covered);
  const regions = regionRows(answers);
  const period = answer.period === null ? '' : periodWords(answer.period, t, format);
  const query = placeQuery(answers.filter);
  const shared = { filter, name, query };
  const reading = t('places.list.reading', { many: t(`places.row.${name}.name`), period });
  return (
    <>
      <p className={styles.lead}>{worstText(locations, t, format, terms.place)}</p>
      <FindPlace locations={covered} query={query} />
      <PlacesCard {...shared} file="locations" caption={t('places.list.locations')} rows={locations} reading={reading} />
      {regions.length === 0 ? null : (
        <PlacesCard
          {...shared}
          file="regions"
          caption={t('places.list.regions')}
          rows={regions}
          length={fewRegions}
          reading={worstText(regions, t, format, terms.place)}
        />
      )}
      <p className={`${kit.top4} ${styles.note}`}>{t('places.list.note')}</p>
    </>
  );
}

interface PlacesCardProps extends Omit<ComponentProps<typeof PlacesTable>, 'rows'> {
  readonly rows: readonly PlaceRow[];
  /** Part of the name of its file. */
  readonly file: string;
  readonly reading: string;
  readonly filter: Filter;
}

/** A table of places with its heading and file. */
function PlacesCard({ file, reading, filter, rows, ...others }: PlacesCardProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  const standingOut = changesStandingOut(rows);
  const table = { ...others, rows: rows.map((row) => saidPlace(row, standingOut, voice)) };
  return (
    <ChartCard
      form="section"
      title={table.caption}
      reading={reading}
      outdated={false}
      filter={filter}
      table={placesFile(file, table, t, voice, voice.place)}
      onPaper={null}
    >
      <PlacesTable {...table} />
    </ChartCard>
  );
}

/** Which has most for its size, as far as chance allows to say it. */
function worstText(rows: readonly PlaceRow[], t: TFunction, { number }: Format, place: Terms['place']): string {
  const rates = new Map(
    rows.flatMap(({ code, incidents, rate }) => (rate && incidents >= leastEvents ? [[code, rate] as const] : [])),
  );
  const perhaps = perhapsHighest(rates);
  const highest = rates.get(perhaps[0] ?? '');
  if (highest === undefined) return t('places.list.noneCompared');
  const sentence = sizeReadingText({ perhaps, highest, compared: rates.size, without: 0 }, place, t, number);
  // The table shows rates of few incidents too, which are not compared.
  const count = rows.filter(({ code, incidents }) => incidents > 0 && !rates.has(code)).length;
  return count === 0 ? sentence : `${sentence} ${t('places.list.notCompared', { count, least: leastEvents })}`;
}
