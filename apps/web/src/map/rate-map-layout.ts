import { type GeoProjection, geoPath } from 'd3-geo';
import { type Area, areasOf, type AtlasFile, landAreas, linesOf } from './atlas.ts';
import { type Box, LandGrid } from './land-grid.ts';
import { arrangeFrames, type Frame, insetHead, ringsOnPaper, type Size } from './rate-map-frames.ts';
import { type Labelled, type LabelSize, type LabelText, placeLabels, type PlacedLabel } from './rate-map-labels.ts';

/** One map of a picture, as paths of an SVG. */
export interface DrawnFrame {
  readonly box: Box;
  readonly isInset: boolean;
  readonly isSameScale: boolean;
  /** Codes of the locations that it shows. */
  readonly locations: readonly string[];
  readonly land: string;
  readonly areas: readonly { readonly code: string; readonly path: string }[];
  readonly lines: { readonly regions: string; readonly outlines: string; readonly disputed: string; readonly others: string };
}

/** A picture of rates, in pixels. */
export interface RateMapLayout extends Size {
  readonly frames: readonly DrawnFrame[];
  readonly labels: readonly PlacedLabel[];
  readonly letters: LabelSize;
  readonly legend: Box;
}

/** Widths below this are those of a phone or of a column of a printed page. */
const narrow = 560;
/** Sizes of the legend, in pixels. */
const legendSizes = { large: { width: 300, height: 112 }, small: { width: 206, height: 100 } } as const;

/**
 * Lays out the map of some locations.
 * @param locations codes of those whose regions are drawn; at least one that the atlas has
 * @param textOf what is written at a location or, where there is only one, at a region; undefined for nothing
 */
export function rateMapLayout(
  atlas: AtlasFile,
  locations: readonly string[],
  textOf: (code: string) => LabelText | undefined,
  size: Size,
): RateMapLayout {
  const letters = size.width < narrow ? 'small' : 'large';
  const land = landAreas(atlas);
  const shown = locations.flatMap((code) => land.find(({ properties }) => properties.code === code) ?? []);
  const { frames, grid, legend } = arrangeFrames(shown, size, legendSizes[letters]);
  const drawn = frames.map((frame) => drawFrame(atlas, land, frame));
  const taken = [legend, ...frames.filter(({ isInset }) => isInset).map(({ box }) => box)];
  const [only, ...others] = frames.length === 1 ? shown : [];
  const labels =
    only !== undefined && others.length === 0
      ? regionLabels(areasOf(atlas, only.properties.code), frames, textOf, { size, taken })
      : frames.flatMap((frame) =>
          frame.isInset && frame.locations.length === 1
            ? insetTitle(frame, textOf)
            : placeLabels(labelledOf(frame, shown, textOf), {
                grid,
                size,
                letters,
                taken: taken.filter((box) => box !== frame.box),
                beside: !frame.isInset,
              }),
        );
  return { ...size, frames: drawn, labels, letters, legend };
}

function drawFrame(
  atlas: AtlasFile,
  land: readonly Area[],
  { locations, projection, box, isInset, isSameScale }: Frame,
): DrawnFrame {
  const codes = locations.map(({ properties }) => properties.code);
  const path = geoPath(clipped(projection, box)).digits(1);
  const lines = linesOf(atlas, codes);
  const pathOf = (shape: Parameters<typeof path>[0]) => path(shape) ?? '';
  return {
    box,
    isInset,
    isSameScale,
    locations: codes,
    land: pathOf({ type: 'FeatureCollection', features: land.filter(({ properties }) => !codes.includes(properties.code)) }),
    areas: codes.flatMap((code) => areasOf(atlas, code)).map((area) => ({ code: area.properties.code, path: pathOf(area) })),
    lines: {
      regions: pathOf(lines.regions),
      outlines: pathOf(lines.outlines),
      disputed: pathOf(lines.disputed),
      others: pathOf(lines.others),
    },
  };
}

/** Lines go on a little outside the frame, so that its edge is none of them. */
const beyond = 4;

function clipped(projection: GeoProjection, { left, top, width, height }: Box): GeoProjection {
  // The map of the United States is put together from three, and shows nothing else.
  if (!('clipExtent' in projection)) return projection;
  return projection.clipExtent([
    [left - beyond, top - beyond],
    [left + width + beyond, top + height + beyond],
  ]);
}

function labelledOf(frame: Frame, shown: readonly Area[], textOf: (code: string) => LabelText | undefined): Labelled[] {
  return frame.locations.flatMap((area) => {
    const text = textOf(area.properties.code);
    const [lon = 0, lat = 0] = area.properties.label ?? [];
    const at = frame.projection([lon, lat]);
    return text === undefined || at === null ? [] : { text, at, area: shown.indexOf(area) + 1 };
  });
}

/** The name and the figure of the one location of an inset, above its map. */
function insetTitle({ box, locations }: Frame, textOf: (code: string) => LabelText | undefined): PlacedLabel[] {
  const text = textOf(locations[0]?.properties.code ?? '');
  if (text === undefined) return [];
  const title = { ...box, height: insetHead };
  return [{ lines: [], figure: `${text.name} ${text.figure}`, box: title, leader: undefined }];
}

/** Names and figures of regions, where they have room in them; the largest first. */
function regionLabels(
  areas: readonly Area[],
  [frame]: readonly Frame[],
  textOf: (code: string) => LabelText | undefined,
  { size, taken }: { readonly size: Size; readonly taken: readonly Box[] },
): PlacedLabel[] {
  if (frame === undefined) return [];
  const grid = new LandGrid(size);
  const path = geoPath(frame.projection);
  areas.slice(0, 255).forEach((area, index) => grid.fill(ringsOnPaper(area, frame.projection), index + 1));
  const labelled = areas
    .map((area, index) => ({ area, number: index + 1, extent: path.area(area) }))
    .toSorted((one, other) => other.extent - one.extent)
    .flatMap(({ area, number }) => {
      const text = textOf(area.properties.code);
      const [x, y] = path.centroid(area);
      return text === undefined || Number.isNaN(x) ? [] : { text, at: [x, y] as const, area: number };
    });
  return placeLabels(labelled, { grid, size, letters: 'small', taken, beside: false });
}
