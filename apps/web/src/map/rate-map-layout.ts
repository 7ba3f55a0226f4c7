import type { MapRates } from '@monitor/contract';
import { wholeOf } from '@monitor/domain';
import { type GeoProjection, geoPath } from 'd3-geo';
import { type Area, areasOf, type AtlasFile, landAreas, linesOf } from './atlas.ts';
import { type Box, LandGrid } from './land-grid.ts';
import { arrangeFrames, type Frame, insetHead, insetPadding, margin, ringsOnPaper, type Size } from './rate-map-frames.ts';
import { type Labelled, type LabelSize, labelSizes, type LabelText, placeLabels, type PlacedLabel } from './rate-map-labels.ts';
import { textWidth } from '../pictures/text-lines.ts';

/** One map of a picture, as paths of an SVG. */
export interface DrawnFrame {
  readonly box: Box;
  readonly isInset: boolean;
  readonly scale: Frame['scale'];
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
  /** The names of land around, which has no rates. */
  readonly neighbours: readonly PlacedLabel[];
  readonly letters: LabelSize;
}

/** What is written on a map. */
export interface MapTexts {
  /** At a location or, where there is only one, at a region; undefined for nothing. */
  readonly textOf: (code: string) => LabelText | undefined;
  /** On other land. */
  readonly nameOf: (code: string) => string;
  /** Under the map of an inset, by its scale. */
  readonly moved: Readonly<Record<Frame['scale'], string>>;
}

/** Widths below this are those of a phone or of a column of a printed page. */
const narrow = 560;
/** So many regions are named on a narrow map even if a line has to lead to their name. */
const mostBeside = 3;

/** Whether a place must be named; the others are where there is room on them. Its values are in the table in any case. */
export function mustBeNamed({ locations, of, shows }: MapRates, width: number): (code: string) => boolean {
  const valueOf = (code: string) => {
    const rate = of[code];
    if (shows === 'counts') return rate?.events || undefined;
    return rate?.kind === 'rate' ? rate.rate : undefined;
  };
  const codes = Object.keys(of).filter(
    (code) => !locations.includes(code) && locations.includes(wholeOf('region', code)) && valueOf(code) !== undefined,
  );
  const rateOf = (code: string) => valueOf(code) ?? 0;
  const highest = codes.toSorted((one, other) => rateOf(other) - rateOf(one)).slice(0, width < narrow ? mostBeside : undefined);
  return (code) => [...locations, ...highest].includes(code);
}

/** Room around a location, so that the names of its small regions have room beside it: shares of the width. */
const rooms = [0, 0.06, 0.12, 0.18];
/** A pixel of that room is worth so many of lines to names. */
const ofRoom = 14;

/**
 * Lays out the map of some locations, each with those of its regions that have figures.
 * @param rates of at least one location that the atlas has
 */
