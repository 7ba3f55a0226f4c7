import type { GeoJSONSourceSpecification } from 'maplibre-gl';

/** The outlines of a file of ours, to half a CSS pixel: finer ones look the same, also on fine screens, and take twice the triangles. */
export function outlines(data: string): GeoJSONSourceSpecification {
  return { type: 'geojson', data, tolerance: 0.5 };
}
