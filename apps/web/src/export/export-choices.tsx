import { useTranslation } from 'react-i18next';
import { csvStyles, expectedBytes, exportFormat, exportFormatNames } from '@monitor/contract';
import { useFormat } from '../format/use-format.ts';
import { type ExportChoice, hasOption, styleOf } from './export-choice.ts';
import styles from './export-dialog.module.css';
import { Option } from './option.tsx';

interface ChoicesProps {
  readonly choice: ExportChoice;
  readonly onChoose: (change: Partial<ExportChoice>) => void;
  /** Incidents of the selection and of all there is; undefined while unknown. */
  readonly selected: number | undefined;
  readonly all: number | undefined;
  /** The filter in words; undefined where there is none. */
  readonly filter: string | undefined;
}

/** The left side of the dialog: which incidents, in which format, and how their values are written. */
export function ExportChoices({ choice, onChoose, selected, all, filter }: ChoicesProps) {
  const count = choice.everything ? all : selected;
  return (
    <div className={styles.choices}>
      {filter === undefined ? null : <Incidents {...{ choice, onChoose, selected, all, filter }} />}
      <Formats choice={choice} onChoose={onChoose} count={count} />
      <Values choice={choice} onChoose={onChoose} />
    </div>
  );
}

function Incidents({ choice, onChoose, selected, all, filter }: ChoicesProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const counted = (count: number | undefined) =>
    count === undefined ? t('state.loading') : t('table.count', { count, number: number.count(count) });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('export.incidents.title')}</legend>
      <Option kind="radio" group="incidents" chosen={!choice.everything} onChoose={() => onChoose({ everything: false })}>
        <span>
          <strong>{t('export.incidents.selection')}</strong>
          <span className={styles.aside}>
            {counted(selected)} · {filter}
          </span>
        </span>
      </Option>
      <Option kind="radio" group="incidents" chosen={choice.everything} onChoose={() => onChoose({ everything: true })}>
        <span>
          <strong>{t('export.incidents.everything')}</strong>
          <span className={styles.aside}>{counted(all)}</span>
        </span>
      </Option>
    </fieldset>
  );
}

function Formats({ choice, onChoose, count }: Pick<ChoicesProps, 'choice' | 'onChoose'> & { count: number | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('export.format')}</legend>
      {exportFormatNames.map((name) => {
        const { label, mostIncidents } = exportFormat(name);
        const full = mostIncidents !== undefined && count !== undefined && count > mostIncidents;
        return (
          <Option
            key={name}
            kind="radio"
            group="format"
            inLine
            chosen={choice.format === name}
            onChoose={() => onChoose({ format: name })}
            disabled={full}
          >
            <strong>{label}</strong>
            <span className={styles.use}>
              {full ? t('export.most', { number: number.count(mostIncidents) }) : t(`export.use.${name}`)}
            </span>
            <span className={styles.size}>{count === undefined ? '' : number.size(expectedBytes(name, count))}</span>
          </Option>
        );
      })}
    </fieldset>
  );
}

function Values({ choice, onChoose }: Pick<ChoicesProps, 'choice' | 'onChoose'>) {
  const { t } = useTranslation();
  const { format } = choice;
  const style = styleOf(choice);
  if (!hasOption(format, 'style'))
    return (
      <p className={styles.group}>
        <strong className={styles.legend}>{t('export.style.title')}</strong>
        <span className={styles.aside}>{t('export.style.coded', { format: exportFormat(format).label })}</span>
      </p>
    );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('export.style.title')}</legend>
      <div className={styles.pair}>
        {csvStyles.toReversed().map((one) => (
          <Option key={one} kind="radio" group="style" chosen={style === one} onChoose={() => onChoose({ style: one })}>
            <span>
              <strong>{t(`export.style.${one}`)}</strong>
              <span className={styles.aside}>{t(`export.style.${one}Help`)}</span>
            </span>
          </Option>
        ))}
        {hasOption(format, 'hxl') ? (
          <Option kind="checkbox" chosen={choice.hxl} onChoose={(hxl) => onChoose({ hxl })}>
            <span>{t('export.hxl')}</span>
          </Option>
        ) : null}
        {hasOption(format, 'bom') && style === 'plain' ? (
          <Option kind="checkbox" chosen={choice.bom} onChoose={(bom) => onChoose({ bom })}>
            <span>{t('export.bom')}</span>
          </Option>
        ) : null}
      </div>
      {format === 'csv' && style === 'readable' ? <p className={styles.aside}>{t('export.style.csvReadable')}</p> : null}
    </fieldset>
  );
}
