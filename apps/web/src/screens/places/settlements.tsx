import { filterQuery } from '@monitor/contract';
import type { Box } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { RowPlot, type RowLink } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { settlementAddress, placeQuery } from '../../filter/place-address.ts';
import { useFormat } from '../../format/use-format.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { settlementKey, settlementRows } from './settlement-rows.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

/** The settlements with most incidents, in a column that adds up. */
export function Settlements({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { main, place } = answers;
  const { filter } = main;
  const comparison = main.answer?.comparison ?? undefined;
  const isWhole = comparison?.rule === 'year_earlier';
  const now = useQuery(queries.settlements(filterQuery(filter), 'incidents', mostSettlements)).data;
  const earlier = comparison === undefined ? filter : { ...filter, from: comparison.from, to: comparison.to };
  const before = useQuery({ ...queries.settlements(filterQuery(earlier), 'incidents', mostSettlements), enabled: isWhole }).data;
  const title = t('places.settlements.title');
  const name = t(`places.row.${main.name}.name`);
  if (now === undefined) {
    return (
      <ChartCard form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={false}>
        {null}
      </ChartCard>
    );
  }
  const rows = settlementRows(now, isWhole ? before : undefined);
  const hasBefore = rows.some((row) => row.before !== undefined);
  const labelOf = ({ key, name: settlement, settlements }: (typeof rows)[number]) =>
    key === 'others'
      ? t('places.settlements.others', { count: settlements, number: number.count(settlements) })
      : key === 'elsewhere'
        ? t('places.settlements.elsewhere')
        : settlement;
  const shape: RowPlotShape = {
    rows: rows.map((row) => ({
      key: row.key,
      label: labelOf(row),
      mark:
        row.key === 'elsewhere'
          ? undefined
          : row.key === 'others'
            ? undefined
            : { kind: 'bar', value: row.incidents, tick: row.before, token: '--ink-blue' },
      cells: [
        number.count(row.incidents),
        ...(hasBefore ? [row.before === undefined ? '–' : number.count(row.before)] : []),
        number.count(row.killed),
        number.count(row.injured),
      ],
      isRest: row.key === 'others' || row.key === 'elsewhere',
    })),
    columns: [
      { head: t('places.settlements.now'), side: 'left' },
      ...(hasBefore ? [{ head: t('places.settlements.before'), side: 'right' as const }] : []),
      { head: t('places.settlements.killed'), side: 'right', token: '--red' },
      { head: t('places.settlements.injured'), side: 'right', token: '--amber' },
    ],
    axis: false,
  };
  const [first] = rows;
  const all = now.inSettlements.amount + now.elsewhere.amount;
  return (
    <ChartCard
      form="part"
      title={title}
      reading={
        first === undefined || all === 0
          ? t('places.settlements.none')
          : t(hasBefore ? 'places.settlements.readingBefore' : 'places.settlements.reading', {
              settlement: labelOf(first),
              share: number.share(first.incidents / all),
              many: t(`places.row.${main.name}.many`),
              place: place.name,
            })
      }
      outdated={false}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name: `settlements-${place.address}`,
        columns: [
          { label: t('chart.by.settlement.name'), number: false },
          { label: name, number: true },
          ...(hasBefore ? [{ label: t('places.settlements.yearBefore'), number: true }] : []),
          { label: t('measure.killed.name'), number: true },
          { label: t('measure.injured.name'), number: true },
        ],
        rows: rows.map((row) => [
          { text: labelOf(row), value: labelOf(row) },
          ...[row.incidents, ...(hasBefore ? [row.before] : []), row.killed, row.injured].map((value) => ({
            text: value === undefined ? '–' : number.count(value),
            value: value ?? null,
          })),
        ]),
      }}
    >
      <RowPlot shape={shape} linkOf={linkOf} />
    </ChartCard>
  );

  function linkOf(key: string): RowLink | undefined {
    const one = now?.settlements.find((settlement) => settlementKey(settlement) === key);
    if (one === undefined) return undefined;
    const address = one.bbox === null ? undefined : settlementAddress(one);
    if (address !== undefined) return { to: '/places/$place', place: address, query: placeQuery(answers.filter) };
    return one.bbox === null ? undefined : { to: '/explore', query: exploreQuery(areaFilter(one.bbox)) };
  }

  function areaFilter(bbox: Box) {
    return { ...filter, bbox };
  }
}

/** As many as the API gives: those of the year before are looked up among them. */
const mostSettlements = 500;
