import { type DifferenceClass, differenceBounds, pairedReading, pairedReadingText } from '@monitor/findings';
import type { LayerSpecification } from 'maplibre-gl';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DifferenceMap } from '../difference-map.ts';
import { differenceLine, DifferenceSummary } from '../difference-summary.tsx';
import { baseLayer } from '../base-layer.ts';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput, LegendScaleProps } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { among, arealFigures, colourByCode, focusedArea, textureLayers } from './areal.tsx';
import { outlines } from './outlines.ts';
import { areaLayers } from './shaded-areas.tsx';
import { useVoice } from '../../i18n/terms.ts';
import { AreaLegend, TextureLegend } from '../area-legend.tsx';
import styles from '../legend.module.css';
import kit from '../../styles/kit.module.css';
import { textureNames } from '../textures.ts';

const picture = 'difference';
/** Polygons with `code`. */
const source = 'regions';

/** Two selections that are compared: their regions by the difference, or side by side where they have none in common. */
export const difference: MapLayer<AreaFigure> = {
  pictures: [picture],
  sources: ({ elsewhere }) => ({ [source]: outlines(baseLayer('regions', elsewhere)) }),
  draw: (input) => {
    if (input.picture !== picture) return [];
    const { difference: found, shading } = input.data;
    if (found !== undefined) return differenceLayers(input, found);
    return shading === undefined ? [] : [...areaLayers(picture, source, input), outlineOfOther(shading.other ?? [], input)];
  },
  LegendScale: DifferenceLegend,
  figures: arealFigures(picture, DifferenceSummary, differenceLine, 190),
};

/** The colour of a difference: what is more or less than expected has these colours among hot spots, too. */
export function differenceColour(kind: DifferenceClass, { classes, below, core }: MapTheme): string {
  const [side, step] = kind.split('-');
  if (step === undefined) return core;
  return (side === 'more' ? classes.slice(2) : below)[Number(step)] ?? core;
}

function differenceLayers(input: MapStyleInput, { areas }: DifferenceMap): LayerSpecification[] {
  const { theme, opacity } = input;
  const all = among(areas.map((area) => area.code));
  return [
    {
      id: `${picture}-shades`,
      type: 'fill',
      source,
      filter: all,
      paint: {
        'fill-color': colourByCode(
          areas.map((area) => [area.code, differenceColour(area.difference, theme)]),
          theme.core,
        ),
        'fill-opacity': opacity,
      },
    },
    ...textureLayers(picture, source, input, (texture) =>
      areas.filter((area) => area.difference === texture).map((area) => area.code),
    ),
    {
      id: `${picture}-lines`,
      type: 'line',
      source,
      filter: all,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.8 },
    },
    focusedArea(picture, source, input),
  ];
}

/** The regions of B have its dashes. */
function outlineOfOther(codes: readonly string[], { theme }: MapStyleInput): LayerSpecification {
  return {
    id: `${picture}-other`,
    type: 'line',
    source,
    filter: among(codes),
    paint: { 'line-color': theme.ink2, 'line-width': 1.2, 'line-dasharray': [3, 2] },
  };
}

/** Which regions differ, in words; what the colours mean; and what has none. */
function DifferenceLegend(props: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const voice = useVoice();
  const { difference: found, shading } = props.data;
  if (found === undefined) {
    return shading === undefined ? null : (
      <>
        <AreaLegend {...props} />
        <p className={styles.note}>{t('picture.difference.sideBySide')}</p>
      </>
    );
  }
  const [first, second] = differenceBounds.map((bound) => voice.number.tick(bound));
  const ranges = [`1–${first}×`, `${first}–${second}×`, `${second}×+`];
  const textures = textureNames.filter((name) => found.areas.some((area) => area.difference === name));
  return (
    <div className={kit.stackTight}>
      <output className={`${kit.strong} ${styles.finding}`}>
        {pairedReadingText(pairedReading(found.areas.map(({ pair }) => pair)), voice.place, voice)}
      </output>
      <p className={styles.scale}>{t('picture.difference.unit', { measure: common(`measure.${props.measure}.name`) })}</p>
      {(['more', 'fewer'] as const).map((kind) => (
        <ul key={kind} className={`${kit.keys} ${styles.differences}`} aria-label={t(`picture.difference.${kind}`)}>
          <li>{t(`picture.difference.${kind}`)}</li>
          {ranges.map((range, step) => (
            <li key={range}>
              <span
                className={styles.spot}
                data-class={kind === 'more' ? step + 2 : undefined}
                data-below={kind === 'more' ? undefined : step}
                aria-hidden
              />
              {range}
            </li>
          ))}
        </ul>
      ))}
      <TextureLegend textures={textures} textOf={(name) => t(`picture.difference.texture.${name}`)} />
      <p className={styles.note}>{t('picture.difference.method')}</p>
    </div>
  );
}
