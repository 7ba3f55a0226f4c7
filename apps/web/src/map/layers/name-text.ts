import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillicExtended from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import ranges from '@fontsource/noto-sans/unicode.json';
import i18next from 'i18next';
import type { ExpressionSpecification, FontFacesSpecification, SymbolLayerSpecification } from 'maplibre-gl';

/** Name of the map's font, as layers refer to it. */
export const mapFont = 'Noto Sans Regular';

/**
 * Font files by script, first match first. Without them the map draws with whichever part of the page's font happens to be
 * loaded and keeps a fallback's shapes for the rest, so that Š, đ and Київ come out in another face.
 */
export const mapFontFaces: FontFacesSpecification = {
  [mapFont]: [
    { url: latin, 'unicode-range': ranges.latin.split(',') },
    { url: latinExtended, 'unicode-range': ranges['latin-ext'].split(',') },
    { url: cyrillic, 'unicode-range': ranges.cyrillic.split(',') },
    { url: cyrillicExtended, 'unicode-range': ranges['cyrillic-ext'].split(',') },
    { url: greek, 'unicode-range': ranges.greek.split(',') },
  ],
};

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

/** Expression for the name that belongs to a feature's `code`; empty if there is none. */
export function nameOfCode(names: readonly (readonly [code: string, name: string])[]): ExpressionSpecification {
  return ['match', ['get', 'code'], ...names.flat(), ''] as unknown as ExpressionSpecification;
}

/** Name of a location or region in a language; English where it has none. */
export function nameInLanguage(language: string, code: string, english: string): string {
  const found: unknown = i18next.getResource(language, 'place', code, { keySeparator: false });
  return typeof found === 'string' ? found : english;
}
