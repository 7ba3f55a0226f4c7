import { columnsOfStyle, type CsvStyle, exportFormat } from '@monitor/contract';
import { useTranslation } from 'react-i18next';
import { metadataAddress } from '../api/client.ts';
import buttons from '../controls/button.module.css';
import type { ConstraintWords } from '../filter/wording.ts';
import { useFormat } from '../format/use-format.ts';
import styles from './export-dialog.module.css';
import type { ExportChoice } from './export-choice.ts';

interface FileFactsProps {
  readonly choice: ExportChoice;
  readonly style: CsvStyle;
  /** Null where the name could not be had. */
  readonly name: string | null | undefined;
  readonly query: string;
  readonly count: number | undefined;
  readonly version: number | undefined;
  /** The moment of the last change of the data. */
  readonly updated: string | undefined;
  readonly constraints: readonly ConstraintWords[];
}

/** What the file will be: its name, how much it holds, and of what. */
export function FileFacts({ choice, style, name, query, count, version, updated, constraints }: FileFactsProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { tables: others, nested } = exportFormat(choice.format);
  const tables = others.length + 1;
  return (
    <>
      {/* In its place before it is known, so that nothing below moves under a finger. */}
      {name === null ? null : <p className={styles.fileName}>{name ?? t('state.loading')}</p>}
      <dl className={styles.facts}>
        <dt>{t('export.file.rows')}</dt>
        <dd>
          {count === undefined
            ? t('state.loading')
            : t(tables === 1 ? 'export.file.oneTable' : 'export.file.tables', { number: number.count(count), count: tables })}
        </dd>
        {nested === true ? null : (
          <>
            <dt>{t('export.file.columns')}</dt>
            <dd>
              {number.count(columnsOfStyle[style].length)}{' '}
              <a className={buttons.link} href={metadataAddress(query)} target="_blank" rel="noreferrer">
                {t('export.file.definitions')}
              </a>
            </dd>
          </>
        )}
        {version === undefined ? null : (
          <>
            <dt>{t('export.file.dataset')}</dt>
            <dd>
              {updated === undefined
                ? t('export.file.version', { version: number.count(version) })
                : t('export.file.versionOf', { version: number.count(version), day: date.moment(updated) })}
            </dd>
          </>
        )}
        <dt>{t('export.file.filters')}</dt>
        <dd>
          {constraints.length === 0 ? (
            t('filter.none')
          ) : (
            <ul>
              {constraints.map(({ label, text }) => (
                <li key={label}>
                  {label}: {text}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </>
  );
}
