import type { PlaceDetails } from '@monitor/contract';
import { RowPlotCard } from '../../charts/row-plot.tsx';
import { countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { exploreAddress, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

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
  const terms = useTerms();
  const { reading, withoutPoint, incidents: all, precision, sources, fields } = quality;
  const part = (name: string, incidents: number) => ({ name, incidents, share: incidents / all });
  const lists: readonly {
    readonly title: string;
    readonly finding: string;
    readonly parts: readonly { readonly name: string; readonly incidents?: number; readonly share: number }[];
  }[] = [
    {
      title: t('places.quality.precision'),
      finding: precision.finding,
      parts: precision.parts.map(({ precision: code, incidents }) => part(terms.label('place_precision', code), incidents)),
    },
    ...(sources === undefined
      ? []
      : [
          {
            title: t('places.quality.sources'),
            finding: sources.finding,
            parts: sources.parts.map(({ source, incidents }) => part(t(`places.quality.source.${source}`), incidents)),
          },
        ]),
    {
      title: t('places.quality.completeness'),
      finding: t('places.quality.share'),
      parts: fields.map(({ field, share }) => ({ name: t(`places.quality.field.${field}`), share })),
    },
  ];
  const shareCell = (share: number) => ({ text: format.number.share(share), value: share });
  return (
    <RowPlotCard
      title={t('places.quality.title')}
      reading={reading}
      words={
        <>
          {reading}{' '}
          {withoutPoint === undefined ? null : (
            <IncidentsLink query={exploreAddress(withoutPoint.query)}>{withoutPoint.text}</IncidentsLink>
          )}
        </>
      }
      filter={readFilter(query)}
      legend={t('places.quality.legend')}
      shape={{
        rows: lists.flatMap(({ title, finding, parts }) => [
          { key: title, label: `${title}: ${finding}`, mark: undefined, cells: [], isHead: true },
          ...parts.map(({ name, incidents, share }) => ({
            key: `${title} ${name}`,
            label: name,
            mark: { kind: 'bar', value: share, token: '--ink-blue' } as const,
            cells: [incidents === undefined ? '' : format.number.count(incidents), format.number.share(share)],
          })),
        ]),
        columns: [
          { head: '', side: 'right' },
          { head: '', side: 'right' },
        ],
        axis: false,
      }}
      table={{
        name: `quality-${address}`,
        columns: [
          textColumn(t('places.quality.column.list')),
          textColumn(t('places.quality.column.value')),
          numberColumn(t('measure.incidents.name')),
          numberColumn(t('places.types.share')),
        ],
        rows: lists.flatMap(({ title, parts }) =>
          parts.map(({ name, incidents, share }) => [
            textCell(title),
            textCell(name),
            incidents === undefined ? { text: '', value: null } : countCell(incidents, format),
            shareCell(share),
          ]),
        ),
      }}
    />
  );
}
