import type { PlaceData, PlaceDetails, PlaceFigures } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { countCell, numberColumn, textCell, textColumn } from '../../figures/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreAddress, readFilter } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './among.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';
import { FunnelPlot } from '../../charts/funnel-plot.tsx';
import { placeQuery } from '../../filter/place-address.ts';

interface DataQualityProps {
  /** Of the place. */
  readonly address: string;
  readonly quality: NonNullable<PlaceDetails['quality']>;
  /** Of the incidents. */
  readonly query: string;
}

/** How good the data of a place are: how exactly the place is known, who reports, and what the records say. */
export function DataQuality({ address, quality, query }: DataQualityProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = format;
  const terms = useTerms();
  const { reading, withoutPoint, incidents: all, precision, sources } = quality;
  const stacks: StackProps[] = [
    {
      title: t('places.quality.precision'),
      finding: precision.finding,
      parts: precision.parts.map(({ precision: name, incidents }) => ({ name: terms.label('place_precision', name), incidents })),
      all,
    },
    ...(sources === undefined
      ? []
      : [
          {
            title: t('places.quality.sources'),
            finding: sources.finding,
            parts: sources.parts.map(({ source, incidents }) => ({ name: t(`places.quality.source.${source}`), incidents })),
            all,
          },
        ]),
  ];
  const fields = quality.fields.map(({ field, share }) => ({ field: t(`places.quality.field.${field}`), share }));
  const shape = qualityShape(stacks, { title: t('places.quality.completeness'), fields }, format);
  return (
    <ChartCard
      form="part"
      title={t('places.quality.title')}
      reading={reading}
      words={
        <>
          {reading}{' '}
          {withoutPoint === undefined ? null : (
            <Link to="/explore" search={{ query: exploreAddress(withoutPoint.query) }}>
              {withoutPoint.text}
            </Link>
          )}
        </>
      }
      outdated={false}
      filter={readFilter(query)}
      legend={t('places.quality.legend')}
      table={{
        name: `quality-${address}`,
        columns: [
          textColumn(t('places.quality.column.list')),
          textColumn(t('places.quality.column.value')),
          numberColumn(t('measure.incidents.name')),
          numberColumn(t('places.types.share')),
        ],
        rows: [
          ...stacks.flatMap(({ title, parts }) =>
            parts.map(({ name, incidents }) => [
              textCell(title),
              textCell(name),
              countCell(incidents, format),
              { text: number.share(incidents / all), value: incidents / all },
            ]),
          ),
          ...fields.map(({ field, share }) => [
            textCell(t('places.quality.completeness')),
            textCell(field),
            { text: '', value: null },
            { text: number.share(share), value: share },
          ]),
        ],
      }}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
    >
      <div>
        {stacks.map((stack) => (
          <Stack key={stack.title} {...stack} />
        ))}
        <div className={`${kit.spread} ${kit.note} ${kit.around} ${styles.head}`}>
          <h4>{t('places.quality.completeness')}</h4>
          <span>{t('places.quality.share')}</span>
        </div>
        <dl>
          {fields.map(({ field, share }) => (
            <div key={field} className={styles.field}>
              <dt>{field}</dt>
              <dd>
                <svg width="100%" height="9" aria-hidden="true">
                  <rect className={inks.track} width="100%" height="9" />
                  <rect className={inks.own} width={`${share * 100}%`} height="9" />
                </svg>
              </dd>
              <dd className={`${kit.quiet} ${kit.end}`}>{number.share(share)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </ChartCard>
  );
}

/** The same shares as rows of bars under their titles, for a file. */
function qualityShape(
  stacks: readonly StackProps[],
  complete: { readonly title: string; readonly fields: readonly { readonly field: string; readonly share: number }[] },
  { number }: Format,
): RowPlotShape {
  const head = (title: string) => ({ key: title, label: title, mark: undefined, cells: ['', ''], isOwn: true });
  const row = (label: string, count: string, share: number) => ({
    key: label,
    label,
    mark: { kind: 'bar', value: share, token: '--ink-blue' } as const,
    cells: [count, number.share(share)],
  });
  return {
    rows: [
      ...stacks.flatMap(({ title, parts, all }) => [
        head(title),
        ...parts.map(({ name, incidents }) => row(name, number.count(incidents), incidents / all)),
      ]),
      head(complete.title),
      ...complete.fields.map(({ field, share }) => row(field, '', share)),
    ],
    columns: [
      { head: '', side: 'right' },
      { head: '', side: 'right' },
    ],
    axis: false,
  };
}

interface StackProps {
  readonly title: string;
  readonly finding: string;
  readonly parts: readonly { readonly name: string; readonly incidents: number }[];
  readonly all: number;
}

/** Parts of all incidents as one bar, and what they are. */
function Stack({ title, finding, parts, all }: StackProps) {
  const { number } = useFormat();
  const shown = parts.filter(({ incidents }) => incidents > 0);
  const before = (index: number) => shown.slice(0, index).reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <>
      <div className={`${kit.spread} ${kit.note} ${kit.around} ${styles.head}`}>
        <h4>{title}</h4>
        <span>{finding}</span>
      </div>
      <svg width="100%" height="14" aria-hidden="true">
        {shown.map(({ name, incidents }, index) => (
          <rect
            key={name}
            className={`${inks.edge} ${styles.part}`}
            data-step={parts.findIndex((part) => part.name === name)}
            x={`${(before(index) / all) * 100}%`}
            width={`${(incidents / all) * 100}%`}
            height="14"
          />
        ))}
      </svg>
      <ul className={`${kit.wrap} ${kit.note} ${kit.top1} ${kit.keys} ${styles.legend}`}>
        {shown.map(({ name, incidents }) => (
          <li key={name} data-step={parts.findIndex((part) => part.name === name)}>
            {name} <b>{number.count(incidents)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FunnelProps {
  readonly page: PlaceData;
  readonly funnel: NonNullable<PlaceFigures['funnel']>;
  readonly title: string;
}

/** The place among all: rate against population, with what chance alone would leave around the average of all locations. */
export function Funnel({ page: { place, counted, query }, funnel: { reading, plot }, title }: FunnelProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (plot === undefined) return <p className={`${kit.detail} ${kit.bottom2}`}>{reading}</p>;
  return (
    <FunnelPlot
      name={`all-places-${place.address}`}
      title={title}
      reading={reading}
      places={plot.places.map(({ code, ...one }) => ({ ...one, key: code, name: terms.place(code) }))}
      average={plot.average}
      years={plot.years}
      countLabel={t(`places.row.${counted}.name`)}
      legend={t('places.funnel.legend')}
      query={placeQuery(readFilter(query))}
    />
  );
}
