import { hotSpotsText, spotChances } from '@monitor/findings';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { useTranslation } from '../../i18n/use-translation.ts';
import { baseLayer } from '../base-layer.ts';
import type { AreaFigure } from '../figure.ts';
import { hotSpotLine, HotSpotSummary } from '../hot-spot-summary.tsx';
import type { SpotClass, SpotMap } from '../hot-spot-map.ts';
import type { MapLayer, MapStyleInput, LegendScaleProps } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { among, arealFigures, colourByCode, focusedArea } from './areal.tsx';
import { outlines } from './outlines.ts';
import { Explained } from '../../controls/explanation.tsx';
import { mapChoices } from '../../filter/explore-state.ts';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import buttons from '../../controls/button.module.css';
import styles from '../legend.module.css';
import kit from '../../styles/kit.module.css';
import { ShadeChoice } from '../shade-choice.tsx';

/** Polygons with `code`. */
const sources = { regions: 'regions', hexagons: 'spot-hexagons' } as const;

/** Regions or hexagons that together with their neighbours have more, or fewer, than chance would give. */
export const hotSpotLayer: MapLayer<AreaFigure> = {
  pictures: ['hot_spots'],
  sources: ({ data: { spots }, elsewhere }) => (spots === undefined ? {} : { [sources[spots.units]]: sourceOf(spots, elsewhere) }),
  draw: (input) => (input.picture === 'hot_spots' && input.data.spots ? spotLayers(input, input.data.spots) : []),
  LegendScale: HotSpotLegend,
  figures: arealFigures('hot_spots', HotSpotSummary, hotSpotLine, 225),
};

function sourceOf({ units, shapes }: SpotMap, elsewhere: readonly string[]): SourceSpecification {
  if (units === 'regions' || shapes === undefined) return outlines(baseLayer('regions', elsewhere));
  return { type: 'geojson', data: shapes, tolerance: 0.1 };
}

/** The colours of spots. */
export function spotColour(spot: SpotClass, { classes, below, core }: MapTheme): string {
  const [kind, step] = spot.split('-');
  if (kind === 'none') return core;
  return (kind === 'hot' ? classes.slice(3) : below.slice(1))[Number(step)] ?? core;
}

function spotLayers(input: MapStyleInput, { areas, units }: SpotMap): LayerSpecification[] {
  const { theme, opacity } = input;
  const source = sources[units];
  const found = areas.filter(({ spot }) => spot !== 'none');
  const all = among(areas.map((area) => area.code));
  return [
    {
      id: 'hot_spots-shades',
      type: 'fill',
      source,
      filter: all,
      paint: {
        'fill-color': colourByCode(
          found.map((area) => [area.code, spotColour(area.spot, theme)]),
          theme.core,
        ),
        // Where nothing was found the map stays as it is.
        'fill-opacity': found.length === 0 ? 0 : ['case', among(found.map((area) => area.code)), opacity, 0],
      },
    },
    {
      id: 'hot_spots-lines',
      type: 'line',
      source,
      filter: all,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.7 },
    },
    focusedArea('hot_spots', source, input),
  ];
}

/** What was found, in words; what the colours mean; among what it was searched for. */
function HotSpotLegend({ measure, data: { spots } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { view, act } = useExplore();
  const voice = useVoice();
  if (spots === undefined) return null;
  return (
    <div className={kit.stackTight}>
      <fieldset className={buttons.segments} aria-label={t('picture.hot_spots.units')}>
        {mapChoices.spots.map((units) => (
          <button key={units} type="button" aria-pressed={view.spots === units} onClick={() => act(setView({ spots: units }))}>
            {t(`picture.${units}.name`)}
          </button>
        ))}
      </fieldset>
      {spots.units === 'regions' && <ShadeChoice />}
      <output className={`${kit.strong} ${styles.finding}`}>{hotSpotsText(spots, voice)}</output>
      {spots.found.kind === 'found' && (
        <ul className={kit.keys} aria-label={t('area.classes')}>
          <li>
            {spotChances.map((chance) => (
              <span key={chance} className={`${kit.tiny} ${styles.level}`}>
                {voice.number.share(chance)}
              </span>
            ))}
            {t('picture.hot_spots.byChance')}
          </li>
          {(['hot', 'cold'] as const).map((kind) => (
            <li key={kind}>
              {spotChances.map((chance, step) => (
                <span
                  key={chance}
                  className={styles.spot}
                  data-class={kind === 'hot' ? step + 3 : undefined}
                  data-below={kind === 'cold' ? step + 1 : undefined}
                  aria-hidden
                />
              ))}
              {t(`picture.hot_spots.${kind}`)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>
        <Explained
          text={t('picture.hot_spots.test')}
          explanation={`${t(`picture.hot_spots.method.${spots.by}`, { measure: common(`measure.${measure}.name`) })} ${t('picture.hot_spots.corrected')}`}
          label={t('picture.hot_spots.explain')}
          method="hot-spots"
        />
      </p>
      {spots.by === 'count' && <p className={styles.note}>{t('picture.hot_spots.people')}</p>}
      {spots.leftOut > 0 && <p className={styles.note}>{voice.t('areas.hotSpots.leftOut', { count: spots.leftOut })}</p>}
    </div>
  );
}
