import { siteOfPage } from '../api/site.ts';
import { filterLine, isPeriodOnly, sideWords } from '@monitor/findings';
import {
  comparedFilter,
  csvStyles,
  differingNames,
  expectedBytes,
  exportFormat,
  type ExportFormatName,
  exportFormatNames,
  portableFormatNames,
  type Selection,
} from '@monitor/contract';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type ExportChoice, hasOption, type Incidents, incidentsOf, styleOf, wantedColumns } from './export-choice.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { Option } from './option.tsx';
import type { Counts } from './use-file-content.ts';

interface ChoicesProps {
  readonly choice: ExportChoice;
  readonly onChoose: (change: Partial<ExportChoice>) => void;
  /** That of the screen. */
  readonly selection: Selection;
  readonly counts: Counts;
  /** Incidents of what is chosen; undefined while unknown. */
  readonly count: number | undefined;
}

/** The left side of the dialog: which incidents, in which format, and how their values are written. */
export function ExportChoices({ choice, onChoose, selection, counts, count }: ChoicesProps) {
  const hasFilter = selection.against !== undefined || Object.keys(selection.filter).length > 0;
  return (
    <div className={styles.choices}>
      {hasFilter ? <WhichIncidents choice={choice} onChoose={onChoose} selection={selection} counts={counts} /> : null}
      <Formats choice={choice} onChoose={onChoose} count={count} />
      <Values choice={choice} onChoose={onChoose} />
    </div>
  );
}

/** The choices that a selection leaves, in their order. */
const offered = { alone: ['a', 'everything'], compared: ['both', 'a', 'b', 'everything'] } as const;

function WhichIncidents({ choice, onChoose, selection, counts }: Omit<ChoicesProps, 'count'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const words = useIncidentsWords(selection);
  const chosen = incidentsOf(choice, selection);
  return (
    <fieldset className={kit.stack}>
      <legend className={`${kit.heading} ${styles.legend}`}>{t('export.incidents.title')}</legend>
      {offered[selection.against === undefined ? 'alone' : 'compared'].map((one) => {
        const count = counts[one];
        const counted = count === undefined ? t('state.loading') : t('table.count', { count, number: number.count(count) });
        const { name, help } = words(one, counted);
        return (
          <Option key={one} kind="radio" group="incidents" chosen={chosen === one} onChoose={() => onChoose({ incidents: one })}>
            <span>
              <strong>{name}</strong>
              <span className={`${kit.note} ${kit.block}`}>{help}</span>
            </span>
          </Option>
        );
      })}
    </fieldset>
  );
}

/** What a choice of incidents is called, and what is said below it. @returns takes the choice and its number in words */
function useIncidentsWords({ filter, against }: Selection) {
  const { t } = useTranslation();
  const wording = useFilterNames();
  const names = differingNames(against ?? {});
  const other = comparedFilter({ filter, against }) ?? filter;
  return (incidents: Incidents, counted: string): { readonly name: string; readonly help: string } => {
    if (incidents === 'everything') return { name: t('export.incidents.everything'), help: counted };
    if (against === undefined)
      return { name: t('export.incidents.selection'), help: `${counted} · ${filterLine(filter, wording)}` };
    const name = t(`export.incidents.${isPeriodOnly(names) ? 'period' : 'sides'}.${incidents}`);
    if (incidents === 'both') return { name, help: t('export.incidents.bothCount', { count: counted }) };
    return { name, help: `${counted} · ${sideWords(incidents === 'a' ? filter : other, names, wording)}` };
  };
}

function Formats({ choice, onChoose, count }: Pick<ChoicesProps, 'choice' | 'onChoose' | 'count'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const size = (format: ExportFormatName, incidents: number) => {
    const text = number.size(expectedBytes(format, incidents));
    return wantedColumns({ ...choice, format }) === undefined ? text : t('export.upTo', { size: text });
  };
  return (
    <fieldset className={kit.stack}>
      <legend className={`${kit.heading} ${styles.legend}`}>{t('export.format')}</legend>
      {(siteOfPage() ? portableFormatNames : exportFormatNames).map((name) => {
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
            <span className={`${kit.quiet} ${kit.grow} ${styles.use}`}>
              {full ? t('export.most', { number: number.count(mostIncidents) }) : t(`export.use.${name}`)}
            </span>
            <span className={kit.still}>{count === undefined ? '' : size(name, count)}</span>
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
      <p className={kit.stack}>
        <strong className={`${kit.heading} ${styles.legend}`}>{t('export.style.title')}</strong>
        <span className={`${kit.note} ${kit.block}`}>{t('export.style.coded', { format: exportFormat(format).label })}</span>
      </p>
    );
  return (
    <fieldset className={kit.stack}>
      <legend className={`${kit.heading} ${styles.legend}`}>{t('export.style.title')}</legend>
      <div className={`${kit.stack} ${styles.pair}`}>
        {csvStyles.toReversed().map((one) => (
          <Option key={one} kind="radio" group="style" chosen={style === one} onChoose={() => onChoose({ style: one })}>
            <span>
              <strong>{t(`export.style.${one}`)}</strong>
              <span className={`${kit.note} ${kit.block}`}>{t(`export.style.${one}Help`)}</span>
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
      {format === 'csv' && style === 'readable' ? (
        <p className={`${kit.note} ${kit.block}`}>{t('export.style.csvReadable')}</p>
      ) : null}
    </fieldset>
  );
}
