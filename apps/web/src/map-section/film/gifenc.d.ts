/** What we use of gifenc 1.0, which has no types of its own. */
declare module 'gifenc' {
  /** Red, green and blue, each from 0 to 255. */
  type Palette = [number, number, number][];

  interface Encoder {
    /** @param options of the frame; `delay` in milliseconds */
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette: Palette; delay: number }): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
    /** What has been written so far, without a copy. */
    bytesView(): Uint8Array<ArrayBuffer>;
  }

  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray, mostColours: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
}
