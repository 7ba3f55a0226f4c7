import { memo, type Ref, type RefObject, useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ProgressLine, StateNotice } from '../../sections/state-notice.tsx';
import { SiteFooter } from '../../sections/site-footer.tsx';
import { isWithoutData } from '@monitor/findings';
import { type Answers, comparisonOf, useAnswers } from '../../filter/use-answers.ts';
import { Brush } from '../../charts/brush/brush.tsx';
import { ChartColumn } from '../../charts/chart-column.tsx';
import { PlaceTimeSection } from '../../charts/place-time/place-time-section.tsx';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { scrollTo } from '../../controls/motion.ts';
import type { SideName } from '../../controls/side-badge.tsx';
import { useMediaQuery, wideScreen } from '../../controls/use-media-query.ts';
import { Finding, KeyFigures } from './key-figures.tsx';
import { ScopeBar } from './scope-bar.tsx';
import { CopyLink, MakeFile } from '../../export/export-actions.tsx';
import { Ahead, AheadContext, type Shown, useShownAhead } from '../../filter/ahead.ts';
import { Turns, TurnsContext } from '../../filter/in-turn.tsx';
import { Chips } from '../../filter/chips.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, otherExplore, SidesContext, useExplore, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IncidentTable } from '../../table/incident-table.tsx';
import styles from './explore-page.module.css';
import kit from '../../styles/kit.module.css';
import { FilterSheetButton, FilterSide, PhoneBar } from './filters.tsx';
import { MapArea } from '../../map-section/map-area.tsx';
import { PrintedFoot, PrintedHead } from './printed.tsx';
import { withoutPlace } from '@monitor/domain';
import { filterQuery } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { addressOfFilter } from '../../filter/place-address.ts';
import { useTerms } from '../../i18n/terms.ts';
import buttons from '../../controls/button.module.css';
import { useFormat } from '../../format/use-format.ts';

const IncidentPanel = loadedPart(() => import('../../record/incident-panel.tsx'));
const Table = memo(IncidentTable);
const PlaceTime = memo(PlaceTimeSection);

/** Figures, map, charts, brush and table of one filter. The address says which; everything here is drawn from its answer. */
export default function ExplorePage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const sides = useMemo(() => ({ a: explore, b: otherExplore(explore) }), [explore]);
  const answers = useAnswers(explore);
  const ofB = answers.against;
  // While the window of the timeline moves, figures go with it at once and charts as soon as there is time to draw them; map and table
  // keep what they show until it rests.
  const [moving, setMoving] = useState(false);
  const { explore: rested, answers: restedAnswers } = useRested(
    useMemo(() => ({ explore, answers }), [explore, answers]),
    moving,
  );
  const exploreOfCharts = useDeferredValue(explore);
  const answersOfCharts = useDeferredValue(answers);
  const total = moving || lacksData(answers, 0) || answers.summary.outdated ? undefined : answers.summary.data?.totals.incidents;
  const totalOfB = moving || lacksData(answers, 1) || ofB?.summary.outdated ? undefined : ofB?.summary.data?.totals.incidents;
  const figures = useKeptHeight(moving);
  const [ahead] = useState(() => new Ahead());
  const [turns] = useState(() => new Turns());
  const [listed, setListed] = useState<SideName>('a');
  const other = useMemo(() => otherExplore(rested), [rested]);
  const tableSide = other === undefined ? 'a' : listed;
  // Where it is not known, both forms of the filter panel are drawn, and the style sheet shows one.
  const wide = useMediaQuery(wideScreen);
  const table = useRef<HTMLElement>(null);
  const map = useRef<HTMLElement>(null);
  const showTable = useCallback(() => scrollTo(table.current, 'start'), []);
  const charts = useRef<HTMLElement>(null);
  const showCharts = useCallback(() => scrollTo(charts.current, 'start'), []);
  const heading = useRef<HTMLHeadingElement>(null);
  // A record that was there when the page was opened has no other opener.
  const linked = useRef(explore.view.incident !== undefined);
  const returnFocus = (id: string, opener: Element | null) => {
    const row = table.current?.querySelector<HTMLElement>(`[data-incident="${id}"] a`);
    const elsewhere =
      opener instanceof HTMLElement && opener.isConnected && !opener.closest('[role=row]') && opener !== document.body;
    const target = linked.current ? heading.current : elsewhere ? opener : (row ?? heading.current);
    linked.current = false;
    // In a layout with everything below each other, the row is a long way from the record.
    target?.focus({ preventScroll: target === heading.current });
  };
  const [circle, setCircle] = useState<number>();
  const showMap = useCallback(() => scrollTo(map.current, 'nearest'), []);
  return (
    <ExploreContext value={explore}>
      <SidesContext value={sides}>
        <AheadContext value={ahead}>
          <TurnsContext value={moving ? turns : undefined}>
            <div className={`${kit.grid} ${styles.explore}`}>
              {wide === false ? null : <FilterSide answers={answers} />}
              <div className={`${kit.least} ${kit.relative}`}>
                <h1 ref={heading} className="visually-hidden" tabIndex={-1}>
                  {t('explore.title')}
                </h1>
                <PrintedHead />
                <ProgressLine />
                <LinkNotice withTable />
                <StateNotice answers={answers} />
                <Figures wide={wide} onListed={showTable} ref={figures} />
                <div
                  className={`${kit.ruled} ${kit.grid} ${styles.pictures}`}
                  data-record={(wide === true && explore.view.incident !== undefined) || undefined}
                >
                  <ExploreContext value={rested}>
                    <MapArea answers={restedAnswers} onListed={showTable} onRecordCircle={setCircle} ref={map} />
                  </ExploreContext>
                  <IncidentPanel
                    what={t('incident.record')}
                    beside={wide === true}
                    circle={circle}
                    onShownOnMap={showMap}
                    onClosed={returnFocus}
                  />
                  <ExploreContext value={exploreOfCharts}>
                    <ChartColumn
                      answers={answersOfCharts}
                      outdated={!moving && answersOfCharts.page !== answers.page}
                      ref={charts}
                    />
                  </ExploreContext>
                </div>
                <Brush answers={answers} onMoving={setMoving} />
                <ExploreContext value={tableSide === 'b' && other !== undefined ? other : rested}>
                  <Table
                    total={tableSide === 'a' ? total : totalOfB}
                    tabs={ofB === undefined ? undefined : <SideTabs answers={answers} side={tableSide} onSide={setListed} />}
                    ref={table}
                  />
                </ExploreContext>
                <ExploreContext value={rested}>
                  <PlaceTime answers={answersOfCharts} side={other === undefined ? undefined : 'a'} />
                </ExploreContext>
                {other === undefined || answersOfCharts.against === undefined ? null : (
                  <ExploreContext value={other}>
                    <PlaceTime answers={answersOfCharts.against} side="b" />
                  </ExploreContext>
                )}
                <PrintedFoot answers={answers} />
                <SiteFooter synthetic={answers.synthetic} />
                {wide === true ? null : <PhoneBar answers={answers} onList={showTable} onCharts={showCharts} />}
              </div>
            </div>
          </TurnsContext>
        </AheadContext>
      </SidesContext>
    </ExploreContext>
  );
}

