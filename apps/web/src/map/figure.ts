import type { Box, PlacedFigures, PlacedName, Reported } from '@monitor/domain';
import type { Geometry } from 'geojson';
import type { TFunction } from 'i18next';
import { type Format, useFormat } from '../format/use-format.ts';
import { type Terms, useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Share } from './donut.ts';
import type { ShadedArea } from './shading.ts';

/** Something drawn on the map that can be pressed: one incident, or several as one circle. */
export interface Figure {
  /** Name of the layer that it is drawn by. */
  readonly layer: string;
  /** Tells figures apart. */
  readonly key: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  /** Number of incidents in it. */
  readonly count: number;
  /** What the chosen measure counts of them: the incidents themselves, people killed, weapons … */
  readonly amount: number;
  /** Of that, how much is of each type of incident: what its ring shows. A single incident has its type. */
  readonly shares: readonly Share[];
  /** People. */
  readonly killed: number;
  readonly injured: number;
  /** How many of the incidents do not give each of these numbers. */
  readonly notReported: PlacedFigures['notReported'];
}

/** A number of a figure with its incidents. */
export function reportedIn(figure: Pick<Figure, 'count' | 'notReported' | PlacedName>, name: PlacedName): Reported {
  return { count: figure[name], incidents: figure.count, notReported: figure.notReported[name] };
}

/** Several incidents of one location drawn as one donut. */
export interface CellFigure extends Figure {
  /** Code of the location. */
  readonly country: string;
  readonly bounds: Box;
}

/** What of a tile's feature is needed to read a figure. */
export interface TileFeature {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Where a feature lies that is a point; undefined if it is none. Degrees. */
export function pointOf(geometry: Geometry): { readonly lon: number; readonly lat: number } | undefined {
  if (geometry.type !== 'Point') return undefined;
  const [lon = 0, lat = 0] = geometry.coordinates;
  return { lon, lat };
}

/** An area that is shaded: a location, a region or a hexagon. `lon` and `lat` are where its popup is. */
export interface AreaFigure extends Figure {
  readonly area: ShadedArea;
}

export function isCell(figure: Figure): figure is CellFigure {
  return 'bounds' in figure;
}

/** Locations and regions have names, hexagons none. */
export function isNamed({ key }: Figure): boolean {
  return /^[A-Z]{2}(?:-|$)/.test(key);
}

export function isArea(figure: Figure): figure is AreaFigure {
  return 'area' in figure;
}

/** What can be said of a figure only where the measure and the settlements are known. */
export interface FigureFacts {
  /** What the chosen measure counts of a figure, in words; undefined if that is the incidents. */
  readonly amountOf: (figure: Figure) => string | undefined;
  /** Where a circle of a location lies: around a settlement, or in part of the location where it gathers from afar. */
  readonly placeOf: (cell: Pick<CellFigure, 'country' | 'lon' | 'lat' | 'bounds'>) => string;
  /** Where a point lies whose location is not known: near a settlement, or in degrees. @param of what it is: a point, or the middle of an area */
  readonly pointOf: (point: Pick<Figure, 'lon' | 'lat'>, of: 'point' | 'middle') => string;
}

/** What figures of the map are put into words with. */
export interface FigureWording {
  readonly t: TFunction<'map'>;
  readonly common: TFunction;
  readonly format: Format;
  readonly terms: Terms;
  readonly actions: FigureFacts;
}

/** Which of a list a figure is, from 1. */
export interface Nth {
  readonly nth: number;
  readonly all: number;
}

export function useFigureWording(actions: FigureWording['actions']): FigureWording {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  return { t, common, format: useFormat(), terms: useTerms(), actions };
}

/** What the chosen measure counts of a figure, or else its incidents. */
export function amountWords(figure: Figure, { t, format, actions }: FigureWording): string {
  return actions.amountOf(figure) ?? t('cell.incidents', { count: figure.count, formatted: format.number.count(figure.count) });
}

/** Facts in one line. */
export function factsLine(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join(', ');
}
