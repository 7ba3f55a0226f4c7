import type { CsvColumn } from '@monitor/contract';
import { useState } from 'react';
import buttons from '../controls/button.module.css';
import fields from '../controls/field.module.css';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ExportChoice } from './export-choice.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { Option } from './option.tsx';

interface FileColumnsProps {
  /** All that the file can have. */
  readonly columns: readonly CsvColumn[];
  /** Names of those that are left out. */
  readonly without: readonly string[];
  readonly onChoose: (change: Pick<ExportChoice, 'without'>) => void;
}

/** Which columns the file has, by the names that they have in it. */
export function FileColumns({ columns, without, onChoose }: FileColumnsProps) {
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
      <div className={styles.columnList}>
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
