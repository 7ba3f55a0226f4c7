import type { Period } from '@monitor/domain';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { drawSvg } from '../../sections/png-of.ts';
import { inLightTheme } from '../../sections/light-theme.ts';
import type { PicturePart } from '../../sections/paper-picture.ts';
import { type FilmScale, filmScale, isOfOneLevel } from '../../map/film-scale.ts';
import type { ShownFrame } from '../../map/filmed.ts';

/** Why a film could not be made. */
export class FilmFailure extends Error {
  /** `late`: a frame did not load; `resized`: the map has another size now; `large`: the file would be too large. */
  readonly reason: 'late' | 'resized' | 'large';

  constructor(reason: FilmFailure['reason']) {
    super(`The film could not be made: ${reason}`);
    this.name = 'FilmFailure';
    this.reason = reason;
  }
}

/** Bytes of a film at most. */
export const mostBytes = 60e6;
/** Pixels that a film is wide at most. */
const mostWidth = 1280;
/** How much longer the last frame is shown. */
const lastFrame = 3;

/** Shows a frame on the map. Rejects where it does not load, and once the film is given up. */
export type ShowFrame = (period: Period, frame: { readonly measuring: boolean; readonly scale: FilmScale }) => Promise<ShownFrame>;

interface Film {
  readonly periods: readonly Period[];
  /** Milliseconds that a frame is shown. */
  readonly pause: number;
  readonly show: ShowFrame;
  /** The whole picture of a frame, as SVG. */
  readonly svgOf: (title: string, period: Period, body: PicturePart) => Promise<string>;
  /** @param done share of the work, from 0 to 1 @param frame the number of the frame that is drawn; undefined while they are measured */
  readonly onProgress: (done: number, frame?: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes a film of the map, as a GIF that repeats. All frames are shown once to find their common scale, and again to be drawn: sizes and
 * classes that fit one frame alone could not be compared.
 * @throws FilmFailure, or the reason of the signal
 */
export async function makeFilm({ periods, pause, show, svgOf, onProgress, signal }: Film): Promise<Blob> {
  const measureAll = async (scale: FilmScale) => {
    const frames: ShownFrame[] = [];
    for (const [at, period] of periods.entries()) {
      onProgress(at / periods.length / 2);
      frames.push(await show(period, { measuring: true, scale }));
    }
    return frames;
  };
  let frames = await measureAll({});
  let measures = frames.map(({ measure }) => measure);
  if (!isOfOneLevel(measures)) {
    frames = await measureAll({ level: filmScale(measures).level });
    measures = frames.map(({ measure }) => measure);
  }
  const scale = filmScale(measures);
  const legends = frames.map(({ legend }) => legend);
  const room = {
    width: Math.max(...legends.map(({ width }) => width)),
    height: Math.max(...legends.map(({ height }) => height)),
  };
  const film = GIFEncoder();
  const canvas = document.createElement('canvas');
  let size: string | undefined;
  for (const [at, period] of periods.entries()) {
    onProgress(0.5 + at / periods.length / 2, at + 1);
    const { title, take } = await show(period, { measuring: false, scale });
    const svg = await svgOf(
      title,
      period,
      inLightTheme(() => take(room)),
    );
    await drawSvg(svg, canvas, (width) => Math.min(1, mostWidth / width));
    signal.throwIfAborted();
    const drawn = `${canvas.width} ${canvas.height}`;
    if ((size ??= drawn) !== drawn) throw new FilmFailure('resized');
    addFrame(film, canvas, at === periods.length - 1 ? pause * lastFrame : pause);
    if (film.bytesView().length > mostBytes) throw new FilmFailure('large');
  }
  film.finish();
  return new Blob([film.bytes()], { type: 'image/gif' });
}

/** @param delay milliseconds that the frame is shown */
function addFrame(film: ReturnType<typeof GIFEncoder>, canvas: HTMLCanvasElement, delay: number): void {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height).data;
  if (pixels === undefined) return;
  const palette = quantize(pixels, 256);
  film.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay });
}

/** Milliseconds that a film of so many frames lasts. */
export function filmLength(frames: number, pause: number): number {
  return (frames - 1 + lastFrame) * pause;
}
