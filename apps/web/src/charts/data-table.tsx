import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import styles from './data-table.module.css';

/** The numbers of a chart: what its table shows and its CSV holds. */
export interface ChartTable {
  /** Name for the file. */
  readonly name: string;
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  /** Cells as they are printed, and as a program reads them. */
  readonly rows: readonly (readonly { readonly text: string; readonly value: string | number | null }[])[];
}

export function DataTable({ title, table }: { title: string; table: ChartTable }) {
  const { t } = useTranslation();
  return (
    <ScrollArea className={styles.frame} label={t('chart.numbersOf', { title })}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, number }) => (
              <th key={label} scope="col" data-number={number || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={String(row[0]?.value)}>
              {row.map(({ text }, index) => {
                const { label, number } = table.columns[index] ?? { label: '', number: false };
                return index === 0 ? (
                  <th key={label} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={label} data-number={number || undefined}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
