import i18next from 'i18next';
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { mapFont } from '../map-fonts.ts';

/** How all names on the map are set. */
export function textLayout(text: ExpressionSpecification): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    'text-field': text,
    'text-font': [mapFont],
    'text-letter-spacing': 0.04,
    'text-max-width': 9,
    'text-padding': 1,
    'text-justify': 'center',
  };
}

/** Expression for the name that belongs to a feature's `code`; empty where there is none. */
export function nameOfCode(names: readonly (readonly [code: string, name: string])[]): ExpressionSpecification {
  return ['match', ['get', 'code'], ...names.flat(), ''] as unknown as ExpressionSpecification;
}

/** Name of a location or region in a language; English where it has none. */
export function translated(language: string, code: string, english: string): string {
  const found: unknown = i18next.getResource(language, 'place', code, { keySeparator: false });
  return typeof found === 'string' ? found : english;
}
