import { comparedFilter, filterQuery, type Selection, type Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { useQueries } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type ExportChoice, orderOf, styleOf, wantedColumns } from './export-choice.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';

interface FirstRowsProps {
  readonly choice: ExportChoice;
  /** That of the file. */
  readonly selection: Selection;
  readonly view: { readonly sort: Sort; readonly measure: Measure };
}

const previewed = ['id', 'occurred_on', 'place', 'type'] as const;

/** The first incidents of the file, of each side of a comparison, in some of its columns. */
export function FirstRows({ choice, selection, view }: FirstRowsProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { sort, measure } = orderOf(choice, view);
  const other = comparedFilter(selection);
  const filters = other === undefined ? [selection.filter] : [selection.filter, other];
  const answers = useQueries({
    queries: filters.map((filter) => queries.firstIncidents(filterQuery(filter), sort, measure, other === undefined ? 3 : 2)),
  });
  const rows = new Map(answers.flatMap(({ data }) => data?.items ?? []).map((item) => [item.id, item]));
  if (rows.size === 0) return null;
  const wanted = wantedColumns(choice);
  const columns = previewed.filter((name) => name === 'id' || (wanted?.includes(name) ?? true));
  const readable = styleOf(choice) === 'readable';
  return (
    <table className={`${kit.tiny} ${kit.top4} ${styles.preview}`}>
      <caption>{t(other === undefined ? 'export.file.preview' : 'export.file.previewBoth')}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows.values()].map((item) => (
          <tr key={item.id}>
            {columns.map((name) => (
              <td key={name}>{name === 'type' && readable ? terms.label('type', item.type) : item[name]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
