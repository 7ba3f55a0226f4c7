import type { ListedIncident } from '@monitor/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { useExplore } from '../filter/use-explore.ts';
import { ColumnHeads } from './column-heads.tsx';
import { columnsOf } from './columns.ts';
import { IncidentRow } from './incident-row.tsx';
import styles from './incident-table.module.css';

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */

const rowHeight = 32;
const cardHeight = 66;
/** Rows before the end at which more are requested. */
const ahead = 20;

/** The visible rows of those that have loaded; more are requested near the end. */
export default function IncidentRows({
  items,
  total,
  outdated,
  hasMore,
  loading,
  onNeedMore,
}: {
  items: readonly ListedIncident[];
  total: number;
  outdated: boolean;
  hasMore: boolean;
  loading: boolean;
  onNeedMore: () => void;
}) {
  const { t } = useTranslation();
  const { query, view } = useExplore();
  const columns = columnsOf(view.measure);
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const inView = useInView(frame);
  const cards = useMediaQuery('(max-width: 720px)');
  const height = cards ? cardHeight : rowHeight;
  // There is no React Compiler here, whose memoising this warns of.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);
  // Another filter or order begins at its first row.
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 });
  }, [query, view.sort]);
  // The row of the record that is read stays in view, with the one before it.
  const open = view.incident === undefined ? -1 : items.findIndex(({ id }) => id === view.incident);
  useEffect(() => {
    if (open < 0 || frame.current === null || body.current === null) return;
    if (!isRowInView(frame.current, body.current, open * height, height)) frame.current.scrollTo({ top: (open - 1) * height });
  }, [open, height]);
  useEffect(() => {
    if (hasMore && lastShown >= items.length - ahead) onNeedMore();
  }, [hasMore, lastShown, items.length, onNeedMore]);

  return (
    // The wheel moves the page until the whole frame is in view, and only then the rows in it.
    <div ref={frame} className={styles.frame} data-still={!inView || undefined}>
      <div
        role="table"
        aria-label={t('table.title')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={loading}
        data-amount={columns.some(({ name }) => name === 'amount') || undefined}
      >
        <ColumnHeads />
        <div
          ref={body}
          role="rowgroup"
          className={styles.rows}
          data-outdated={outdated || undefined}
          style={{ blockSize: virtual.getTotalSize() }}
        >
          {rows.map(({ index, start, key }) => {
            const item = items[index];
            return item === undefined ? null : <IncidentRow key={key} item={item} index={index} top={start} height={height} />;
          })}
        </div>
      </div>
      {items.length === 0 && !loading ? <p className={styles.none}>{t('table.none')}</p> : null}
      {loading && (hasMore || items.length === 0) ? <p className={styles.none}>{t('state.loading')}</p> : null}
    </div>
  );
}

/** Whether a row can be seen: in its frame below the heads, and with the frame in the window. */
function isRowInView(frame: HTMLElement, body: HTMLElement, top: number, height: number): boolean {
  const start = body.getBoundingClientRect().top;
  const rowTop = start + top;
  const { bottom } = frame.getBoundingClientRect();
  // The heads lie over the rows that have been scrolled away.
  return rowTop >= start + frame.scrollTop && rowTop + height <= Math.min(bottom, window.innerHeight);
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
