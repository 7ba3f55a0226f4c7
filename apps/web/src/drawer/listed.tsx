import { filterQuery } from '@monitor/contract';
import {
  type CountedFigures,
  countedKind,
  extraMeasures,
  type Filter,
  harmedPeople,
  isSilent,
  type Period,
  reportedOf,
  stepPeriod,
  without,
} from '@monitor/domain';
import { capital, constraintWords, countedAmount, coverageOfFilter } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Download, Link2, Map, X } from 'lucide-react';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { exportAddress } from '../api/file-address.ts';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { exploreQuery } from '../filter/explore-query.ts';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { openIncident } from '../filter/filter-actions.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { missingText } from '../format/reported.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FailureNotice } from '../sections/state-notice.tsx';
import kit from '../styles/kit.module.css';
import { useRows } from '../table/use-rows.ts';
import styles from './incidents-drawer.module.css';
import { AwaitedRow, ListedRecord } from './listed-record.tsx';
import { StepBars } from './step-bars.tsx';
import { stepsAround } from './steps-around.ts';

export interface ListedProps {
  /** The address of Explore that lists the incidents. */
  readonly asked: string;
  readonly onClose: () => void;
}

/** Records that are shown at first, and with each press after that. */
const [firstRows, moreRows] = [12, 100];

/** How the incidents were chosen, the steps around them, ways on, and the records. */
export function Listed({ asked, onClose }: ListedProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const terms = useTerms();
  const state = useMemo(() => readExploreState(asked).state, [asked]);
  const { filter, view } = state;
  const { measure, sort } = view;
  const query = filterQuery(filter);
  const [wanted, setWanted] = useState({ asked, rows: firstRows });
  const count = wanted.asked === asked ? wanted.rows : firstRows;
  const list = useMemo(() => ({ query, sort, measure }), [query, sort, measure]);
  const { total, rowAt, error, outdated } = useRows(list, 0, count - 1);
  const summary = useLastAnswer(useQuery(queries.summary(query, 'none', [], { measures: extraMeasures({ measures: [measure] }) })));
  const { data: datasets } = useQuery(queries.datasets());
  const coverage = coverageOfFilter(filter, datasets?.datasets ?? []);
  const period = coverage && { from: filter.from ?? coverage.from, to: filter.to ?? coverage.to };
  const steps = period && stepsAround(period, coverage);
  const at = (other: Period) => exploreQuery({ ...filter, ...other }, measure);

  const places = filter.region ?? filter.country;
  const place =
    places === undefined ? t('drawer.everywhere') : t('drawer.list', { names: places.map((code) => terms.place(code)) });
  const when =
    period === undefined
      ? ''
      : steps?.unit && isWhole(period, steps.unit)
        ? date.step(period.from, steps.unit)
        : date.period(period.from, period.to);
  const totals = summary.outdated ? undefined : summary.data?.totals;
  const amount = measure === 'incidents' ? total : totals?.[measure];
  const isAwaited = amount === undefined || outdated;
  const words = useConstraintWords(filter);
  const rest = Math.max(0, (total ?? 0) - count);
  const rows = Array.from({ length: Math.min(count, total ?? firstRows) }, (_, index) => rowAt(index));
  const year = period && stepPeriod(`${period.from.slice(0, 4)}-01-01`, 'year');

  return (
    <div className={styles.content} data-outdated={isAwaited || undefined}>
      <div className={kit.between}>
        <nav aria-label={t('drawer.way')} className={kit.small}>
          <ol className={`${kit.wrap} ${styles.way}`}>
            <li>
              {filter.from === undefined && filter.to === undefined ? (
                place
              ) : (
                <IncidentsLink className={buttons.link} query={exploreQuery(without(filter, 'from', 'to'), measure)}>
                  {place}
                </IncidentsLink>
              )}
            </li>
            {year && coverage && steps?.unit !== undefined && steps.unit !== 'year' ? (
              <li>
                <IncidentsLink
                  className={buttons.link}
                  query={at({ from: year.from, to: year.to < coverage.to ? year.to : coverage.to })}
                >
                  {date.year(year.from)}
                </IncidentsLink>
              </li>
            ) : null}
            <li>{when}</li>
          </ol>
        </nav>
        <div className={`${kit.rowTight} ${kit.still}`}>
          <Step label={t('drawer.previous')} query={steps?.previous && at(steps.previous)}>
            <ChevronLeft size={18} aria-hidden="true" />
          </Step>
          <Step label={t('drawer.next')} query={steps?.next && at(steps.next)}>
            <ChevronRight size={18} aria-hidden="true" />
          </Step>
          <button type="button" className={buttons.icon} aria-label={t('dialog.close')} onClick={onClose}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      </div>
      <h2 className={`${kit.value} ${kit.top2}`} aria-live="polite">
        {isAwaited ? (
          <>
            <span className="visually-hidden">{t('state.loading')}</span>
            <span className={kit.awaited} />
            <span className={kit.awaited} />
          </>
        ) : (
          t(places === undefined ? 'drawer.titleEverywhere' : 'drawer.title', {
            amount:
              totals && isSilent(reportedOf(totals, measure))
                ? capital(t('drawer.notReported', { many: t(`measure.${measure}.many`) }))
                : countedAmount(countedKind(filter), measure, amount ?? 0, { t, number }),
            place,
            period: when,
          })
        )}
      </h2>
      <p
        className={`${kit.detail} ${kit.top1} ${kit.bottom3} ${totals === undefined && words.length === 0 && summary.error === null ? kit.awaited : ''}`}
      >
        {words.map((text) => `${capital(text)}. `)}
        {measure === 'incidents' || total === undefined
          ? null
          : `${countedAmount(countedKind(filter), 'incidents', total, { t, number })}. `}
        {totals === undefined ? null : <Harm totals={totals} />}
      </p>
      {steps === undefined ? null : <StepBars filter={filter} measure={measure} period={period!} steps={steps} />}
      <p className={`${kit.tools} ${kit.around}`}>
        <Link className={buttons.primary} to="/explore" search={{ query: asked }}>
          <Map size={16} aria-hidden="true" />
          {t('drawer.explore')}
        </Link>
        <a className={buttons.plain} href={exportAddress('csv', query)} download>
          <Download size={16} aria-hidden="true" />
          {t('drawer.download')}
        </a>
        <CopyLink />
      </p>
      {error === null ? null : <FailureNotice error={error} />}
      <ol className={styles.records} aria-label={t('drawer.records')} aria-busy={rows.includes(undefined) && error === null}>
        {rows.map((item, index) =>
          item === undefined ? (
            error === null && <AwaitedRow key={index} />
          ) : (
            <ListedRecord
              key={`${index} ${item.id}`}
              item={item}
              measure={measure}
              query={writeExploreState(openIncident(item.id)(state))}
              isOfOneYear={year !== undefined && period !== undefined && period.to <= year.to}
            />
          ),
        )}
      </ol>
      <p className={`${kit.between} ${kit.top3}`}>
        {rest === 0 ? (
          <span />
        ) : (
          <button type="button" className={buttons.link} onClick={() => setWanted({ asked, rows: count + moreRows })}>
            {rest <= moreRows
              ? t('drawer.others', { count: rest, number: number.count(rest) })
              : t('drawer.more', { more: number.count(moreRows), rest: number.count(rest) })}
          </button>
        )}
        {(total ?? 0) < 2 ? null : (
          <span className={kit.note}>{t(sort === '-occurred_on' ? 'drawer.newestFirst' : 'drawer.mostFirst')}</span>
        )}
      </p>
    </div>
  );
}

