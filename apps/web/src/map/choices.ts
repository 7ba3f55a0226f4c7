import { units } from '@monitor/contract';
import { type Choice, oneOfEach } from '../filter/choice.ts';
import { layerNames } from '../filter/pictures.ts';

/**
 * What the map shows of the incidents, by what its areas are shaded, and how fine its hexagons are: levels of H3, by the zoom of the
 * map where that is `auto`.
 */
export const mapChoices = {
  layer: layerNames,
  shade: units.toReversed(),
  hexagons: ['auto', '3', '4', '5', '6', '7', '8'],
  /** Among what hot spots are looked for. */
  spots: ['regions', 'hexagons'],
} as const;

/** Opacity of what the map shows of the incidents, in percent. */
export const opacities = { least: 20, most: 100, step: 10 } as const;

const opacity: Choice<number> = {
  usual: opacities.most,
  read(text) {
    const percent = /^\d{2,3}$/.test(text) ? Number(text) : 0;
    return percent >= opacities.least && percent <= opacities.most ? percent : undefined;
  },
  write: String,
};

/** Where the map looks: degrees and zoom (512-pixel tiles). */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

const cameraPattern = /^-?\d{1,3}(?:\.\d{1,15})?,-?\d{1,2}(?:\.\d{1,15})?,\d{1,2}(?:\.\d{1,15})?$/;
const greatestZoom = 22;

/** Where a person has moved the map. */
const camera: Choice<Camera | undefined> = {
  usual: undefined,
  read(text) {
    if (!cameraPattern.test(text)) return undefined;
    const [lon = 0, lat = 0, zoom = 0] = text.split(',').map(Number);
    const possible = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom <= greatestZoom;
    return possible ? rounded({ lon, lat, zoom }) : undefined;
  },
  write(at) {
    if (at === undefined) return undefined;
    const { lon, lat, zoom } = rounded(at);
    return `${lon},${lat},${zoom}`;
  },
};

/** Degrees to four decimals, about ten metres, and zoom to two: what a link needs to show the same view. */
function rounded({ lon, lat, zoom }: Camera): Camera {
  const round = (value: number, scale: number) => Math.round(value * scale) / scale + 0;
  return { lon: round(lon, 1e4), lat: round(lat, 1e4), zoom: round(zoom, 100) };
}

const choices = oneOfEach(mapChoices);

/** Older links may name points, which are circles of few or single incidents now. */
const layer: typeof choices.layer = { ...choices.layer, read: (text) => choices.layer.read(text === 'points' ? 'circles' : text) };

export const mapView = { ...choices, layer, opacity, at: camera };
