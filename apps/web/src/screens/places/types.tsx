import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { RowPlot } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { typesText } from './place-words.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

/** What happened: the share of each type, beside that of all places together. */
export function Types({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = format;
  const terms = useTerms();
  const { place, main, everywhere } = answers;
  if (main.answer === undefined) return null;
  const { totals, facets } = main.answer;
  const all = totals.incidents;
  const elsewhere = new Map(everywhere.answer?.facets.type?.map(({ value, incidents }) => [value, incidents]));
  const everything = [...elsewhere.values()].reduce((sum, incidents) => sum + incidents, 0);
  const types = (facets.type ?? []).filter(({ value }) => main.filter.type?.some((type) => type === value) ?? true);
  const rows = types
    .toSorted((one, other) => other.incidents - one.incidents)
    .map(({ value, incidents, killed }) => ({
      value,
      incidents,
      killed,
      share: incidents / all,
      usual: everything === 0 ? undefined : (elsewhere.get(value) ?? 0) / everything,
    }));
  const shape: RowPlotShape = {
    rows: rows.map(({ value, incidents, killed, share, usual }) => ({
      key: value,
      label: terms.label('type', value),
      swatch: incidentTypeTokens[incidentTypeOf(value)],
      mark: { kind: 'bar', value: share, tick: usual, token: incidentTypeTokens[incidentTypeOf(value)] },
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
      title={t('places.types.title', { many: t(`places.row.${main.name}.name`) })}
      reading={typesText(main.answer, main.filter, t, format, terms.label)}
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
        rows: rows.map(({ value, incidents, killed, share, usual }) => [
          { text: terms.label('type', value), value: terms.label('type', value) },
          { text: number.count(incidents), value: incidents },
          { text: number.share(share), value: share },
          { text: usual === undefined ? '' : number.share(usual), value: usual ?? null },
          { text: number.count(killed), value: killed },
        ]),
      }}
    >
      <RowPlot
        shape={shape}
        linkOf={(type) => ({ to: '/explore', query: exploreQuery({ ...main.filter, type: [incidentTypeOf(type)] }) })}
      />
    </ChartCard>
  );
}