export function rateMapLayout(
  atlas: AtlasFile,
  { locations, of }: Pick<MapRates, 'locations' | 'of'>,
  texts: MapTexts,
  size: Size,
): RateMapLayout {
  const withRegions = new Set(Object.keys(of).flatMap((code) => (wholeOf('region', code) === code ? [] : wholeOf('region', code))));
  const partsOf = (location: string) => areasOf(atlas, location, withRegions.has(location));
  const letters: LabelSize = size.width < narrow ? 'small' : 'large';
  const land = landAreas(atlas);
  const shown = locations.flatMap((code) => land.find(({ properties }) => properties.code === code) ?? []);
  const titles = ([area]: readonly Area[]) => insetTitle(area, texts.textOf);
  const wordsOf = (inset: readonly Area[]) =>
    2 * insetPadding +
    Math.max(
      textWidth(titles(inset)?.figure ?? '', labelSizes[letters].font, 700),
      ...Object.values(texts.moved).map((words) => textWidth(words, movedFont)),
    );
  const isOne = shown.length === 1;
  const parts = isOne ? partsOf(locations[0] ?? '') : [];
  const least = parts.filter(({ properties }) => texts.textOf(properties.code)?.isNeeded).length;
  const ways = (isOne ? rooms : [0]).flatMap((room) => arrangeFrames(shown, size, margin + room * size.width, wordsOf));
  const tried = ways.map(({ frames, grid, given }) => {
    const taken = frames.filter(({ isInset }) => isInset).map(({ box }) => box);
    const around = { size, letters, taken, of: isOne ? ('regions' as const) : ('locations' as const) };
    const labels = isOne
      ? regionLabels(parts, frames[0], texts.textOf, around)
      : frames.flatMap((frame) =>
          frame.isInset && frame.locations.length === 1
            ? placedTitle(frame, texts.textOf)
            : placeLabels(labelledOf(frame, shown, grid, texts.textOf), {
                ...around,
                grid,
                taken: frame.isInset ? outside(frame.box, size) : taken,
              }),
        );
    const missing = least - labels.filter(({ isNeeded }) => isNeeded).length;
    const cost = labels.reduce(
      (sum, label) => sum + label.cost,
      Math.max(0, missing) * Math.max(size.width, size.height) + given * ofRoom,
    );
    return { frames, taken, labels, cost };
  });
  const best = tried.reduce((one, other) => (other.cost < one.cost ? other : one));
  const { frames, taken, labels } = best;
  const seen = new Map(frames.map((frame) => [frame, landOn(frame, land)]));
  return {
    ...size,
    frames: frames.map((frame) => drawFrame(atlas, seen.get(frame) ?? [], frame, partsOf)),
    labels,
    neighbours: neighbourNames(seen.get(frames[0]!) ?? [], shown, frames[0], texts.nameOf, {
      size,
      letters: 'small',
      of: 'regions',
      taken: [...taken, ...labels.map(({ box }) => box)],
    }),
    letters,
  };
}

/** What lies around a box in a picture. */
function outside({ left, top, width, height }: Box, size: Size): Box[] {
  const [right, bottom] = [left + width, top + height];
  return [
    { left: 0, top: 0, width: size.width, height: top },
    { left: 0, top: bottom, width: size.width, height: size.height - bottom },
    { left: 0, top, width: left, height },
    { left: right, top, width: size.width - right, height },
  ];
}

/** The land that a map shows a part of: what lies on the other side of the globe is drawn nowhere, or all around. */
function landOn({ projection, box }: Frame, land: readonly Area[]): readonly Area[] {
  // The map of the United States is put together from three, between which others would lie anywhere.
  if (isPutTogether(projection)) return [];
  const path = geoPath(clipped(projection, box));
  return land.filter((area) => path.area(area) > 0);
}

/** Pixels of the letters of the words under an inset. */
const movedFont = 10.5;

function drawFrame(
  atlas: AtlasFile,
  land: readonly Area[],
  { locations, projection, box, isInset, scale }: Frame,
  partsOf: (location: string) => readonly Area[],
): DrawnFrame {
  const codes = locations.map(({ properties }) => properties.code);
  const path = geoPath(clipped(projection, box)).digits(1);
  const parts = codes.map((code) => ({ code, areas: partsOf(code) }));
  const lines = linesOf(
    atlas,
    codes,
    parts.flatMap(({ code, areas: [first] }) => (first?.properties.code === code ? [] : code)),
  );
  const pathOf = (shape: Parameters<typeof path>[0]) => path(shape) ?? '';
  return {
    box,
    isInset,
    scale,
    locations: codes,
    land: pathOf({ type: 'FeatureCollection', features: land.filter(({ properties }) => !codes.includes(properties.code)) }),
    areas: parts.flatMap(({ areas }) => areas).map((area) => ({ code: area.properties.code, path: pathOf(area) })),
    lines: {
      regions: pathOf(lines.regions),
      outlines: pathOf(lines.outlines),
      disputed: pathOf(lines.disputed),
      others: isPutTogether(projection) ? '' : pathOf(lines.others),
    },
  };
}

