import type { FontFacesSpecification } from 'maplibre-gl';
import cyrillicExtended from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2?url';
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import ranges from '@fontsource/noto-sans/unicode.json';

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