interface FiguresProps {
  readonly wide: boolean | undefined;
  readonly onListed: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** The key figures with what they are of, both of where the hand is while it moves. */
function Figures(props: FiguresProps) {
  return <ShownFigures {...props} {...useShownAhead()} />;
}

const ShownFigures = memo(({ explore, answers, isAhead, wide, onListed, ref }: FiguresProps & Shown) => {
  const sides = useMemo(() => ({ a: explore, b: otherExplore(explore) }), [explore]);
  return (
    <ExploreContext value={explore}>
      <SidesContext value={sides}>
        <section ref={ref} className={`${kit.spread} ${kit.ruled} ${kit.pad} ${styles.figures}`}>
          <Finding answers={answers} />
          {wide === true ? null : (
            <div className={styles.narrow}>
              <ScopeBar answers={answers} />
            </div>
          )}
          <div className={`${kit.wrapRow} ${kit.least} ${kit.screenOnly} ${styles.chips}`}>
            {wide === true ? null : (
              <div className={`${kit.wideOnly} ${styles.narrow}`}>
                <FilterSheetButton answers={answers} />
              </div>
            )}
            <Chips kindIsSaid />
            <AboutPlace />
            {wide === true ? null : (
              <div className={`${kit.wideOnly} ${kit.rowTight} ${styles.take}`}>
                <MakeFile answers={answers} className={buttons.plain} />
                <CopyLink className={buttons.plain} />
              </div>
            )}
          </div>
          <KeyFigures answers={answers} onListed={onListed} isMoving={isAhead} />
        </section>
      </SidesContext>
    </ExploreContext>
  );
});

/** A ref of an element that may grow and not shrink meanwhile, so that the timeline stays under the hand that drags it. */
function useKeptHeight(kept: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || !kept) return undefined;
    const grown = new ResizeObserver(([entry]) => {
      current.style.minBlockSize = `${entry?.borderBoxSize[0]?.blockSize ?? current.offsetHeight}px`;
    });
    grown.observe(current);
    return () => {
      grown.disconnect();
      current.style.minBlockSize = '';
    };
  }, [kept]);
  return element;
}

/** Leads to the page of the location or region that the filter selects, with the rest of the filter. */
function AboutPlace() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter } = useExplore();
  const address = addressOfFilter(filter);
  if (address === undefined) return null;
  return (
    <Link
      className={buttons.link}
      to="/places/$place"
      params={{ place: address }}
      search={{ query: filterQuery(withoutPlace(filter)) }}
    >
      {t('places.aboutPlace', { place: terms.place(address) })}
    </Link>
  );
}

/** Whether the data has no day of a side, whose count would be a zero that nobody counted. @param at 0 for A, 1 for B */
function lacksData(answers: Answers, at: 0 | 1): boolean {
  const comparison = comparisonOf(answers);
  return comparison === undefined ? answers.page?.noData !== undefined : isWithoutData(comparison, at);
}

/** Chooses whose incidents the table lists: `A · 44`, `B · 37`. */
function SideTabs({ answers, side, onSide }: { answers: Answers; side: SideName; onSide: (side: SideName) => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const summaries = { a: answers.summary, b: answers.against?.summary };
  return (
    <fieldset className={`${buttons.segments} ${kit.screenOnly} ${styles.tabs}`} aria-label={t('compare.table')}>
      {(['a', 'b'] as const).map((name) => {
        const summary = summaries[name];
        const count =
          summary === undefined || summary.outdated || lacksData(answers, name === 'a' ? 0 : 1)
            ? undefined
            : summary.data?.totals.incidents;
        return (
          <button key={name} type="button" data-side={name} aria-pressed={side === name} onClick={() => onSide(name)}>
            {t(`compare.side.${name}`)}
            {count === undefined ? null : ` · ${number.count(count)}`}
          </button>
        );
      })}
    </fieldset>
  );
}

/** A value as it was before it began to move; the value itself once it rests. */
function useRested<Value>(value: Value, moving: boolean): Value {
  const [rested, setRested] = useState(value);
  if (!moving && rested !== value) setRested(value);
  return moving ? rested : value;
}