/** Lines go on a little outside the frame, so that its edge is none of them. */
const beyond = 4;

const isPutTogether = (projection: GeoProjection) => !('clipExtent' in projection);

function clipped(projection: GeoProjection, { left, top, width, height }: Box): GeoProjection {
  if (isPutTogether(projection)) return projection;
  return projection.clipExtent([
    [left - beyond, top - beyond],
    [left + width + beyond, top + height + beyond],
  ]);
}

function labelledOf(frame: Frame, shown: readonly Area[], grid: LandGrid, textOf: MapTexts['textOf']): Labelled[] {
  return frame.locations.flatMap((area) => {
    const { code, label } = area.properties;
    const text = textOf(code);
    const number = shown.indexOf(area) + 1;
    const at = label === undefined ? grid.middleOf(number) : frame.projection([label[0] ?? 0, label[1] ?? 0]);
    return text === undefined || !at ? [] : { text, at, area: number, code };
  });
}

/** The name and the figure of the one location of an inset, as it is written above its map. */
function insetTitle(area: Area | undefined, textOf: MapTexts['textOf']) {
  const text = area && textOf(area.properties.code);
  return text && { lines: [], figure: `${text.name} ${text.figure}`, isInline: true };
}

function placedTitle({ box, locations }: Frame, textOf: MapTexts['textOf']): PlacedLabel[] {
  const title = insetTitle(locations[0], textOf);
  return title === undefined
    ? []
    : [{ ...title, isNeeded: true, on: undefined, box: { ...box, height: insetHead }, leader: undefined, cost: 0 }];
}

interface Around {
  readonly size: Size;
  readonly letters: LabelSize;
  readonly of: 'regions' | 'locations';
  readonly taken: readonly Box[];
}

/** Names and figures of regions; those with a rate first, and of these the largest. */
function regionLabels(areas: readonly Area[], frame: Frame | undefined, textOf: MapTexts['textOf'], around: Around): PlacedLabel[] {
  if (frame === undefined) return [];
  const grid = new LandGrid(around.size);
  const path = geoPath(frame.projection);
  areas.slice(0, 255).forEach((area, index) => grid.fill(ringsOnPaper(area, frame.projection), index + 1));
  const labelled = areas
    .map((area, index) => ({ area, number: index + 1, extent: path.area(area), text: textOf(area.properties.code) }))
    .toSorted(
      (one, other) => Number(other.text?.isNeeded ?? false) - Number(one.text?.isNeeded ?? false) || other.extent - one.extent,
    )
    .flatMap(({ area, number, text }) => {
      const [x, y] = path.centroid(area);
      return text === undefined || Number.isNaN(x) ? [] : { text, at: [x, y] as const, area: number, code: area.properties.code };
    });
  return placeLabels(labelled, { ...around, grid, letters: 'small' });
}

/** The names of the other land that the main map shows, where they have room. */
function neighbourNames(
  land: readonly Area[],
  shown: readonly Area[],
  frame: Frame | undefined,
  nameOf: MapTexts['nameOf'],
  around: Around,
): PlacedLabel[] {
  if (frame === undefined || frame.isInset) return [];
  const grid = new LandGrid(around.size);
  const others = land.filter((area) => !shown.includes(area)).slice(0, 255);
  others.forEach((area, index) => grid.fill(ringsOnPaper(area, frame.projection), index + 1));
  const labelled = others.flatMap(({ properties: { code, name: english = code } }, index) => {
    const at = grid.middleOf(index + 1);
    const name = nameOf(code) === code ? english : nameOf(code);
    // Land without a name here is not named by its code.
    return at === undefined || name === code ? [] : { text: { name, figure: '', isNeeded: false }, at, area: index + 1, code };
  });
  return placeLabels(labelled, { ...around, grid });
}
