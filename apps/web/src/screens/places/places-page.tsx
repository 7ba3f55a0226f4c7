import { without } from '@monitor/domain';
import { perhapsHighest } from '@monitor/findings';
import { leastEvents } from '@monitor/statistics';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../../answers/failure-words.ts';
import { FailureNotice, ProgressLine } from '../../answers/state-notice.tsx';
import { sizeReadingText } from '../../charts/bar-words.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { placesFile } from '../../figures/places-file.ts';
import { noRateText } from '../../figures/rate-words.ts';
import { Chips } from '../../filter/chips.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { withoutPlace } from '../../filter/place-address.ts';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { type Terms, useTerms } from '../../i18n/terms.ts';
import pages from '../../styles/sheet.module.css';
import { placeQuery } from './explore-query.ts';
import { FindPlace } from './find-place.tsx';
import { type IndexRow, locationRows, regionRows, sortedRows } from './index-rows.ts';
import { IndexTable } from './index-table.tsx';
import { periodWords, PlacePeriod } from './place-period.tsx';
import styles from './places-page.module.css';
import { type PlacesAnswers, usePlaces } from './use-places.ts';

/** All locations and regions side by side, the highest rate first. */
export default function PlacesPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const { coverage, filter, answers, error } = usePlaces(explore.filter);
  const chosen = useMemo(() => ({ ...explore, filter: without(withoutPlace(explore.filter), 'from', 'to') }), [explore]);
  return (
    <article className={pages.sheet}>
      <ProgressLine />
      <div className={styles.title}>
        <h1>{t('places.index')}</h1>
        <PlacePeriod period={filter} coverage={coverage} act={explore.act} />
      </div>
      <ExploreContext value={chosen}>
        <LinkNotice />
        <Chips />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} {...failureWords(error, t)} />}
      {answers === undefined ? (
        <p className={pages.lead}>{t('state.loading')}</p>
      ) : (
        <ChartNotes answers={{ datasets: answers.datasets, datasetsShown: answers.concerned, synthetic: answers.synthetic }}>
          <Answered answers={answers} />
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
  const locations = locationRows(answers);
  const regions = regionRows(answers);
  const period = answer.period === null ? '' : periodWords(answer.period, t, format);
  const query = placeQuery(answers.filter);
  const card = { form: 'section', outdated: false, filter, onPaper: null } as const;
  const tableOf = (file: string, rows: readonly IndexRow[]) =>
    placesFile(
      file,
      sortedRows(rows, 'rate', false).map(({ code, why, ...row }) => ({
        ...row,
        label: terms.place(code),
        why: why === undefined ? '–' : noRateText(why, t),
      })),
      t(`places.row.${name}.name`),
      t,
      format,
      terms.place,
    );
  const reading = t('places.list.reading', { many: t(`places.row.${name}.name`), period });
  return (
    <>
      <p className={styles.lead}>{worstText(locations, t, format, terms.place)}</p>
      <FindPlace locations={locations.map(({ code }) => code)} query={query} />
      <ChartCard {...card} title={t('places.list.locations')} reading={reading} table={tableOf('locations', locations)}>
        <IndexTable caption={t('places.list.locations')} rows={locations} name={name} query={query} />
      </ChartCard>
      {regions.length === 0 ? null : (
        <ChartCard
          {...card}
          title={t('places.list.regions')}
          reading={`${worstText(regions, t, format, terms.place)} ${t('places.list.few')}`}
          table={tableOf('regions', regions)}
        >
          <IndexTable caption={t('places.list.regions')} rows={regions} name={name} query={query} length={fewRegions} />
        </ChartCard>
      )}
      <p className={styles.note}>{t('places.list.note')}</p>
    </>
  );
}

/** Which has most for its size, as far as chance allows to say it. */
function worstText(rows: readonly IndexRow[], t: TFunction, { number }: Format, place: Terms['place']): string {
  const rates = new Map(
    rows.flatMap(({ code, incidents, rate }) => (rate && incidents >= leastEvents ? [[code, rate] as const] : [])),
  );
  const perhaps = perhapsHighest(rates);
  const highest = rates.get(perhaps[0] ?? '');
  const unrated = rows.filter(({ code, incidents }) => incidents > 0 && !rates.has(code)).length;
  return sizeReadingText(highest && { perhaps, highest, compared: rates.size, without: unrated }, place, t, number);
}