/** Whether a period goes to the last day of the unit that it begins. */
function isWhole({ from, to }: Period, unit: Parameters<typeof stepPeriod>[1]): boolean {
  return stepPeriod(from, unit).to === to;
}

/** What a filter selects besides place and period. */
function useConstraintWords(filter: Filter): readonly string[] {
  const names = useFilterNames(filter);
  const besides = without(filter, 'from', 'to', filter.region === undefined ? 'country' : 'region');
  return constraintWords(besides, names).map(({ text }) => text);
}

/** To the step before or after. If there is none it stays, so that it keeps the focus. */
function Step({ label, query, children }: { label: string; query: string | undefined; children: ReactNode }) {
  if (query === undefined)
    return (
      <button type="button" className={buttons.icon} aria-label={label} aria-disabled>
        {children}
      </button>
    );
  return (
    <IncidentsLink className={buttons.icon} query={query} aria-label={label} title={label}>
      {children}
    </IncidentsLink>
  );
}

/** People killed and injured; what is not reported is not zero. */
function Harm({ totals }: { totals: CountedFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  return harmedPeople.map((measure, at) => {
    const amount = reportedOf(totals, measure);
    const { count } = amount;
    const missing = missingText(amount, format, t);
    return (
      <Fragment key={measure}>
        {at === 0 ? null : ', '}
        {isSilent(amount) ? (
          t('drawer.notReported', { many: t(`measure.${measure}.many`) })
        ) : (
          <strong className={styles.harm} data-tone={count > 0 ? measure : undefined}>
            {format.number.count(count)} {t(`measure.${measure}.label`, { count })}
          </strong>
        )}
        {missing === undefined ? null : ` (${missing})`}
      </Fragment>
    );
  });
}

function CopyLink() {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  return (
    <button type="button" className={buttons.plain} onClick={() => copy(location.href)}>
      <Link2 size={16} aria-hidden="true" />
      <span aria-live="polite">{t(`drawer.link.${state}`)}</span>
    </button>
  );
}
