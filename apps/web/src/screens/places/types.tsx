import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { RowPlot } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import { exploreQuery, readFilter } from '../../filter/explore-query.ts';

interface TypesProps {
  readonly page: PlaceData;
  readonly figures: PlaceFigures;
}

/** What happened: the share of each type, beside that of all places together. */
export function Types({ page: { place, counted }, figures: { types, incidentQuery } }: TypesProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { reading, rows } = types;
  const shape: RowPlotShape = {
    rows: rows.map(({ type, incidents, killed, share, usual }) => ({
      key: type,
      label: terms.label('type', type),
      swatch: incidentTypeTokens[incidentTypeOf(type)],
      mark: { kind: 'bar', value: share, tick: usual, token: incidentTypeTokens[incidentTypeOf(type)] },
      cells: [number.count(incidents), number.share(share), number.count(killed)],
    })),
    columns: [
      { head: t('measure.incidents.name'), side: 'right' },
      { head: t('places.types.share'), side: 'right' },
      { head: t('places.settlements.killed'), side: 'right', token: '--red' },
    ],
    axis: false,
  };
  return (
    <ChartCard
      form="part"
      title={t('places.types.title', { many: t(`places.row.${counted}.name`) })}
      reading={reading}
      outdated={false}
      legend={t('places.types.legend')}
      notes={[t('places.types.legend')]}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name: `types-${place.address}`,
        columns: [
          { label: t('filter.dimension.type'), number: false },
          { label: t('measure.incidents.name'), number: true },
          { label: t('places.types.share'), number: true },
          { label: t('places.types.usual'), number: true },
          { label: t('measure.killed.name'), number: true },
        ],
        rows: rows.map(({ type, incidents, killed, share, usual }) => [
          { text: terms.label('type', type), value: terms.label('type', type) },
          { text: number.count(incidents), value: incidents },
          { text: number.share(share), value: share },
          { text: usual === undefined ? '' : number.share(usual), value: usual ?? null },
          { text: number.count(killed), value: killed },
        ]),
      }}
    >
      <RowPlot
        shape={shape}
        linkOf={(type) => ({ to: '/explore', query: exploreQuery({ ...readFilter(incidentQuery), type: [incidentTypeOf(type)] }) })}
      />
    </ChartCard>
  );
}
