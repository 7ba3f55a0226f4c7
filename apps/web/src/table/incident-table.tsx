import { useInfiniteQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { SortMenu } from './column-heads.tsx';
import styles from './incident-table.module.css';

const IncidentRows = loadedPart(() => import('./incident-rows.tsx'), <div className={styles.frame} />);

/** The incidents of the filter one by one. */
export function IncidentTable({ total, ref }: { total: number | undefined; ref: Ref<HTMLElement> }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { query, view } = useExplore();
  const asked = useInfiniteQuery(queries.incidents(query, view.sort, view.measure));
  const { data, outdated, error, retry } = useLastAnswer(asked);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const count = data?.pages[0]?.total ?? total;
  return (
    <section ref={ref} className={styles.table} aria-label={t('table.title')}>
      <div className={styles.head}>
        <h2>{t('table.title')}</h2>
        {count === undefined ? null : (
          <span className={styles.count}>{t('table.count', { count, number: number.count(count) })}</span>
        )}
        <SortMenu />
      </div>
      <IncidentRows
        what={t('table.title')}
        items={items}
        total={count ?? 0}
        outdated={outdated}
        hasMore={asked.hasNextPage && !outdated}
        loading={asked.isFetching}
        onNeedMore={() => {
          // A failed page is requested again by the button, not by every scroll.
          if (!asked.isFetchingNextPage && !asked.isFetchNextPageError) void asked.fetchNextPage();
        }}
      />
      {error === null ? null : (
        <p className={styles.failed} role="alert">
          {t('table.failed')}{' '}
          <button
            type="button"
            className={buttons.link}
            onClick={asked.isFetchNextPageError ? () => void asked.fetchNextPage() : retry}
          >
            {t('state.failure.retry')}
          </button>
        </p>
      )}
    </section>
  );
}
