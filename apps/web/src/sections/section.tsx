import { Link } from '@tanstack/react-router';
import { Download, Info, Table2 } from 'lucide-react';
import type { Filter } from '@monitor/domain';
import { type ReactElement, type ReactNode, useContext, useState } from 'react';
import buttons from '../controls/button.module.css';
import type { Method } from '../controls/method-link.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './section.module.css';
import kit from '../styles/kit.module.css';
import type { ChartTable } from '../format/chart-table.ts';
import { FitWidth } from '../pictures/fit-width.tsx';
import { paperWidths } from '../pictures/picture-frame.tsx';
import { DataTable } from './data-table.tsx';
import { loadedPart } from '../controls/loaded-part.tsx';
import { opener, type Opened } from '../controls/opener.tsx';
import { ChartNotesContext } from './chart-notes.tsx';
import type { DownloadMenuProps } from './download-menu.tsx';

const DownloadOpener = opener(
  'menu',
  loadedPart<DownloadMenuProps & Opened>(() => import('./download-menu.tsx')),
);

/**
 * Where a section is, and the level of its title: a section of a page of figures or a part of one; a card beside others; the first thing of
 * a page, whose title is the page's; one of a list, its picture beside its words; or a section of a printed sheet.
 */
const headings = { section: 'h2', part: 'h3', card: 'h2', page: 'h1', item: 'h3', paper: 'h2' } as const;

export interface SectionProps {
  /** What was found. */
  readonly title: string;
  /** One sentence; undefined while it is awaited. */
  readonly reading?: string | undefined;
  /** What stands in place of that sentence on the screen, where it has links. */
  readonly words?: ReactNode;
  readonly controls?: ReactNode;
  /** The numbers: undefined while they are awaited, and left out where the section has none. */
  readonly table?: ChartTable | undefined;
  /** Whether what is drawn has the table in it, so that no button has to show it instead. */
  readonly showsTable?: boolean;
  readonly outdated?: boolean;
  /** What the marks of the picture mean, in words: printed under a downloaded picture. */
  readonly legend?: string | undefined;
  /** Notes about these numbers: printed under picture and table, and in every download. */
  readonly notes?: readonly string[];
  /** Notes that the page has elsewhere: in every download. */
  readonly fileNotes?: readonly string[];
  /** The paragraph of docs/methods.md that says how its numbers are calculated. */
  readonly method?: Method;
  readonly form?: keyof typeof headings;
  /** Where a glance says what it is: title and reading are for screen readers and files. */
  readonly isTitleHidden?: boolean;
  /** The level of the title, where it is not that of the form. */
  readonly heading?: 'h2' | 'h4';
  /** What the numbers are of, where it is not the filter of the address alone, or the page has none. */
  readonly filter?: Filter | undefined;
  /** The picture as it is drawn in a file, at a width or at a size of its own; undefined while there is none, and null of a table, which has none. */
  readonly onPaper?: ReactElement | ((width: number) => ReactElement) | null | undefined;
  readonly paper?: keyof typeof paperWidths;
  /** What the screen shows; if left out, the same picture in the width that there is. */
  readonly children?: ReactNode;
}

/**
 * What pages consist of: a title that says what was found, one sentence that reads it, a picture or a table, and notes. Where it has
 * numbers, they can be shown as a table and downloaded with the sources.
 */
export function Section(props: SectionProps) {
  const {
    title,
    reading,
    words,
    controls,
    table,
    showsTable = false,
    outdated = false,
    legend,
    notes = [],
    fileNotes = [],
  } = props;
  const { method, form = 'section', isTitleHidden = false, heading, filter, onPaper: picture, paper = 'usual', children } = props;
  const { t } = useTranslation();
  const Heading = heading ?? headings[form];
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const hasSources = useContext(ChartNotesContext) !== undefined;
  const hasNumbers = 'table' in props;
  const onPaper = typeof picture === 'function' ? picture(paperWidths[paper]) : picture;
  const isTable = asTable && table !== undefined;
  return (
    <section
      className={`${styles.section} ${form === 'card' ? kit.calm : ''}`}
      data-form={form}
      data-numbers={hasNumbers || undefined}
      data-table={isTable || undefined}
      data-title={isTitleHidden ? 'hidden' : undefined}
      aria-label={title}
    >
      <div className={styles.head}>
        <Heading className={isTitleHidden ? 'visually-hidden' : styles.title}>{title}</Heading>
        <div className={`${kit.later} ${kit.screenOnly} ${styles.controls}`}>
          {controls}
          {method === undefined ? null : (
            <Link
              to="/methods"
              search={{ query: '' }}
              hash={method}
              className={buttons.icon}
              aria-label={t('chart.method', { title })}
              title={t('about.method')}
            >
              <Info size={15} aria-hidden="true" />
            </Link>
          )}
          {!hasNumbers || showsTable || onPaper === null ? null : (
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
          {hasNumbers ? (
            <DownloadOpener
              label={t('chart.download', { title })}
              name={t(outdated ? 'chart.downloadWaits' : 'chart.download', { title })}
              words={<Download size={15} aria-hidden="true" />}
              className={buttons.icon}
              isDisabled={table === undefined || outdated || !hasSources}
              chart={{ title, reading, legend, notes: [...notes, ...fileNotes], table, outdated, onPaper, filter }}
              onEnd={setFailed}
            />
          ) : null}
        </div>
      </div>
      {failed ? (
        <p className={`${kit.small} ${kit.strong} ${kit.bottom2} ${styles.failed}`} role="alert">
          {t('chart.downloadFailed')}
        </p>
      ) : null}
      {words !== undefined ? (
        <div className={`${kit.note} ${kit.bottom2} ${styles.reading}`}>{words}</div>
      ) : hasNumbers || reading !== undefined ? (
        <p
          className={isTitleHidden ? 'visually-hidden' : `${kit.note} ${kit.bottom2} ${styles.reading}`}
          data-outdated={outdated || undefined}
        >
          {reading ?? '\u00a0'}
        </p>
      ) : null}
      <div className={styles.body} data-outdated={outdated || undefined}>
        {isTable ? (
          <DataTable title={title} table={table} />
        ) : children === undefined && typeof picture === 'function' ? (
          <FitWidth>{picture}</FitWidth>
        ) : (
          children
        )}
        {notes.map((note) => (
          <p key={note} className={`${kit.hint} ${kit.top1}`}>
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}
