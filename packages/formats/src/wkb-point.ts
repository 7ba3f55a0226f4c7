/** Bytes of a point. */
export const pointBytes = 21;

/** Writes the well-known binary of a point, little endian. */
export function writePoint(view: DataView, at: number, lon: number, lat: number): void {
  view.setUint8(at, 1);
  view.setUint32(at + 1, 1, true);
  view.setFloat64(at + 5, lon, true);
  view.setFloat64(at + 13, lat, true);
}
