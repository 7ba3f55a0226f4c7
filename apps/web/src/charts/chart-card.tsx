import { Table2 } from 'lucide-react';
import type { Filter } from '@monitor/domain';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './chart-card.module.css';
import { type ChartTable, DataTable } from './data-table.tsx';
import { loadedPart } from '../controls/loaded-part.tsx';
import type { DownloadMenuProps } from './download-menu.tsx';

const DownloadMenu = loadedPart<DownloadMenuProps>(() => import('./download-menu.tsx'));

/** Width of most pictures in a file, in pixels. */
export const paperWidth = 520;

/** A picture with its title, one sentence that reads it, its numbers as a table, and its download. */
export function ChartCard({
  title,
  reading,
  controls,
  table,
  showsTable = false,
  outdated,
  legend,
  notes = [],
  form = 'card',
  filter,
  onPaper,
  children,
}: {
  title: string;
  reading: string | undefined;
  controls?: ReactNode;
  table: ChartTable | undefined;
  /** Whether what is drawn has the table in it, so that no button has to show it instead. */
  showsTable?: boolean;
  outdated: boolean;
  /** What the marks of the picture mean, in words: printed under a downloaded picture. */
  legend?: string;
  /** Notes about these numbers: printed under picture and table, and in every download. */
  notes?: readonly string[];
  /** A card beside others, a section of a page of figures or a part of one, or the first thing of a page, whose title is the page's. */
  form?: 'card' | 'section' | 'part' | 'page';
  /** What the numbers are of, where it is not the filter of the address alone. */
  filter?: Filter | undefined;
  /** The picture as it is drawn in a file, at a size of its own; undefined while there is none. */
  onPaper: ReactElement | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const Heading = ({ page: 'h1', section: 'h2', part: 'h3', card: 'h2' } as const)[form];
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <section className={styles.card} data-form={form} aria-label={title}>
      <div className={styles.head}>
        <Heading className={styles.title}>{title}</Heading>
        <div className={styles.controls}>
          {controls}
          {showsTable ? null : (
            <button
              type="button"
              className={buttons.icon}
              aria-pressed={asTable}
              aria-label={t('chart.table', { title })}
              title={t('chart.tableShort')}
              onClick={() => setAsTable(!asTable)}
            >
              <Table2 size={15} aria-hidden="true" />
            </button>
          )}
          <DownloadMenu
            what={t('chart.download', { title })}
            chart={{ title, reading, legend, notes, table, outdated, onPaper, filter }}
            onEnd={setFailed}
          />
        </div>
      </div>
      {failed ? (
        <p className={styles.failed} role="alert">
          {t('chart.downloadFailed')}
        </p>
      ) : null}
      <p className={styles.reading} data-outdated={outdated || undefined}>
        {reading ?? '\u00a0'}
      </p>
      <div className={styles.body} data-outdated={outdated || undefined}>
        {asTable && table !== undefined ? <DataTable title={title} table={table} /> : children}
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}
