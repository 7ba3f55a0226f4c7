import type { TrendsSubjectsData } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import buttons from '../../controls/button.module.css';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import type { ChartTable } from '../../figures/chart-table.ts';
import { exploreAddress } from '../../filter/explore-query.ts';
import styles from './large-section.module.css';
import people from './people-table.module.css';
import kit from '../../styles/kit.module.css';

type LargeYear = TrendsSubjectsData['large']['years'][number];

/** The numbers of large seizures by year; each that a filter can select leads to its incidents. */
export function LargeTable({
  title,
  table: { columns, rows },
  years,
}: {
  title: string;
  table: ChartTable;
  /** One for each row. */
  years: readonly LargeYear[];
}) {
  return (
    <ScrollArea className={kit.scroll} label={title}>
      <table className={`${people.table} ${styles.table}`}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells], at) => {
            const queries = years[at] === undefined ? [] : queriesOf(years[at]);
            return (
              <tr key={head?.text}>
                <th scope="row">{head?.text}</th>
                {cells.map(({ text, value }, column) => (
                  <td key={columns[column + 1]?.label}>
                    {queries[column] === undefined || value === 0 ? (
                      text
                    ) : (
                      <Link className={buttons.link} to="/explore" search={{ query: queries[column] }}>
                        {text}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** What each number of a year leads to; a share, or what no filter selects, to nothing. */
function queriesOf({ query, largeQuery }: LargeYear): readonly (string | undefined)[] {
  const [weapons, inLarge] = [query, largeQuery].map((one) => exploreAddress(one, 'weapons'));
  return [query, largeQuery, undefined, undefined, weapons, inLarge, undefined];
}
