import { weaponClasses } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { RowPlot } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

const unknown = 'not_reported';

/** With what: incidents by weapon, and those in which none is reported as the last row. */
export function Weapons({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { place, main } = answers;
  if (main.answer === undefined) return null;
  const all = main.answer.totals.incidents;
  const counted = (main.answer.facets.weapon ?? []).toSorted((one, other) => other.incidents - one.incidents);
  const rows = [...counted.filter(({ value }) => value !== unknown), ...counted.filter(({ value }) => value === unknown)];
  const nameOf = (value: string) => terms.label('weapon_class', value);
  const shape: RowPlotShape = {
    rows: rows.map(({ value, incidents }) => ({
      key: value,
      label: nameOf(value),
      mark: value === unknown ? { kind: 'hatched', value: incidents } : { kind: 'bar', value: incidents, token: '--ink-blue' },
      cells: [number.count(incidents)],
      isRest: value === unknown,
    })),
    columns: [{ head: t('measure.incidents.name'), side: 'right' }],
    axis: false,
  };
  const [first] = rows;
  return (
    <ChartCard
      form="part"
      title={t('places.weapons.title')}
      reading={
        first === undefined || first.value === unknown || all === 0
          ? t('places.weapons.none')
          : t('places.weapons.reading', {
              weapon: nameOf(first.value),
              number: number.count(first.incidents),
              all: number.count(all),
              share: number.share(first.incidents / all),
            })
      }
      outdated={false}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name: `weapons-${place.address}`,
        columns: [
          { label: t('filter.dimension.weapon'), number: false },
          { label: t('measure.incidents.name'), number: true },
        ],
        rows: rows.map(({ value, incidents }) => [
          { text: nameOf(value), value: nameOf(value) },
          { text: number.count(incidents), value: incidents },
        ]),
      }}
    >
      <RowPlot
        shape={shape}
        linkOf={(value) =>
          weaponClasses.has(value) ? { to: '/explore', query: exploreQuery({ ...main.filter, weapon: [value] }) } : undefined
        }
      />
    </ChartCard>
  );
}
