import { reportedCell, reportedShort } from '../../format/reported.ts';
import type { PlaceData, PlaceDetails, PlaceFigures } from '@monitor/contract';
import { RowPlotCard } from '../../charts/row-plot.tsx';
import { countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import { exploreQuery, readFilter } from '../../filter/explore-query.ts';
import { countedKey, type PeopleCell } from '@monitor/findings';
import { Section } from '../../sections/section.tsx';
import { HatchedRect, PictureFrame } from '../../pictures/picture-frame.tsx';
import inks from '../../styles/drawing.module.css';
import { peopleLayout, peopleSizes } from './people-layout.ts';
import { harmedPeople, isSilent, reportedOf, weaponClasses } from '@monitor/domain';

interface TypesProps {
  readonly page: PlaceData;
  readonly figures: PlaceFigures;
}

/** What happened: the share of each type, beside that of all places together. */
export function Types({ page: { place, counted }, figures: { types, incidentQuery } }: TypesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = format;
  const terms = useTerms();
  const { reading, rows } = types;
  const hasUsual = rows.some(({ usual }) => usual !== undefined);
  const hasDash = rows.some((row) => isSilent(reportedOf(row, 'killed')));
  return (
    <RowPlotCard
      title={t('places.types.title', { many: t(countedKey(counted, 'incidents', 'name')) })}
      reading={reading}
      notes={[...(hasUsual ? [t('places.types.legend')] : []), ...(hasDash ? [t('table.dash')] : [])]}
      shape={{
        rows: rows.map(({ type, share, usual, ...row }) => ({
          key: type,
          label: terms.label('type', type),
          swatch: incidentTypeTokens[incidentTypeOf(type)],
          mark: { kind: 'bar', value: share, tick: usual, token: incidentTypeTokens[incidentTypeOf(type)] },
          cells: [number.count(row.incidents), number.share(share), reportedShort(reportedOf(row, 'killed'), format)],
          link: { to: '/explore', query: exploreQuery({ ...readFilter(incidentQuery), type: [incidentTypeOf(type)] }) },
        })),
        columns: [
          { head: t('measure.incidents.name'), side: 'right' },
          { head: t('places.types.share'), side: 'right' },
          { head: t('places.settlements.killed'), side: 'right', token: '--red' },
        ],
        axis: false,
      }}
      table={{
        name: `types-${place.address}`,
        columns: [
          textColumn(t('filter.dimension.type')),
          numberColumn(t('measure.incidents.name')),
          numberColumn(t('places.types.share')),
          ...(hasUsual ? [numberColumn(t('places.types.usual'))] : []),
          numberColumn(t('measure.killed.name')),
        ],
        rows: rows.map(({ type, share, usual, ...row }) => [
          textCell(terms.label('type', type)),
          countCell(row.incidents, format),
          { text: number.share(share), value: share },
          ...(hasUsual ? [{ text: usual === undefined ? '' : number.share(usual), value: usual ?? null }] : []),
          reportedCell(reportedOf(row, 'killed'), format, t),
        ]),
      }}
    />
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
  const format = useFormat();
  const terms = useTerms();
  const title = t('places.people.title');
  if (people === undefined) {
    return <Section form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} />;
  }
  const { reading, legend, notes, incidents, cells } = people;
  const described = cells.filter(({ killed, injured }) => killed + injured > 0);
  const isEmpty = described.length === 0;
  return (
    <Section
      form="part"
      title={title}
      reading={reading}
      notes={isEmpty ? notes : [legend, ...notes]}
      onPaper={isEmpty ? undefined : (width) => <PeoplePicture cells={cells} width={width} />}
      table={{
        name: `people-${address}`,
        columns: [
          textColumn(t('places.people.sexAndAge')),
          numberColumn(t('measure.killed.name')),
          numberColumn(t('measure.injured.name')),
        ],
        rows: described.map(({ sex, age, ...cell }) => [
          textCell(t('places.people.cell', { sex: t(`places.people.sex.${sex}`), age: terms.label('age_band', age) })),
          ...harmedPeople.map((name) => reportedCell(reportedOf({ incidents, ...cell }, name), format, t)),
        ]),
      }}
    />
  );
}

const { font, headFont, square, head, padding } = peopleSizes;

/** Pixels of "Not reported", the last of the columns. On the smallest phones it ends with the picture. */
const longestHead = 84;

/** A square for each person: sex across, age down, on the screen and in a file; what is not reported is hatched. */
function PeoplePicture({ cells, width }: { cells: readonly PeopleCell[]; width: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const layout = peopleLayout(cells, width);
  const { height, columns, rows, squares } = layout;
  return (
    <PictureFrame layout={layout} font={font}>
      {columns.map(({ sex, left, people }) => (
        <g key={sex}>
          {sex === 'not_reported' ? (
            <HatchedRect x={left - padding} y={head} width={width - left + padding} height={height - head} opacity={0.55} />
          ) : null}
          <text className={inks.strong} {...(width - left < longestHead ? { x: width, textAnchor: 'end' } : { x: left })} y={11}>
            {t(`places.people.sex.${sex}`)}
          </text>
          <text x={left} y={25} fontSize={headFont}>
            {t('places.people.count', { count: people, number: number.count(people) })}
          </text>
        </g>
      ))}
      {rows.map(({ age, top, height: own }) => (
        <g key={age}>
          {age === 'not_reported' ? <HatchedRect y={top} width={width} height={own} opacity={0.55} /> : null}
          <path className={inks.grid} d={`M0 ${top + 0.5}H${width}`} />
          <text y={top + padding + square}>{terms.label('age_band', age)}</text>
        </g>
      ))}
      {squares.map(({ x, y, outcome }) => {
        // An outline is drawn on its edge, half of it to each side.
        const inset = outcome === 'killed' ? 0 : 0.65;
        return (
          <rect
            key={`${x} ${y}`}
            className={outcome === 'killed' ? inks.red : inks.injured}
            x={x + inset}
            y={y + inset}
            width={square - 2 * inset}
            height={square - 2 * inset}
          />
        );
      })}
    </PictureFrame>
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
  const format = useFormat();
  const terms = useTerms();
  const { reading, rows } = weapons;
  const nameOf = (value: string) => terms.label('weapon_class', value);
  return (
    <RowPlotCard
      title={t('places.weapons.title')}
      reading={reading}
      shape={{
        rows: rows.map(({ weapon, incidents }) => ({
          key: weapon,
          label: nameOf(weapon),
          mark: weapon === unknown ? { kind: 'hatched', value: incidents } : { kind: 'bar', value: incidents, token: '--ink-blue' },
          cells: [format.number.count(incidents)],
          isRest: weapon === unknown,
          link: weaponClasses.has(weapon)
            ? { to: '/explore', query: exploreQuery({ ...readFilter(incidentQuery), weapon: [weapon] }) }
            : undefined,
        })),
        columns: [{ head: t('measure.incidents.name'), side: 'right' }],
        axis: false,
      }}
      table={{
        name: `weapons-${place.address}`,
        columns: [textColumn(t('filter.dimension.weapon')), numberColumn(t('measure.incidents.name'))],
        rows: rows.map(({ weapon, incidents }) => [textCell(nameOf(weapon)), countCell(incidents, format)]),
      }}
    />
  );
}
