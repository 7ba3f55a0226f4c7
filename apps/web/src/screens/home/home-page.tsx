import type { Filter } from '@monitor/domain';
import { figureChange } from '@monitor/findings';
import { failureWords } from '../../answers/failure-words.ts';
import { FailureNotice } from '../../answers/state-notice.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { PlacesTable } from '../../charts/places-table.tsx';
import { UnusualSection } from '../../charts/unusual-section.tsx';
import { findingWords } from '../../figures/change-words.ts';
import { locationRows, type PlaceFigures } from '../../figures/place-rows.ts';
import { placesFile } from '../../figures/places-file.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { mapRates } from '../../map/rate-map-rates.ts';
import { rateMapTable } from '../../map/rate-map-table.ts';
import marks from '../../styles/synthetic.module.css';
import pages from '../../styles/sheet.module.css';
import { placeQuery } from '../../filter/place-address.ts';
import { GroupFigures } from './group-figures.tsx';
import { headline } from './headline.ts';
import styles from './home-page.module.css';
import { isOfViolence, mapTitle, placesTitle } from './place-words.ts';
import { type GroupAnswer, type HomeAnswers, useHome } from './use-home.ts';
import { WhatChanged } from './what-changed.tsx';
import { WaysOn } from './ways-on.tsx';
import { wholeRow } from './whole-row.ts';

/** The front door: what this is, what changed in the last twelve months, where, and ways on. */
export default function HomePage() {
  const { t } = useTranslation();
  const home = useHome();
  if (home.state === 'ready')
    return (
      <ChartNotes answers={{ datasets: home.datasets, datasetsShown: home.datasets, synthetic: home.synthetic }}>
        <Answered answers={home} />
      </ChartNotes>
    );
  return (
    <article className={pages.sheet} data-state={home.state}>
      <h1>{t('home.title')}</h1>
      {home.state === 'loading' ? <p className={pages.lead}>{t('state.loading')}</p> : null}
      {home.state === 'empty' ? (
        <p className={pages.lead}>
          {t('state.noData.title')} {t('state.noData.text')}
        </p>
      ) : null}
      {home.state === 'failed' ? <FailureNotice error={home.error} {...failureWords(home.error, t)} /> : null}
      <WaysOn incidents={undefined} />
    </article>
  );
}

function Answered({ answers }: { readonly answers: HomeAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { number, date } = format;
  const { all, changes, groups, period, datasets, synthetic } = answers;
  const change = figureChange(all.summary, all.filter, 'incidents', all.datasets);
  const { text, isClear } = findingWords(change, 'incidents', all.summary.totals.incidents, t, format, terms.place);
  const rates = mapRates(groups.violence.summary, groups.violence.filter, datasets, 'incidents');
  const figures = placeFigures(answers);
  const rows = rates === undefined ? [] : locationRows(figures, rates.locations);
  const whole = rows.length > 1 ? wholeRow(figures, period) : undefined;
  const table = { rows, whole, name: 'violence' } as const;
  const title = placesTitle(rows, changes, t, terms.place);
  const total = datasets.reduce((sum, dataset) => sum + dataset.incidents, 0);
  const filter: Filter = { from: period.from, to: period.to };
  const over = date.period(period.from, period.to);
  const addressOf = (code: string) => `/places/${code}?${placeQuery(filter)}`;
  return (
    <article className={pages.sheet} data-state="ready">
      <TopLine answers={answers} />
      <h1 className={styles.headline}>{headline(answers, t, format)}</h1>
      <p className={pages.lead}>
        <span className={styles.finding} data-clear={isClear || undefined}>
          {t('home.sentence', { text })}
        </span>{' '}
        {change.kind === 'change' ? t('home.comparedWith', { period: over }) : t('home.period', { period: over })}
      </p>
      <GroupFigures answers={answers} />
      <div className={`${pages.columns} ${styles.mapAndChanges}`}>
        {rates === undefined ? null : (
          <ChartCard
            form="section"
            title={mapTitle(rates, t, format, terms.place)}
            reading={
              whole?.rate === undefined
                ? t('home.map.reading', { period: over })
                : t('home.map.readingAll', { period: over, count: rows.length, rate: number.rate(whole.rate.rate) })
            }
            outdated={false}
            filter={groups.violence.filter}
            fileNotes={rateMapNotes(rates, t)}
            table={rateMapTable('map', { rates, addressOf }, t('places.row.violence.name'), t, format, terms.place)}
            onPaper={<RateMapOnPaper rates={rates} unit={t('home.map.unit')} />}
          >
            <RateMap rates={rates} unit={t('home.map.unit')} synthetic={synthetic} addressOf={addressOf} />
          </ChartCard>
        )}
        <WhatChanged answers={answers} changes={changes} />
      </div>
      <div className={`${pages.columns} ${styles.placesAndUnusual}`}>
        {rows.length === 0 ? null : (
          <ChartCard
            form="section"
            title={title}
            reading={t('home.places.reading', { period: over })}
            outdated={false}
            filter={filter}
            table={placesFile('places', table, t, format, terms.place)}
            onPaper={null}
          >
            <PlacesTable
              {...table}
              caption={title}
              standingOut={new Set(changes.clear.filter(isOfViolence).map(({ place }) => place))}
              query={placeQuery(filter)}
            />
          </ChartCard>
        )}
        <UnusualSection />
      </div>
      <WaysOn incidents={total} />
    </article>
  );
}

/** What the table of places is made of. */
function placeFigures({ groups: { violence, weapon_seizure: seizures }, datasets }: HomeAnswers): PlaceFigures {
  const counted = ({ filter, summary }: GroupAnswer) => ({ filter, answer: summary });
  return {
    main: counted(violence),
    seizures: counted(seizures),
    past: violence.history,
    datasets,
    concerned: violence.datasets,
  };
}

/** What this is, for a first visit; and beside it how new it is, and whether it is made up. */
function TopLine({ answers: { coverage, datasets, synthetic } }: { readonly answers: HomeAnswers }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const terms = useTerms();
  const locations = [...new Set(datasets.flatMap(({ countries }) => countries))];
  const updated = datasets
    .flatMap(({ updated_at }) => updated_at ?? [])
    .toSorted()
    .at(-1);
  const [only] = locations;
  const year = date.year(coverage.from);
  return (
    <div className={styles.top}>
      <p>
        <strong className={styles.what}>
          {locations.length === 1 && only !== undefined
            ? t('home.what.one', { place: terms.place(only), year })
            : t('home.what.several', { count: locations.length, year })}
        </strong>{' '}
        {t('home.what.free')}
      </p>
      <p>
        {t('home.dataTo', { day: date.day(coverage.to) })}
        {updated === undefined ? null : ` · ${t('home.updated', { day: date.moment(updated) })}`}
        {synthetic === 'none' ? null : (
          <>
            {' · '}
            <span className={marks.synthetic}>{t(`map.synthetic.${synthetic}`)}</span>
          </>
        )}
      </p>
    </div>
  );
}
