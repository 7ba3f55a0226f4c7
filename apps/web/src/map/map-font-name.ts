/** Name of the map's font, as layers refer to it and map-fonts.ts provides it. */
export const mapFont = 'Noto Sans Regular';
