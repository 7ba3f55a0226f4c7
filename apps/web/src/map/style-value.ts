import { expression } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { layerName } from './sheets.ts';
import type { mapStyle } from './map-style.ts';

/* For tests. */

/** The layers of a style that are called this, on any sheet. */
export function layersNamed(style: ReturnType<typeof mapStyle>, name: string): LayerSpecification[] {
  return style.layers.filter(({ id }) => layerName(id) === name);
}

/** What a paint or layout property is for a feature. @param property such as `circle-radius` */
export function styleValue(
  layer: LayerSpecification | undefined,
  property: string,
  properties: Readonly<Record<string, unknown>> = {},
  zoom = 6,
): unknown {
  const { paint = {}, layout = {} } = layer as { readonly paint?: object; readonly layout?: object };
  const value = { ...paint, ...layout }[property as never] as unknown;
  if (!Array.isArray(value)) return value;
  const parsed = expression.createExpression(value, 'layers[0].paint.circle-radius');
  if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join(', '));
  return parsed.value.evaluate({ zoom }, { type: 'Point', properties: { ...properties } });
}
