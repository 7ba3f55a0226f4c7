/** Width of a cell in CSS pixels at the zoom that its tile is made for. */
const cellWidth = 64;

/** From this fraction of a zoom step on, cells are taken from the finer tiles. */
const finerFrom = 0.65;

/** True where the incidents are taken from tiles of the next finer zoom, not of the one below. */
export function takesFinerTiles(zoom: number): boolean {
  return zoom - Math.floor(zoom) >= finerFrom;
}

/** Width of a cell on screen in CSS pixels, from 50 to 100. */
export function cellWidthAt(zoom: number): number {
  const tileZoom = Math.floor(zoom) + (takesFinerTiles(zoom) ? 1 : 0);
  return cellWidth * 2 ** (zoom - tileZoom);
}
