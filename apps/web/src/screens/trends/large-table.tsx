import { type Filter, filterOfLargeSeizures, filterOfSeizures } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import buttons from '../../controls/button.module.css';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import type { ChartTable } from '../../figures/chart-table.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import type { LargeYear } from './large-figures.ts';
import styles from './large-section.module.css';
import people from './people-table.module.css';
import kit from '../../styles/kit.module.css';

/** The numbers of large seizures by year; each that a filter can select leads to its incidents. */
export function LargeTable({
  title,
  table: { columns, rows },
  years,
  filter,
}: {
  title: string;
  table: ChartTable;
  /** One for each row. */
  years: readonly LargeYear[];
  filter: Filter;
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
            const queries = years[at] === undefined ? [] : queriesOf(years[at], filter);
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
function queriesOf({ days }: LargeYear, filter: Filter): readonly (string | undefined)[] {
  const [all, large] = [filterOfSeizures, filterOfLargeSeizures].map((of) => of({ ...filter, ...days })) as [Filter, Filter];
  const [seizures, ofLarge] = [all, large].map((one) => exploreQuery(one, 'incidents'));
  const [weapons, inLarge] = [all, large].map((one) => exploreQuery(one, 'weapons'));
  return [seizures, ofLarge, undefined, undefined, weapons, inLarge, undefined];
}
