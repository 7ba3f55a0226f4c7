import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AreaLegend, FoldedAreaLegend } from '../area-legend.tsx';
import { hexagonLine, HexagonSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput, LegendScaleProps } from '../map-layer.ts';
import { arealFigures, focusedArea, textureLayers } from './areal.tsx';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { mapChoices } from '../../filter/explore-state.ts';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { areaOfLevel } from '../hexagon-area.ts';
import styles from '../legend.module.css';

const source = 'hexagons';

/** Incidents counted by cells of the H3 grid, which are of about the same area everywhere. */
export const hexagons: MapLayer<AreaFigure> = {
  pictures: ['hexagons'],
  sources: ({ data: { hexagons: known } }): Record<string, SourceSpecification> =>
    known ? { [source]: { type: 'geojson', data: known.shapes, tolerance: 0.1 } } : {},
  draw: (input) => (input.data.hexagons && input.picture === 'hexagons' ? hexagonLayers(input) : []),
  FoldedScale: FoldedAreaLegend,
  LegendScale: (props) => (
    <>
      <AreaLegend {...props} />
      <HexagonLegend {...props} />
    </>
  ),
  figures: arealFigures('hexagons', HexagonSummary, (figure, wording, nth) => hexagonLine(figure, wording, nth), 130),
};

function hexagonLayers(input: MapStyleInput): LayerSpecification[] {
  const { theme, opacity } = input;
  const areas = input.data.hexagons?.areas ?? [];
  const colours = theme.classes.flatMap((colour, index) => [index, colour]);
  return [
    {
      id: 'hexagons-shades',
      type: 'fill',
      source,
      paint: {
        'fill-color': ['match', ['get', 'class'], ...colours, theme.core] as unknown as ExpressionSpecification,
        'fill-opacity': opacity * 0.88,
      },
    },
    ...textureLayers('hexagons', source, input, (texture) => areas.filter((one) => one.class === texture).map(({ code }) => code)),
    {
      id: 'hexagons-lines',
      type: 'line',
      source,
      paint: { 'line-color': theme.card, 'line-width': 0.8, 'line-opacity': opacity },
    },
    focusedArea('hexagons', source, input),
  ];
}

/** How large the hexagons are, the choice of it, and why they are not finer. */
function HexagonLegend({ data: { hexagons: shown } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const { view, act } = useExplore();
  if (shown === undefined) return null;
  const size = (level: number) => t('picture.hexagons.size', { area: number.tick(areaOfLevel(level)) });
  const levels = mapChoices.hexagons.filter((choice) => choice === 'auto' || Number(choice) <= shown.finest);
  const isHeld = view.hexagons !== 'auto' && Number(view.hexagons) > shown.level;
  return (
    <div>
      <ChoiceMenu
        label={t('picture.hexagons.label')}
        value={view.hexagons}
        shown={size(shown.level)}
        options={levels.map((value) => ({ value, label: value === 'auto' ? t('picture.hexagons.auto') : size(Number(value)) }))}
        onChoose={(value) => act(setView({ hexagons: value }))}
      />
      {isHeld && <p className={styles.note}>{t('picture.hexagons.coarser')}</p>}
      {shown.finest < 8 && <p className={styles.note}>{t('picture.hexagons.finest', { size: size(shown.finest) })}</p>}
    </div>
  );
}
