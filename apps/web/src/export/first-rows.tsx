import type { CsvStyle, Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useTerms } from '../i18n/terms.ts';
import styles from './export-dialog.module.css';

interface FirstRowsProps {
  readonly query: string;
  readonly order: { readonly sort: Sort; readonly measure: Measure };
  readonly style: CsvStyle;
}

const columns = ['id', 'occurred_on', 'place', 'type'] as const;

/** The first three incidents of the file, in some of its columns. */
export function FirstRows({ query, order, style }: FirstRowsProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { data } = useQuery(queries.firstIncidents(query, order.sort, order.measure));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <table className={styles.preview}>
      <caption className={styles.caption}>{t('export.file.preview')}</caption>
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
        {data.items.map((item) => (
          <tr key={item.id}>
            {columns.map((name) => (
              <td key={name}>{name === 'type' && style === 'readable' ? terms.label('type', item.type) : item[name]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
