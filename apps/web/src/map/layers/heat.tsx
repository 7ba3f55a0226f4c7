import { tileLayers } from '@monitor/contract';
import type { LayerSpecification } from 'maplibre-gl';
import { useTranslation } from '../../i18n/use-translation.ts';
import { amountExpression } from '../donut-pictures.ts';
import type { CellFigure } from '../figure.ts';
import styles from '../legend.module.css';
import type { LegendScaleProps, MapLayer, MapStyleInput } from '../map-layer.ts';
import { circleFade, fadeOf, sheetLayer, sheetSource, sheetsOf, sheetSources } from '../sheets.ts';
import { cellFigures } from './cells.tsx';
import kit from '../../styles/kit.module.css';

const heatLayer = 'heat';
const spots = 'heat-spots';

/** From this zoom on the places themselves can be seen, too. */
const spotsFromZoom = 8;
const spotRadius = 5;

/**
 * Where incidents lie close together, from few to many. A place where the measure counts as much as in the largest of the view has the
 * full weight; colours compare within a view only, and the legend says so.
 */
export const heat: MapLayer = {
  pictures: ['heat'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: (input) =>
    sheetsOf(input.sheets, 'density').map((sheet) => {
      const fade = fadeOf(sheet, input);
      return {
        id: sheetLayer(heatLayer, sheet),
        type: 'heatmap',
        source: sheetSource(sheet),
        'source-layer': tileLayers.cells,
        paint: {
          'heatmap-weight': ['min', 1, ['/', amountExpression, Math.max(1, sheet.scale.largestCount / 3)]],
          'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 3, 14, 9, 30],
          'heatmap-intensity': 1,
          'heatmap-color': [
            'interpolate',
            ['linear'],
            ['heatmap-density'],
            0,
            // Its own colour without any opacity: from another there would be a halo.
            `${input.theme.classes[1]}00`,
            ...input.theme.classes.slice(1).flatMap((colour, step) => [0.06 + step * 0.26, colour]),
          ],
          'heatmap-opacity': fade.opacity * 0.9,
          'heatmap-opacity-transition': fade.transition,
        },
      };
    }),
  LegendScale: HeatScale,
};

/** What lies where: seen from near, felt by the pointer from afar. */
export const heatSpots: MapLayer<CellFigure> = {
  pictures: ['heat'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: spotLayers,
  figures: cellFigures({ id: spots, marks: 'density', radius: () => spotRadius }),
};

function spotLayers(input: MapStyleInput): LayerSpecification[] {
  const { theme, sheets } = input;
  return sheetsOf(sheets, 'density').map((sheet) => {
    const { 'circle-opacity': _, ...fade } = circleFade(sheet, input);
    const seen = sheet === sheets.shown ? input.opacity : 0;
    return {
      id: sheetLayer(spots, sheet),
      type: 'circle',
      source: sheetSource(sheet),
      'source-layer': tileLayers.cells,
      paint: {
        ...fade,
        'circle-radius': spotRadius - 1,
        'circle-color': theme.ink,
        'circle-opacity': ['step', ['zoom'], 0, spotsFromZoom, seen * 0.75],
        'circle-stroke-color': theme.card,
        'circle-stroke-opacity': ['step', ['zoom'], 0, spotsFromZoom, seen],
        'circle-stroke-width': 1,
      },
    };
  });
}

function HeatScale({ measure }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  return (
    <div>
      <p className={styles.scale}>{t('picture.heat.scale', { measure: common(`measure.${measure}.name`) })}</p>
      <span className={`${kit.block} ${styles.heat}`} aria-hidden />
      <p className={`${kit.quiet} ${kit.flex} ${styles.ends}`}>
        <span>{t('picture.heat.few')}</span>
        <span>{t('picture.heat.many')}</span>
      </p>
      <p className={styles.note}>{t('picture.heat.note')}</p>
    </div>
  );
}
