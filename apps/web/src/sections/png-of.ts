/** Twice the size in pixels, for print and sharp screens. */
const printScale = 2;

/** Milliseconds between two drawings, and how many of them at most. */
const pause = 80;
const mostDrawings = 25;

/**
 * Draws a picture until it no longer changes: browsers load the fonts within it after it is decoded, and say nothing when
 * they are there.
 */
async function drawUntilSteady(image: HTMLImageElement, canvas: HTMLCanvasElement): Promise<void> {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  let before: Uint8ClampedArray | undefined;
  for (let steady = 0, drawing = 0; steady < 2 && drawing < mostDrawings; drawing++) {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const last = before;
    steady = last?.every((value, index) => value === data[index]) === true ? steady + 1 : 0;
    before = data;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Draws an SVG file on a canvas, which takes its size times a scale. Throws where the browser cannot draw it. */
export async function drawSvg(svg: string, canvas: HTMLCanvasElement, scale: (width: number) => number): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const by = scale(image.naturalWidth);
    canvas.width = Math.round(image.naturalWidth * by);
    canvas.height = Math.round(image.naturalHeight * by);
    await drawUntilSteady(image, canvas);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** An SVG file as a PNG picture. Throws where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  await drawSvg(svg, canvas, () => printScale);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be drawn')) : resolve(blob)), 'image/png');
  });
}
