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

/** Begins a WebM. Each frame carries its own time, so that the film is as long as it says however slow the computer is that makes it. */
function webmFile(): FilmFile {
  let bytes = 0;
  let end = 0;
  const begin = async ({ width, height }: HTMLCanvasElement) => {
    const { BufferTarget, getFirstEncodableVideoCodec, Output, QUALITY_HIGH, VideoSample, VideoSampleSource, WebMOutputFormat } =
      await import('mediabunny');
    const codec = await getFirstEncodableVideoCodec(['vp9', 'vp8'], { width, height, quality: QUALITY_HIGH });
    if (codec === null) throw new RangeError('This browser cannot write webm');
    const target = new BufferTarget();
    const output = new Output({ format: new WebMOutputFormat(), target });
    const source = new VideoSampleSource({
      codec,
      quality: QUALITY_HIGH,
      onEncodedPacket: ({ byteLength }) => {
        bytes += byteLength;
      },
    });
    output.addVideoTrack(source);
    await output.start();
    return { output, source, target, VideoSample };
  };
  let film: ReturnType<typeof begin> | undefined;
  return {
    async add(frame, milliseconds) {
      const { source, VideoSample } = await (film ??= begin(frame));
      const duration = milliseconds / 1000;
      const sample = new VideoSample(frame, { timestamp: end, duration });
      try {
        await source.add(sample);
      } finally {
        sample.close();
      }
      end += duration;
    },
    size: () => bytes,
    async finish() {
      if (film === undefined) throw new Error('The film has no frames');
      const { output, target } = await film;
      await output.finalize();
      return new Blob([target.buffer ?? new ArrayBuffer()], { type: 'video/webm' });
    },
    abandon() {
      // A film that could not begin holds nothing.
      void film?.then(({ output }) => output.cancel()).catch(() => undefined);
    },
  };
}

const formats = {
  gif: () => gifFile,
  // Browsers give it to pages of https and of this computer alone.
  webm: () => (typeof VideoEncoder === 'undefined' ? undefined : webmFile),
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
