import type { ListedIncident } from '@monitor/contract';
import { filterQuery } from '@monitor/contract';
import { extraMeasures, type Filter, type Measure, type Period, without } from '@monitor/domain';
import { constraintWords, coverageOfFilter } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Download, Link2, Map, X } from 'lucide-react';
import { type ReactNode, useEffectEvent, useLayoutEffect, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { exportAddress } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import buttons from '../controls/button.module.css';
import overlays from '../controls/overlay.module.css';
import { Swatch } from '../controls/swatch.tsx';
import { useCopied } from '../controls/use-copied.ts';
import { useMediaQuery, wideScreen } from '../controls/use-media-query.ts';
import { exploreQuery, unitFrom } from '../filter/explore-query.ts';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { openIncident } from '../filter/filter-actions.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FailureNotice } from '../sections/state-notice.tsx';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { dateText, textOf } from '../table/cell.tsx';
import { useRows } from '../table/use-rows.ts';
import styles from './incidents-drawer.module.css';
import { stepsAround } from './steps-around.ts';

interface DrawerProps {
  /** The address of Explore that lists the incidents. */
  readonly asked: string;
  readonly onClose: () => void;
}

/**
 * The incidents behind a mark of a chart, a row or a number: how it was chosen, the steps around it, and the records. It is beside the
 * page, all of which can be used meanwhile; on a narrow screen it lies over the page.
 */
export default function IncidentsDrawer(props: DrawerProps) {
  const { t } = useTranslation();
  const isWide = useMediaQuery(wideScreen);
  if (isWide !== false) return <Beside {...props} />;
  return (
    <ModalOverlay
      className={`${kit.screenOnly} ${kit.cover} ${overlays.scrim}`}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={`${overlays.drawer} ${styles.over}`}>
        <Dialog className={`${kit.bare} ${kit.scrollDown} ${overlays.dialog}`} aria-label={t('drawer.label')}>
          <Content {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the focus when it is opened from the page, and gives it back to what opened it. */
function Beside(props: DrawerProps) {
  const { t } = useTranslation();
  const { asked, onClose } = props;
  const column = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | SVGElement>(undefined);
  const seen = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (seen.current === asked) return;
    seen.current = asked;
    const { activeElement, body } = document;
    if (activeElement === body || column.current?.contains(activeElement) === true) return;
    if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) opener.current = activeElement;
    column.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(
    () => () => {
      const { activeElement, body } = document;
      const hasFocus = activeElement === body || activeElement?.closest('[data-drawer]') != null;
      if (hasFocus && opener.current?.isConnected === true) opener.current.focus({ preventScroll: true });
    },
    [],
  );
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog]') === null) onClose();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside
      ref={column}
      className={`${kit.bare} ${kit.card} ${kit.divided} ${kit.scrollDown} ${kit.screenOnly} ${styles.beside}`}
      aria-label={t('drawer.label')}
      tabIndex={-1}
      data-drawer
    >
      <Content {...props} />
    </aside>
  );
}

/** Records that are shown at first, and with each press after that. */
const [firstRows, moreRows] = [12, 100];

function Content({ asked, onClose }: DrawerProps) {
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
  const rows = Array.from({ length: Math.min(count, total ?? 0) }, (_, index) => rowAt(index));
  const year = period && unitFrom(`${period.from.slice(0, 4)}-01-01`, 'year');

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
        {isAwaited
          ? t('state.loading')
          : t(places === undefined ? 'drawer.titleEverywhere' : 'drawer.title', {
              amount: t(`measure.${measure}.amount`, { count: amount ?? 0, number: number.count(amount ?? 0) }),
              place,
              period: when,
            })}
      </h2>
      <p className={`${kit.detail} ${kit.top1} ${kit.bottom3}`}>
        {words.map((text) => `${text}. `)}
        {measure === 'incidents' || total === undefined
          ? null
          : `${t('measure.incidents.amount', { count: total, number: number.count(total) })}. `}
        {totals === undefined ? null : <Harm killed={totals.killed} injured={totals.injured} />}
      </p>
      {steps === undefined ? null : <Bars filter={filter} measure={measure} period={period!} steps={steps} />}
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
      <ol className={styles.records} aria-label={t('drawer.records')}>
        {rows.map((item, index) =>
          item === undefined ? null : (
            <Record
              key={`${index} ${item.id}`}
              item={item}
              measure={measure}
              query={writeExploreState(openIncident(item.id)(state))}
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
function isWhole({ from, to }: Period, unit: Parameters<typeof unitFrom>[1]): boolean {
  return unitFrom(from, unit).to === to;
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
function Harm({ killed, injured }: { killed: number | null; injured: number | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const of = (measure: 'killed' | 'injured', count: number | null) =>
    count === null ? null : (
      <strong className={styles.harm} data-tone={count > 0 ? measure : undefined}>
        {number.count(count)} {t(`measure.${measure}.label`, { count })}
      </strong>
    );
  return (
    <>
      {of('killed', killed)}
      {killed === null || injured === null ? null : ', '}
      {of('injured', injured)}
    </>
  );
}

/** The steps around what is chosen, each of which can be chosen in its place. */
function Bars({
  filter,
  measure,
  period,
  steps,
}: {
  filter: Filter;
  measure: Measure;
  period: Period;
  steps: ReturnType<typeof stepsAround>;
}) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { bars, interval } = steps;
  const asked = queries.summary(filterQuery({ ...filter, ...bars }), interval, [], {
    measures: extraMeasures({ measures: [measure] }),
  });
  const { data } = useLastAnswer(useQuery(asked));
  const points = data?.series.interval === interval ? data.series.points : [];
  const amounts = points.map((point) => point[measure] ?? 0);
  const most = Math.max(1, ...amounts);
  const isChosen = (start: string) => start >= period.from && start <= period.to;
  const allChosen = points.every(({ start }) => isChosen(start));
  const [tall, foot, head] = [44, 18, 16];
  const hasNumbers = points.length <= 13;
  const short = (start: string) =>
    interval === 'year'
      ? `’${start.slice(2, 4)}`
      : interval === 'month'
        ? date.shortMonthName(start).slice(0, 1)
        : String(Number(start.slice(8)));
  const every = Math.ceil(points.length / 16);
  return (
    <>
      <p className={kit.note}>{t(`drawer.bars.${interval}`, { period: date.period(bars.from, bars.to) })}</p>
      <svg className={styles.bars} width="100%" height={head + tall + foot} data-interval={interval}>
        {points.map(({ start, partial }, at) => {
          const amount = amounts[at] ?? 0;
          const high = (amount / most) * tall;
          const wide = 100 / points.length;
          const name = t('drawer.step', {
            step: date.step(start, interval),
            amount: t(`measure.${measure}.amount`, { count: amount, number: number.count(amount) }),
          });
          const of = unitFrom(start, interval);
          const within = { from: of.from < bars.from ? bars.from : of.from, to: of.to > bars.to ? bars.to : of.to };
          return (
            <IncidentsLink key={start} query={exploreQuery({ ...filter, ...within }, measure)} aria-label={name} title={name}>
              <rect className={styles.target} x={`${at * wide}%`} width={`${wide}%`} height="100%" />
              <rect
                className={styles.bar}
                data-chosen={(!allChosen && isChosen(start)) || undefined}
                data-partial={partial || undefined}
                x={`${(at + 0.08) * wide}%`}
                width={`${wide * 0.84}%`}
                y={head + tall - high}
                height={high}
              />
              {hasNumbers ? (
                <text className={inks.label} x={`${(at + 0.5) * wide}%`} y={head + tall - high - 4} textAnchor="middle">
                  {number.count(amount)}
                </text>
              ) : null}
              {at % every === 0 ? (
                <text className={inks.label} x={`${(at + 0.5) * wide}%`} y={head + tall + 14} textAnchor="middle">
                  {short(start)}
                </text>
              ) : null}
            </IncidentsLink>
          );
        })}
        <line className={inks.base} x2="100%" y1={head + tall} y2={head + tall} />
      </svg>
    </>
  );
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

/** One record: when, where, what, with which weapon, and who was harmed. It leads to the whole record. */
function Record({ item, measure, query }: { item: ListedIncident; measure: Measure; query: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { type, killed, injured, local_time: time, amount } = item;
  const own = measure !== 'killed' && measure !== 'injured' && amount != null;
  const harmed = [
    ['killed', killed],
    ['injured', injured],
  ] as const;
  const isUnknown = item.weapons.every((weapon) => weapon === 'not_reported');
  const weapons = isUnknown ? t('drawer.noWeapon') : textOf('weapons', item, terms, format).toLocaleLowerCase();
  return (
    <li>
      <Link className={styles.record} to="/explore" search={{ query }}>
        <span>
          {dateText(item, t, format)}
          <span className={`${kit.note} ${kit.block}`}>{time}</span>
        </span>
        <span className={kit.least}>
          <strong className={`${kit.block} ${kit.cut}`}>{item.place ?? terms.place(item.region ?? item.country)}</strong>
          <span className={`${kit.note} ${kit.block} ${kit.cut}`}>
            <Swatch type={type} /> {terms.label('type', type)}
            {` · ${weapons}`}
          </span>
        </span>
        <span className={`${kit.end} ${kit.small}`}>
          {own ? t(`measure.${measure}.amount`, { count: amount, number: format.number.count(amount) }) : null}
          {harmed.map(([name, count]) =>
            (count ?? 0) > 0 ? (
              <strong key={name} className={`${kit.block} ${styles.harm}`} data-tone={name}>
                {format.number.count(count ?? 0)} {t(`measure.${name}.label`, { count: count ?? 0 })}
              </strong>
            ) : null,
          )}
          {own || harmed.some(([, count]) => (count ?? 0) > 0) ? null : (
            <span className={kit.quiet}>{t(killed === null || injured === null ? 'table.notReported' : 'drawer.nobody')}</span>
          )}
        </span>
        <ChevronRight className={kit.quiet} size={14} aria-hidden="true" />
      </Link>
    </li>
  );
}
