import type { FeatureCollection } from 'geojson';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type CellFigure, type Figure, isCell } from '../figure.ts';
import { type FigureScale, radiusOf } from '../figure-size.ts';
import styles from '../legend.module.css';
import type { LegendSignProps, MapLayer, MapStyleInput } from '../map-layer.ts';
import type { OpenRecord } from '../use-camera.ts';
import { areaOf } from './cells.tsx';

const source = 'selected-incident';

/** Radius of what the ring is around where that is one place and no circle. CSS pixels. */
const aloneRadius = 7;

/** A ring around the place of the incident whose record is open, or around the circle that it is in. */
export const selectedIncident: MapLayer = {
  sources: (input) => ({ [source]: { type: 'geojson', data: placeOf(input) } }),
  draw: ({ theme }) => [
    {
      // The ring can be told from a circle of its own colour.
      id: 'selected-incident-edge',
      type: 'circle',
      source,
      paint: {
        'circle-radius': ['+', ['get', 'radius'], 2],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.card,
        'circle-stroke-width': 4.5,
      },
    },
    {
      id: 'selected-incident',
      type: 'circle',
      source,
      paint: {
        'circle-radius': ['+', ['get', 'radius'], 3],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 2,
      },
    },
  ],
  LegendSign: SelectedSign,
};

/** The circle that has the incident of an open record among its incidents: the areas of a location's circles do not overlap. */
export function circleOf(figures: readonly Figure[], record: OpenRecord | undefined): CellFigure | undefined {
  if (!record?.point || !record.selected) return undefined;
  const { lon, lat } = record.point;
  return figures.filter(isCell).find((cell) => {
    const [west, south, east, north] = areaOf(cell);
    return cell.country === record.country && lon >= west && lon <= east && lat >= south && lat <= north;
  });
}

/** What the ring is around. */
export function ringOf(
  record: OpenRecord | undefined,
  circle: CellFigure | undefined,
  scale: FigureScale,
): MapStyleInput['selectedIncident'] {
  if (circle) return { lon: circle.lon, lat: circle.lat, radius: radiusOf(circle.amount, scale) };
  return record?.point && { ...record.point, radius: aloneRadius };
}

function placeOf({ selectedIncident: ring }: MapStyleInput): FeatureCollection {
  if (!ring) return { type: 'FeatureCollection', features: [] };
  const { lon, lat, radius } = ring;
  const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { radius }, geometry }] };
}

function SelectedSign({ selected }: LegendSignProps) {
  const { t } = useTranslation('map');
  if (!selected) return null;
  return (
    <li>
      <span className={styles.selected} aria-hidden />
      {t('legend.selected')}
    </li>
  );
}
