import type { Box, Measure, TileMarks } from '@monitor/domain';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { ComponentType, ReactNode } from 'react';
import type { LayerName } from '../filter/pictures.ts';
import type { CallOut } from './call-outs.ts';
import type { FilterAreas } from './drawn-shape.ts';
import type { DifferenceMap } from './difference-map.ts';
import type { FigureScale } from './figure-size.ts';
import type { Figure, FigureFacts, FigureWording, Nth, TileFeature } from './figure.ts';
import type { HexagonShading } from './hexagons.ts';
import type { SpotMap } from './hot-spot-map.ts';
import type { MapTheme } from './map-theme.ts';
import type { OperatorBasemap } from './operator-basemap.ts';
import type { Shading } from './shading.ts';
import type { Sheets } from './sheets.ts';

/** What a picture shows beside tiles, once it is known. */
export interface PictureData {
  readonly shading?: Shading | undefined;
  readonly hexagons?: HexagonShading | undefined;
  readonly spots?: SpotMap | undefined;
  readonly difference?: DifferenceMap | undefined;
}

/** Everything that the picture depends on, apart from the camera. */
export interface MapStyleInput {
  /** What the operator has set under our own lines; undefined for our land and sea. */
  readonly basemap?: OperatorBasemap | undefined;
  readonly theme: MapTheme;
  /** Codes of locations with incidents outside the region, whose own maps are drawn on the base map. */
  readonly elsewhere: readonly string[];
  /** Language of the names, as the interface has it. */
  readonly language: string;
  readonly sheets: Sheets;
  /** What of the incidents is shown. */
  readonly picture: LayerName;
  /** Opacity of it, from 0 to 1. */
  readonly opacity: number;
  readonly data: PictureData;
  /** Code of the area whose popup is open. */
  readonly focusArea: string | undefined;
  /** The areas that the filter selects, in degrees. */
  readonly areas: FilterAreas;
  /** What the ring of the incident whose record is open is around: degrees, and a radius in CSS pixels; undefined if it is nowhere. */
  readonly selectedIncident: { readonly lon: number; readonly lat: number; readonly radius: number } | undefined;
  /** Names that are beside their locations. Degrees. */
  readonly callOuts: readonly CallOut[];
  /** The figure that the pointer is on or whose popup is open: degrees, and its radius in CSS pixels. */
  readonly focus: { readonly lon: number; readonly lat: number; readonly radius: number } | undefined;
  /** False if the person prefers reduced motion: colours and figures then change at once. */
  readonly motion: boolean;
}

/**
 * One thing that a person sees on the map, with all that belongs to it: what it is drawn from and how, its sign in the legend, and
 * what pressing it does. map-style.ts has them all, in the order of the drawing; their words are in locales/en.json.
 */
export interface MapLayer<Pressed extends Figure = Figure> {
  /** The pictures of the incidents that it belongs to; every one if left out. */
  readonly pictures?: readonly LayerName[];
  /** What it is drawn from, by the names that its style layers use. Layers that share a source give it alike. */
  sources?(input: MapStyleInput): Record<string, SourceSpecification>;
  /** Its style layers, from the bottom to the top. */
  draw(input: MapStyleInput): LayerSpecification[];
  /** Its line among the legend's signs, a list item; nothing if no figure in view has it. */
  readonly LegendSign?: ComponentType<LegendSignProps>;
  /** What its sizes mean, under the signs. */
  readonly LegendScale?: ComponentType<LegendScaleProps>;
  /** The same in one short line, which a folded legend shows. Colours without it would say nothing. */
  readonly FoldedScale?: ComponentType<LegendScaleProps>;
  /** Left out where it cannot be pressed. */
  readonly figures?: FigureLayer<Pressed>;
}

/** What the sizes and colours of a picture depend on. */
export interface LegendScaleProps {
  readonly scale: FigureScale;
  readonly measure: Measure;
  readonly data: PictureData;
}

/** What decides whether a sign is in the legend. */
export interface LegendSignProps {
  readonly figures: readonly Figure[];
  readonly measure: Measure;
  /** Whether the map has a ring for the incident of an open record. */
  readonly selected: boolean;
}

/** A layer whose features can be pressed. The `id` is the name of the style layer to press. */
export interface FigureLayer<Pressed extends Figure = Figure> {
  readonly id: string;
  /** Of the incident tiles: what they show incidents as. */
  readonly marks?: TileMarks;
  /** The layer of those tiles that it draws. */
  readonly sourceLayer?: string;
  /** Its features are areas and known by `code`: what the figures are is known without reading them. */
  readonly areal?: true;
  /** Reads a feature of its style layer; undefined if it is not as expected. */
  read(feature: TileFeature): Pressed | undefined;
  /** Radius of a figure on screen in CSS pixels. */
  radius(figure: Pressed, scale: FigureScale): number;
  /**
   * What a click of the mouse does; a tap opens the popup instead, since a finger cannot hover. Returns false if there is nothing
   * to do, and the popup opens after all.
   */
  press(figure: Pressed, actions: FigureActions): boolean;
  /** The figure in one line of text, for keyboard and screen reader. */
  line(figure: Pressed, wording: FigureWording, nth: Nth): string;
  readonly popup: {
    /** Key of its name in the texts. */
    readonly title: 'cell.title' | 'incident.title' | 'area.title';
    content(figure: Pressed, actions: FigureActions): ReactNode;
    /** About as high as it will be, since it is placed before it is drawn. CSS pixels. */
    height(figure: Pressed): number;
  };
}

/** What can be done with a figure, and said of it. */
export interface FigureActions extends FigureFacts {
  readonly zoomTo: (bounds: Box) => void;
  readonly openIncident: (id: string) => void;
  /** Lists the incidents of a location within these bounds. */
  readonly listArea: (country: string, bounds: Box) => void;
  /** Adds the location or region to the filter, or takes it away. */
  readonly chooseArea: (code: string) => void;
  /** Address of the page of a location or region, with the same filter. */
  readonly addressOfArea: (code: string) => string;
}
