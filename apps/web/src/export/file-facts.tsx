import { constraintWords } from '@monitor/findings';
import {
  columnsQuery,
  comparedFilter,
  type CsvColumn,
  differingNames,
  exportFormat,
  type Selection,
  selectionQuery,
} from '@monitor/contract';
import { useId, useState } from 'react';
import { metadataAddress } from '../api/file-address.ts';
import buttons from '../controls/button.module.css';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type ExportChoice, hasOption, possibleColumns, wantedColumns } from './export-choice.ts';
import kit from '../styles/kit.module.css';
import fields from '../controls/field.module.css';
import { useExplore } from '../filter/use-explore.ts';
import styles from './export-dialog.module.css';
import { Option } from './option.tsx';

interface FileFactsProps {
  readonly choice: ExportChoice;
  readonly onChoose: (change: Partial<ExportChoice>) => void;
  /** That of the file. */
  readonly selection: Selection;
  /** Null if the name could not be had. */
  readonly name: string | null | undefined;
  readonly count: number | undefined;
  readonly version: number | undefined;
  /** The moment of the last change of the data. */
  readonly updated: string | undefined;
}

/** What the file will be: its name, how much it holds, and of what. */
export function FileFacts({ choice, onChoose, selection, name, count, version, updated }: FileFactsProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const constraints = useConstraints(selection);
  const { tables: others } = exportFormat(choice.format);
  const tables = others.length + 1;
  return (
    <>
      {/* In its place before it is known, so that nothing below moves under a finger. */}
      {name === null ? null : <p className={`${kit.strong} ${kit.anywhere} ${kit.bottom2}`}>{name ?? t('state.loading')}</p>}
      <dl className={kit.facts}>
        <dt>{t('export.file.rows')}</dt>
        <dd>
          {count === undefined
            ? t('state.loading')
            : tables === 1
              ? t('export.file.oneTable', { number: number.count(count) })
              : t('export.file.tables', {
                  amount: t('measure.incidents.amount', { count, number: number.count(count) }),
                  count: tables,
                })}
        </dd>
        <Columns choice={choice} onChoose={onChoose} selection={selection} />
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
              {constraints.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </>
  );
}

/** How many columns the file has, and the way to choose them. Nothing for formats without columns. */
function Columns({ choice, onChoose, selection }: Pick<FileFactsProps, 'choice' | 'onChoose' | 'selection'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (exportFormat(choice.format).nested === true) return null;
  const canChoose = hasOption(choice.format, 'columns');
  const all = possibleColumns(choice, selection).length;
  const left = canChoose ? possibleColumns(choice, selection).filter(({ name }) => choice.without.includes(name)).length : 0;
  const counted = number.count(all);
  return (
    <>
      <dt>{t('export.file.columns')}</dt>
      <dd>
        {left === 0 ? counted : t('export.file.chosen', { chosen: number.count(all - left), all: counted })}{' '}
        {canChoose ? (
          <>
            <button
              type="button"
              className={buttons.link}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen((before) => !before)}
            >
              {t('export.file.choose')}
            </button>
            {' · '}
          </>
        ) : null}
        <a
          className={buttons.link}
          href={metadataAddress(selectionQuery(selection), columnsQuery(wantedColumns(choice)))}
          target="_blank"
          rel="noreferrer"
        >
          {t('export.file.definitions')}
        </a>
      </dd>
      {canChoose && isOpen ? (
        <dd id={id} className={kit.span}>
          <FileColumns columns={possibleColumns(choice, selection)} without={choice.without} onChoose={onChoose} />
        </dd>
      ) : null}
    </>
  );
}

/** The filter in words; what differs between the sides of a comparison is said of each. */
function useConstraints(selection: Selection): readonly string[] {
  const { t } = useTranslation();
  const wording = { ...useFilterNames(), settlementIn: undefined };
  const other = comparedFilter(selection);
  const own = constraintWords(selection.filter, wording);
  const text = ({ label, text: value }: { readonly label: string; readonly text: string }) => `${label}: ${value}`;
  if (other === undefined) return own.map(text);
  const names = differingNames(selection.against ?? {});
  const differs = (words: (typeof own)[number]) => words.names.some((name) => names.includes(name));
  const ofSide = (words: (typeof own)[number], side: 'a' | 'b') =>
    t('export.file.ofSide', { text: text(words), side: t(`compare.side.${side}`) });
  return [
    ...own.filter(differs).map((words) => ofSide(words, 'a')),
    ...constraintWords(other, wording)
      .filter(differs)
      .map((words) => ofSide(words, 'b')),
    ...own.filter((words) => !differs(words)).map(text),
  ];
}

interface FileColumnsProps {
  /** All that the file can have. */
  readonly columns: readonly CsvColumn[];
  /** Names of those that are left out. */
  readonly without: readonly string[];
  readonly onChoose: (change: Pick<ExportChoice, 'without'>) => void;
}

/** Which columns the file has, by the names that they have in it. */
function FileColumns({ columns, without, onChoose }: FileColumnsProps) {
  const { t } = useTranslation();
  const { view } = useExplore();
  const [wanted, setWanted] = useState('');
  const names = columns.filter(({ always }) => always !== true).map(({ name }) => name);
  const always = columns.filter((column) => column.always === true).map(({ name }) => name);
  const found = names.filter((name) => name.replaceAll('_', ' ').includes(wanted.trim().toLowerCase().replaceAll('_', ' ')));
  const toggle = (name: string, isWanted: boolean) =>
    onChoose({ without: isWanted ? without.filter((one) => one !== name) : [...without, name] });
  // Codes of places have a column of their names beside them.
  const inTable: readonly string[] = view.columns.flatMap((name) => [name, `${name}_name`]);
  return (
    <fieldset className={`${kit.box} ${kit.stack} ${kit.pad} ${kit.around}`}>
      <legend className={`${kit.note} ${kit.block}`}>{t('export.columns.label')}</legend>
      <input
        type="search"
        className={fields.input}
        aria-label={t('export.columns.find')}
        placeholder={t('export.columns.find')}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <div className={`${kit.small} ${kit.anywhere} ${kit.scrollDown} ${kit.grid} ${styles.columnList}`}>
        {found.map((name) => (
          <Option key={name} kind="checkbox" chosen={!without.includes(name)} onChoose={(chosen) => toggle(name, chosen)}>
            <span>{name}</span>
          </Option>
        ))}
        {found.length === 0 ? <p className={`${kit.note} ${kit.block}`}>{t('export.columns.none')}</p> : null}
      </div>
      <p className={`${kit.wrap} ${styles.links}`}>
        <button type="button" className={buttons.link} onClick={() => onChoose({ without: [] })}>
          {t('export.columns.all')}
        </button>
        <button type="button" className={buttons.link} onClick={() => onChoose({ without: names })}>
          {t('export.columns.fewest')}
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => onChoose({ without: names.filter((name) => !inTable.includes(name)) })}
        >
          {t('export.columns.table')}
        </button>
      </p>
      <p className={`${kit.note} ${kit.block}`}>{t('export.columns.always', { columns: always })}</p>
    </fieldset>
  );
}
