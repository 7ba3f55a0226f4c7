import { tileLayers } from '@monitor/contract';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type CellFigure, type Figure, isCell } from '../figure.ts';
import styles from '../legend.module.css';
import kit from '../../styles/kit.module.css';
import type { LegendSignProps, MapLayer, MapStyleInput } from '../map-layer.ts';
import { circleFade, sheetLayer, sheetSource, sheetsOf, sheetSources } from '../sheets.ts';
import { cellFigures } from './cells.tsx';
import { type IncidentFigure, incidentFigures, KilledSign, someoneKilled, typeColour } from './incidents.tsx';

const singles = 'points';
const groups = 'point-groups';

/** Radius of a point in CSS pixels: of nobody harmed, what the root of people harmed adds, and of the most. */
const radius = { nobody: 2.2, perRoot: 1.35, most: 12 } as const;

/** Radius of a point at which so many people were killed or injured. CSS pixels. */
export function pointRadius(harmed: number): number {
  return Math.min(radius.most, radius.nobody + radius.perRoot * Math.sqrt(harmed));
}

const harmed: ExpressionSpecification = ['+', ['get', 'killed'], ['get', 'injured']];
const radiusExpression: ExpressionSpecification = [
  'min',
  radius.most,
  ['+', radius.nobody, ['*', radius.perRoot, ['sqrt', harmed]]],
];

/** The type that a cell has most of: `types` begins with it. */
const mostFrequent: ExpressionSpecification = ['slice', ['get', 'types'], 0, ['index-of', ':', ['get', 'types']]];

/** Ring around a point of several incidents. CSS pixels. */
const ring = 1;

/** Every incident at its point, as large as people were harmed. What is within a few pixels is one point, which opens all of them. */
export const points: MapLayer<IncidentFigure> = {
  pictures: ['points'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: (input) => pointLayers(input, singles),
  LegendSign: PointSigns,
  figures: incidentFigures({ id: singles, marks: 'points', radius: ({ killed, injured }) => pointRadius(killed + injured) }),
};

export const pointGroups: MapLayer<CellFigure> = {
  pictures: ['points'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: (input) => pointLayers(input, groups),
  LegendScale: PointSizes,
  figures: cellFigures({ id: groups, marks: 'points', radius: ({ killed, injured }) => pointRadius(killed + injured) + ring }),
};

function pointLayers(input: MapStyleInput, layer: typeof singles | typeof groups): LayerSpecification[] {
  const { theme, sheets } = input;
  const [sourceLayer, type, edge]: [string, ExpressionSpecification, ExpressionSpecification | string] =
    layer === singles
      ? [tileLayers.incidents, ['get', 'type'], ['case', someoneKilled, theme.red, theme.card]]
      : [tileLayers.cells, mostFrequent, theme.ink];
  const edgeWidth: ExpressionSpecification | number = layer === singles ? ['case', someoneKilled, 1.5, 0.75] : ring;
  return sheetsOf(sheets, 'points').map((sheet) => ({
    id: sheetLayer(layer, sheet),
    type: 'circle',
    source: sheetSource(sheet),
    'source-layer': sourceLayer,
    // The larger ones lie below, so that none is hidden.
    layout: { 'circle-sort-key': ['-', harmed] },
    paint: {
      ...circleFade(sheet, input),
      'circle-radius': radiusExpression,
      'circle-color': typeColour(type, theme),
      'circle-stroke-color': edge,
      // Seen from afar, edges would be all that is seen.
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 5.5, ['*', 0.4, edgeWidth], 8, edgeWidth],
    },
  }));
}

/** The rings of points. */
function PointSigns(props: LegendSignProps) {
  const { t } = useTranslation('map');
  return (
    <>
      {props.figures.some((figure: Figure) => isCell(figure)) && (
        <li>
          <span className={`${kit.still} ${styles.several}`} aria-hidden />
          {t('picture.points.several')}
        </li>
      )}
      <KilledSign {...props} />
    </>
  );
}

/** Numbers of people whose points the legend shows. */
const samples = [0, 1, 5, 20];

function PointSizes() {
  const { t } = useTranslation('map');
  return (
    <div>
      <p className={styles.scale}>{t('picture.points.size')}</p>
      <ul className={`${kit.rowWide} ${kit.quiet} ${kit.keys} ${styles.samples}`} aria-label={t('picture.points.size')}>
        {samples.map((people) => {
          const size = pointRadius(people);
          return (
            <li key={people}>
              <svg width={size * 2 + 2} height={size * 2 + 2} aria-hidden>
                <circle cx={size + 1} cy={size + 1} r={size} />
              </svg>
              {people}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
