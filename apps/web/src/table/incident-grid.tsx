import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { setHovered } from '../filter/hovered-incident.ts';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { useQuery } from '@tanstack/react-query';
import { type ListOfRows, queries } from '../api/queries.ts';
import { moveColumn, setWidth } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { cardScreen } from './columns.ts';
import { ColumnHeads } from './column-heads.tsx';
import { IncidentCard, IncidentRow } from './incident-row.tsx';
import buttons from '../controls/button.module.css';
import styles from './incident-table.module.css';
import kit from '../styles/kit.module.css';
import { heightOf, type ScrollSpace } from './scroll-space.ts';
import { type ShownColumn, useColumns } from './use-columns.ts';
import { useGridFocus } from './use-grid-focus.ts';
import type { Picks } from './use-picks.ts';
import { useRows } from './use-rows.ts';
import { useScrollPlace } from './use-scroll-place.ts';

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */

/** Pixels. */
const rowHeight = 29;
const cardHeight = 84;
const headHeight = 30;
/** Cells of a card; see IncidentCard. */
const cellsOfCard = 2;
/** Pixels that a key widens or narrows a column by. */
const widthStep = 10;

/** All rows of the list: those in view are drawn, whichever they are. */
export default function IncidentGrid({ list, total, picks }: { list: ListOfRows; total: number; picks: Picks }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { query, view, act, actInPlace, openRecord } = useExplore();
  const columns = useColumns();
  const keysId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const inView = useInView(frame);
  const cards = useMediaQuery(cardScreen) === true;
  const height = cards ? cardHeight : rowHeight;
  const viewHeight = useHeight(frame) - (cards ? 0 : headHeight);

  // The rows are asked for by those in view, whose number the rows themselves say.
  const [known, setKnown] = useState({ list, total });
  const count = known.list.query === list.query ? known.total : total;
  const space = useRef<ScrollSpace>({ rows: count * height, view: viewHeight });
  useLayoutEffect(() => {
    space.current = { rows: count * height, view: viewHeight };
  });
  const { place, observe, scrollTo } = useScrollPlace(frame, space);
  const rowsInView = Math.max(1, Math.floor(viewHeight / height) - 1);
  const scrollToRow = (row: number) => {
    const [top, { offset }] = [row * height, place.current];
    if (top < offset) scrollTo(top);
    else if (top + height > offset + viewHeight) scrollTo(top + height - viewHeight);
  };
  const focus = useGridFocus({
    frame,
    firstRow: cards ? 0 : -1,
    rows: count,
    columns: cards ? cellsOfCard : columns.length + 1,
    rowsInView,
    scrollToRow,
  });

  // oxlint-disable-next-line react/incompatible-library -- there is no React Compiler here, whose memoising this warns of
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 8,
    observeElementOffset: (_, report) => observe(report),
    // The row with the focus stays, wherever the others have gone.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const { row } = focus.active;
      return row < 0 || drawn.includes(row) ? drawn : [...drawn, row].sort((one, other) => one - other);
    },
  });
  const drawn = virtual.getVirtualItems();
  const { startIndex: first = 0, endIndex: last = 0 } = virtual.range ?? {};
  const rows = useRows(list, first, last);
  if (rows.total !== undefined && !rows.outdated && (rows.total !== known.total || known.list !== list))
    setKnown({ list, total: rows.total });

  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);
  // Another filter or order begins at its first row.
  const begun = useRef({ query, sort: view.sort });
  useEffect(() => {
    if (begun.current.query === query && begun.current.sort === view.sort) return;
    begun.current = { query, sort: view.sort };
    scrollTo(0);
  }, [query, view.sort, scrollTo]);
  // The row of the record that is read stays in view, with the one before it.
  const open = useRowOf(list, view.incident);
  const isReady = viewHeight > 0 && count > 0;
  useEffect(() => {
    if (open === undefined || !isReady || frame.current === null) return;
    if (!isRowInView(frame.current, open * height - place.current.offset, height)) scrollTo((open - 1) * height);
  }, [open, height, isReady, place, scrollTo]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = focus.active;
    if (row < 0 && !cards) pressHead(event, columns[column - 1]);
    else pressRow(event, row);
    if (!event.defaultPrevented) focus.onKeyDown(event);
  };
  const pressRow = (event: KeyboardEvent, row: number) => {
    const item = rows.rowAt(row);
    if (item === undefined || (event.target as Element).closest('a, input') !== null) return;
    if (event.key === 'Enter') openRecord(item.id);
    else if (event.key === ' ') picks.toggle(item.id, row, event.shiftKey);
    else return;
    event.preventDefault();
  };
  const pressHead = (event: KeyboardEvent, column: ShownColumn | undefined) => {
    if (column === undefined) return;
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0 && event.altKey) act(moveColumn(column.name, step));
    else if (step !== 0 && event.shiftKey)
      actInPlace(setWidth(column.name, (view.widths[column.name] ?? column.width) + step * widthStep));
    else return;
    event.preventDefault();
  };

  const shift = place.current.top - place.current.offset;
  const shownFirst = Math.min(count, Math.floor(place.current.offset / height) + 1);
  const shownLast = Math.min(count, Math.ceil((place.current.offset + viewHeight) / height));
  const tracks = `30px ${columns.map(({ track }) => track).join(' ')}`;
  return (
    <>
      <p id={keysId} hidden>
        {t('table.keys')}
      </p>
      {/* The wheel moves the page until the whole frame is in view, and only then the rows in it. */}
      <div
        ref={frame}
        className={`${kit.ruled} ${kit.relative} ${styles.frame}`}
        data-still={!inView || undefined}
        data-empty={(count === 0 && !rows.fetching) || undefined}
      >
        <div
          role="grid"
          aria-label={t('table.title')}
          aria-describedby={keysId}
          aria-rowcount={count + 1}
          aria-colcount={cards ? cellsOfCard : columns.length + 1}
          aria-busy={rows.fetching}
          aria-multiselectable="true"
          className={`${kit.bare} ${styles.grid}`}
          style={cards ? undefined : ({ '--columns': tracks } as CSSProperties)}
          onFocus={focus.onFocus}
          onKeyDown={onKeyDown}
          onBlur={() => setHovered(undefined)}
          onPointerLeave={() => setHovered(undefined)}
          tabIndex={-1}
        >
          {cards ? null : <ColumnHeads columns={columns} active={focus.active} />}
          <div
            role="rowgroup"
            className={kit.relative}
            data-outdated={rows.outdated || undefined}
            style={{ blockSize: heightOf({ rows: count * height, view: viewHeight }) }}
          >
            {drawn.map(({ index, start }) => {
              const props = {
                item: rows.rowAt(index),
                index,
                place: { transform: `translateY(${start + shift}px)`, blockSize: height },
                column: focus.active.row === index ? focus.active.column : undefined,
                picks,
              };
              return cards ? (
                <IncidentCard key={index} {...props} columns={columns} />
              ) : (
                <IncidentRow key={index} {...props} columns={columns} />
              );
            })}
          </div>
        </div>
        {count === 0 && !rows.fetching ? <p className={`${kit.quiet} ${kit.pad}`}>{t('table.none')}</p> : null}
        {count === 0 && rows.fetching ? <p className={`${kit.quiet} ${kit.pad}`}>{t('state.loading')}</p> : null}
      </div>
      {count === 0 || viewHeight <= 0 ? null : (
        <p className={`${kit.detail} ${kit.padTop}`}>
          {t('table.position', { first: number.count(shownFirst), last: number.count(shownLast), total: number.count(count) })}
        </p>
      )}
      {rows.error === null ? null : (
        <p className={`${kit.quiet} ${kit.pad}`} role="alert">
          {t('table.failed')}{' '}
          <button type="button" className={buttons.link} onClick={rows.retry}>
            {t('state.failure.retry')}
          </button>
        </p>
      )}
    </>
  );
}

/** Position of an incident in the list, from 0; undefined while it is not known, or where it is not in the list. */
function useRowOf(list: ListOfRows, id: string | undefined): number | undefined {
  const { data } = useQuery({ ...queries.rowsAround(list, id ?? ''), enabled: id !== undefined });
  const at = data?.items.findIndex((item) => item.id === id) ?? -1;
  return at < 0 || data?.offset === null || data?.offset === undefined ? undefined : data.offset + at;
}

/** Whether a row can be seen: in its frame below the heads, and with the frame in the window. @param top of the row below the heads */
function isRowInView(frame: HTMLElement, top: number, height: number): boolean {
  const heads = frame.querySelector('[data-row="-1"]')?.getBoundingClientRect().height ?? 0;
  const box = frame.getBoundingClientRect();
  const start = box.top + heads + top;
  return top >= 0 && start + height <= Math.min(box.top + frame.clientHeight, window.innerHeight);
}

/** Pixels of what an element shows of its content, without its scroll bars. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = () => setHeight(current.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

/** Whether an element is in view from top to bottom, but for a few pixels. */
function useInView(element: RefObject<Element | null>): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => setInView((entry?.intersectionRatio ?? 0) > 0.97), {
      threshold: [0, 0.97, 1],
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return inView;
}
