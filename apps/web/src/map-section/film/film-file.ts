import { applyPalette, GIFEncoder, quantize } from 'gifenc';

/** A film that is being written, frame by frame. */
export interface FilmFile {
  /** Adds what is on a canvas, which has the same size each time, for so many milliseconds. */
  readonly add: (frame: HTMLCanvasElement, milliseconds: number) => Promise<void>;
  /** Bytes so far. */
  readonly size: () => number;
  readonly finish: () => Promise<Blob>;
  /** Lets go of what it has; nothing more is added. */
  readonly abandon: () => void;
}

/** Begins a GIF that plays again and again. */
function gifFile(): FilmFile {
  const encoder = GIFEncoder();
  return {
    add(frame, delay) {
      const { width, height } = frame;
      const pixels = frame.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height).data;
      if (pixels !== undefined) {
        const palette = quantize(pixels, 256);
        encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay });
      }
      return Promise.resolve();
    },
    size: () => encoder.bytesView().length,
    finish() {
      encoder.finish();
      return Promise.resolve(new Blob([encoder.bytes()], { type: 'image/gif' }));
    },
    abandon: () => undefined,
  };
}

const webmTypes = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'] as const;

function webmType(): string | undefined {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return webmTypes.find((type) => MediaRecorder.isTypeSupported(type));
}

/** Milliseconds between two pictures of the same frame: the last that is recorded says how long the frame is. */
const beat = 100;

/** Begins a WebM. The browser records in real time, so that a frame takes as long as it will be shown; between frames it pauses. */
function webmFile(type: string): FilmFile {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const parts: Blob[] = [];
  let recording: { readonly recorder: MediaRecorder; readonly track: CanvasCaptureMediaStreamTrack } | undefined;
  const begin = () => {
    const stream = canvas.captureStream(0);
    const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 4_000_000 });
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start(1000);
    return { recorder, track: stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack };
  };
  return {
    async add(frame, milliseconds) {
      if (recording === undefined) [canvas.width, canvas.height] = [frame.width, frame.height];
      recording ??= begin();
      const { recorder, track } = recording;
      if (recorder.state === 'paused') recorder.resume();
      for (let shown = 0; shown < milliseconds; shown += beat) {
        // What is not drawn again is not recorded again, and the frame would be as short as a beat.
        context?.drawImage(frame, 0, 0);
        track.requestFrame();
        await new Promise((resolve) => setTimeout(resolve, beat));
      }
      recorder.pause();
    },
    size: () => parts.reduce((sum, { size }) => sum + size, 0),
    finish: () =>
      new Promise((resolve, reject) => {
        const { recorder } = recording ?? {};
        if (recorder === undefined) return reject(new Error('The film has no frames'));
        recorder.onstop = () => resolve(new Blob(parts, { type: 'video/webm' }));
        recorder.stop();
      }),
    abandon() {
      if (recording?.recorder.state !== 'inactive') recording?.recorder.stop();
    },
  };
}

const formats = {
  gif: () => gifFile,
  webm: () => {
    const type = webmType();
    return type === undefined ? undefined : () => webmFile(type);
  },
} as const satisfies Readonly<Record<string, () => (() => FilmFile) | undefined>>;

export type FilmFormat = keyof typeof formats;

/** The formats that this browser can write. */
export function filmFormats(): FilmFormat[] {
  return (Object.keys(formats) as FilmFormat[]).filter((format) => formats[format]() !== undefined);
}

/** Begins a film. Throws where the browser cannot write the format. */
export function filmFile(format: FilmFormat): FilmFile {
  const begin = formats[format]();
  if (begin === undefined) throw new RangeError(`This browser cannot write ${format}`);
  return begin();
}
