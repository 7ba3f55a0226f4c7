import { type Filter, type IncidentType, type Period, without } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { useSummary } from '../../answers/use-summary.ts';
import buttons from '../../controls/button.module.css';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../figures/chart-table.ts';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { filterOfPeople, type PeopleGroup, peopleGroups, peopleRequest } from './people-figures.ts';
import styles from './people-table.module.css';
import kit from '../../styles/kit.module.css';

/** The types with a column of their own: domestic violence first. All others are in one. */
const types = [
  'domestic_violence',
  'criminal_context',
  'public_dispute',
  'undetermined_shooting',
] as const satisfies readonly IncidentType[];

/** Victims and perpetrators who are described, by sex, age, relationship and outcome, and by type. */
export function PeopleTable({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const meant = period && { ...filterOfPeople(filter), ...period };
  const all = useSummary(meant, peopleRequest);
  const isMeant = (type: IncidentType) => meant?.type?.includes(type) ?? true;
  const ofType = (type: IncidentType): Filter | undefined =>
    meant && isMeant(type) ? { ...without(meant, 'subtype'), type: [type] } : undefined;
  const answers = [
    useSummary(ofType(types[0]), peopleRequest),
    useSummary(ofType(types[1]), peopleRequest),
    useSummary(ofType(types[2]), peopleRequest),
    useSummary(ofType(types[3]), peopleRequest),
  ];
  const shown =
    filter.subtype === undefined ? types.flatMap((type, at) => (isMeant(type) ? { type, answer: answers[at]! } : [])) : [];
  const isReady = all.data !== undefined && shown.every(({ answer }) => answer.data !== undefined && !answer.outdated);
  const groups = isReady
    ? peopleGroups(
        shown.map(({ answer }) => answer.data?.facets ?? {}),
        all.data?.facets ?? {},
        filter,
      )
    : [];
  const columns = [...shown.map(({ type }) => terms.label('type', type)), t('trends.described.others'), t('trends.described.all')];
  const title = t('trends.described.title');
  return (
    <ChartCard
      form="section"
      title={title}
      reading={t('trends.described.reading', { period: period === undefined ? '' : format.date.period(period.from, period.to) })}
      outdated={all.outdated}
      filter={meant}
      table={isReady ? tableOf(groups, columns) : undefined}
      onPaper={null}
    >
      <ScrollArea className={kit.scroll} label={title}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trends.people.row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.dimension} group={group} columns={columns} meant={meant ?? {}} />
          ))}
        </table>
      </ScrollArea>
    </ChartCard>
  );

  function tableOf(shownGroups: readonly PeopleGroup[], labels: readonly string[]): ChartTable {
    const cell = (value: number) => countCell(value, format);
    return {
      name: 'people-described',
      columns: [textColumn(t('trends.described.list')), textColumn(t('trends.people.row')), ...labels.map(numberColumn)],
      rows: shownGroups.flatMap(({ dimension, role, rows, sums }) => {
        const list = textCell(
          t('trends.described.group', { role: t(`measure.${role}.name`), list: t(`filter.dimension.${dimension}`) }),
        );
        return [
          ...rows.map(({ code, amounts, sum }) => [list, textCell(terms.value(dimension, code)), ...[...amounts, sum].map(cell)]),
          [list, textCell(t('trends.described.sum')), ...sums.map(cell)],
        ];
      }),
    };
  }
}

function Group({
  group: { dimension, role, rows, sums },
  columns,
  meant,
}: {
  group: PeopleGroup;
  columns: readonly string[];
  meant: Filter;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const listed = (code: string) =>
    writeExploreState({ filter: { ...meant, [dimension]: [code] }, view: { ...defaultView, measure: role } });
  return (
    <tbody>
      <tr>
        <th className={styles.group} colSpan={columns.length + 1} scope="rowgroup">
          {t('trends.described.group', { role: t(`measure.${role}.name`), list: t(`filter.dimension.${dimension}`) })}
        </th>
      </tr>
      {rows.map(({ code, amounts, sum }) => (
        <tr key={code} data-unknown={code === 'not_reported' || undefined}>
          <th scope="row">{terms.value(dimension, code)}</th>
          {amounts.map((amount, at) => (
            <td key={columns[at]}>{number.count(amount)}</td>
          ))}
          <td>
            <Link className={buttons.link} to="/explore" search={{ query: listed(code) }}>
              {number.count(sum)}
            </Link>
          </td>
        </tr>
      ))}
      <tr className={styles.sums}>
        <th scope="row">{t('trends.described.sum')}</th>
        {sums.map((sum, at) => (
          <td key={columns[at]}>{number.count(sum)}</td>
        ))}
      </tr>
    </tbody>
  );
}
