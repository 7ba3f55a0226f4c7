import type { ExpressionSpecification } from 'maplibre-gl';
import { parseComposition, type Share } from './donut.ts';
import type { ThemeName } from './map-theme.ts';

/** Everything that a donut's picture depends on. */
export interface DonutPicture {
  readonly theme: ThemeName;
  readonly scaleMaximum: number;
  readonly count: number;
  readonly shares: readonly Share[];
}

const kindOfPicture = 'donut';

/** What the names of all pictures of a theme and scale begin with. */
export function donutKeyPrefix(theme: ThemeName, scaleMaximum: number): string {
  return `${kindOfPicture}|${theme}|${scaleMaximum}|`;
}

/** Expression that names a cell's picture by what the picture shows; equal cells share one picture. */
export function donutKeyExpression(theme: ThemeName, scaleMaximum: number): ExpressionSpecification {
  return ['concat', donutKeyPrefix(theme, scaleMaximum), ['get', 'count'], '|', ['get', 'types']];
}

/** Reads the name of a picture back; undefined where it is not the name of a donut. */
export function parseDonutKey(key: string): DonutPicture | undefined {
  const [kind, theme, maximum, number, types, ...rest] = key.split('|');
  if (kind !== kindOfPicture || rest.length > 0 || types === undefined) return undefined;
  if (theme !== 'light' && theme !== 'dark') return undefined;
  const scaleMaximum = Number(maximum);
  const count = Number(number);
  const shares = parseComposition(types);
  if (!(scaleMaximum > 1) || !(count > 0) || shares.length === 0) return undefined;
  return { theme, scaleMaximum, count, shares };
}
