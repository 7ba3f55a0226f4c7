import { Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './chart-card.module.css';
import type { PicturePart } from './chart-document.ts';
import { type ChartTable, DataTable } from './data-table.tsx';
import { DownloadMenu } from './download-menu.tsx';
import { drawnPicture } from './drawn-picture.ts';

/** A picture with its title, one sentence that reads it, its numbers as a table, and its download. */
export function ChartCard({
  title,
  reading,
  controls,
  table,
  outdated,
  legend,
  notes = [],
  pictureOf = drawnPicture,
  children,
}: {
  title: string;
  reading: string | undefined;
  controls?: ReactNode;
  table: ChartTable | undefined;
  outdated: boolean;
  /** What the marks of the picture mean, in words: printed under a downloaded picture. */
  legend?: string;
  /** What is to be said of these numbers: printed under picture and table, and in every download. */
  notes?: readonly string[];
  /** How the picture is had for a download: the SVG that is drawn, unless the card draws another. */
  pictureOf?: (element: Element) => PicturePart | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.controls}>
          {controls}
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
          <DownloadMenu
            chart={{
              title,
              reading,
              legend,
              notes,
              table,
              outdated,
              picture: () => (picture.current === null ? undefined : pictureOf(picture.current)),
            }}
          />
        </div>
      </div>
      <p className={styles.reading} data-outdated={outdated || undefined}>
        {reading ?? '\u00a0'}
      </p>
      <div className={styles.body} data-outdated={outdated || undefined}>
        {asTable && table !== undefined ? <DataTable title={title} table={table} /> : null}
        {/* Hidden and not taken away, so that it can be downloaded from the table too. */}
        <div ref={picture} className={styles.picture} data-hidden={asTable || undefined}>
          {children}
        </div>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}
