/** Node only: which land is drawn as finely as the region where incidents lie elsewhere. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { neighbors } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { topology } from 'topojson-server';
import { isHome } from './regions.ts';

export const readBaseMap = (layer: string) =>
  JSON.parse(readFileSync(new URL(`../data/basemap-${layer}.json`, import.meta.url), 'utf8')) as FeatureCollection<MultiPolygon>;

let known: ReadonlyMap<string, readonly string[]> | undefined;

function neighboursOf(code: string): readonly string[] {
  return (known ??= readNeighbours()).get(code) ?? [];
}

function readNeighbours(): ReadonlyMap<string, readonly string[]> {
  const { geometries } = topology({ land: readBaseMap('land') }).objects['land'] as GeometryCollection;
  const codes = geometries.map(({ properties }) => (properties as { code: string }).code);
  return new Map(neighbors(geometries).map((found, at) => [codes[at]!, found.map((other) => codes[other]!)]));
}

/**
 * The locations whose land is drawn finely: those given and, since a coarse line beside a fine one leaves gaps, their neighbours. Not those
 * in and around the region, which the base map draws well.
 */
export function drawnFinely(codes: readonly string[]): ReadonlySet<string> {
  return new Set(
    codes.filter((code) => !isHome(code)).flatMap((code) => [code, ...neighboursOf(code).filter((one) => !isHome(one))]),
  );
}
