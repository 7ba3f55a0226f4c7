import type { PlaceData, PlaceDetails, PlaceFigures } from '@monitor/contract';
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
import { FitWidth } from '../../charts/fit-width.tsx';
import { peopleLayout } from '../../charts/people-layout.ts';
import { PeoplePicture } from '../../charts/people-picture.tsx';
import kit from '../../styles/kit.module.css';
import { weaponClasses } from '@monitor/domain';

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

interface PeopleProps {
  /** Of the place. */
  readonly address: string;
  /** Undefined while they are awaited. */
  readonly people: PlaceDetails['people'] | undefined;
}

/** Who was killed or injured: a square a person, by sex and age. */
export function People({ address, people }: PeopleProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const title = t('places.people.title');
  if (people === undefined) {
    return (
      <ChartCard form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={false}>
        {null}
      </ChartCard>
    );
  }
  const { reading, legend, notes, cells } = people;
  const described = cells.filter(({ killed, injured }) => killed + injured > 0);
  const isEmpty = described.length === 0;
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      legend={legend}
      notes={notes}
      onPaper={isEmpty ? undefined : <PeoplePicture layout={peopleLayout(cells, paperWidth)} />}
      table={{
        name: `people-${address}`,
        columns: [
          { label: t('places.people.sexAndAge'), number: false },
          { label: t('measure.killed.name'), number: true },
          { label: t('measure.injured.name'), number: true },
        ],
        rows: described.map(({ sex, age, killed, injured }) => {
          const label = t('places.people.cell', { sex: t(`places.people.sex.${sex}`), age: terms.label('age_band', age) });
          return [
            { text: label, value: label },
            { text: number.count(killed), value: killed },
            { text: number.count(injured), value: injured },
          ];
        }),
      }}
    >
      {isEmpty ? null : (
        <>
          <FitWidth>{(width) => <PeoplePicture layout={peopleLayout(cells, width)} />}</FitWidth>
          <p className={`${kit.hint} ${kit.top1}`}>{legend}</p>
        </>
      )}
    </ChartCard>
  );
}

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
