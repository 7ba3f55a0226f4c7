import { ScrollArea } from '../controls/scroll-area.tsx';
import type { Cell, ChartTable } from '../format/chart-table.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './data-table.module.css';
import kit from '../styles/kit.module.css';

export function DataTable({ title, table }: { title: string; table: ChartTable }) {
  const { t } = useTranslation();
  return (
    <ScrollArea className={styles.frame} label={t('chart.numbersOf', { title })}>
      <table className={`${kit.small} ${styles.table}`}>
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
            <tr key={row.map(({ value }) => value).join(' ')}>
              {row.map((cell, index) => {
                const { label, number } = table.columns[index] ?? { label: '', number: false };
                return index === 0 ? (
                  <th key={label} scope="row">
                    <Content cell={cell} />
                  </th>
                ) : (
                  <td key={label} data-number={number || undefined}>
                    <Content cell={cell} />
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

function Content({ cell: { title, ...cell } }: { cell: Cell }) {
  if (title === undefined) return <Linked cell={cell} />;
  return (
    <span title={title}>
      <Linked cell={cell} />
      <span className="visually-hidden"> ({title})</span>
    </span>
  );
}

function Linked({ cell: { text, address, incidents } }: { cell: Cell }) {
  if (incidents !== undefined) return <IncidentsLink query={incidents}>{text}</IncidentsLink>;
  return address === undefined ? text : <a href={address}>{text}</a>;
}
