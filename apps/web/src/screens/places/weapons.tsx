import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { weaponClasses } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { RowPlot } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreQuery, readFilter } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const unknown = 'not_reported';

interface WeaponsProps {
  readonly page: PlaceData;
  readonly figures: PlaceFigures;
}

/** With what: incidents by weapon, and those in which none is reported as the last row. */
export function Weapons({ page: { place }, figures: { weapons, incidentQuery } }: WeaponsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { reading, rows } = weapons;
  const nameOf = (value: string) => terms.label('weapon_class', value);
  const shape: RowPlotShape = {
    rows: rows.map(({ weapon, incidents }) => ({
      key: weapon,
      label: nameOf(weapon),
      mark: weapon === unknown ? { kind: 'hatched', value: incidents } : { kind: 'bar', value: incidents, token: '--ink-blue' },
      cells: [number.count(incidents)],
      isRest: weapon === unknown,
    })),
    columns: [{ head: t('measure.incidents.name'), side: 'right' }],
    axis: false,
  };
  return (
    <ChartCard
      form="part"
      title={t('places.weapons.title')}
      reading={reading}
      outdated={false}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name: `weapons-${place.address}`,
        columns: [
          { label: t('filter.dimension.weapon'), number: false },
          { label: t('measure.incidents.name'), number: true },
        ],
        rows: rows.map(({ weapon, incidents }) => [
          { text: nameOf(weapon), value: nameOf(weapon) },
          { text: number.count(incidents), value: incidents },
        ]),
      }}
    >
      <RowPlot
        shape={shape}
        linkOf={(value) =>
          weaponClasses.has(value)
            ? { to: '/explore', query: exploreQuery({ ...readFilter(incidentQuery), weapon: [value] }) }
            : undefined
        }
      />
    </ChartCard>
  );
}
