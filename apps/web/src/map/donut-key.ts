import type { ExpressionSpecification } from 'maplibre-gl';
import { parseComposition, type Share } from './donut.ts';
import type { FigureScale } from './figure-size.ts';
import type { ThemeName } from './map-theme.ts';

/** Everything that a donut's picture depends on. */
export interface DonutPicture {
  readonly theme: ThemeName;
  readonly scale: FigureScale;
  readonly count: number;
  readonly shares: readonly Share[];
}

const kindOfPicture = 'donut';

/** What the names of all pictures of a theme and scale begin with. */
export function donutKeyPrefix(theme: ThemeName, scale: FigureScale): string {
  return `${kindOfPicture}|${theme}|${scale.largestCount}|${scale.largestRadius}|`;
}

/** Expression that names a cell's picture by what the picture shows; equal cells share one picture. */
export function donutKeyExpression(theme: ThemeName, scale: FigureScale): ExpressionSpecification {
  return ['concat', donutKeyPrefix(theme, scale), ['get', 'count'], '|', ['get', 'types']];
}

/** Reads the name of a picture back; undefined where it is not the name of a donut. */
export function parseDonutKey(key: string): DonutPicture | undefined {
  const [kind, theme, largestCount, largestRadius, number, types, ...rest] = key.split('|');
  if (kind !== kindOfPicture || rest.length > 0 || types === undefined) return undefined;
  if (theme !== 'light' && theme !== 'dark') return undefined;
  const scale = { largestCount: Number(largestCount), largestRadius: Number(largestRadius) };
  const count = Number(number);
  const shares = parseComposition(types);
  if (!(scale.largestCount > 1) || !(scale.largestRadius > 0) || !(count > 0) || shares.length === 0) return undefined;
  return { theme, scale, count, shares };
}
