/** Twice the size in pixels, for print and sharp screens. */
const scale = 2;

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

/** An SVG file as a PNG picture. Throws where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    await drawUntilSteady(image, canvas);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be drawn')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
