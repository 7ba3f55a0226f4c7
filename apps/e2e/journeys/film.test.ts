import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });
const quarter = 'from=2025-01-01&to=2025-03-31';

/** Opens the dialog of a film over a map that is there. */
async function openFilm(page: Page) {
  await page.getByRole('button', { name: 'Save the map as a film' }).click();
  const dialog = page.getByRole('dialog', { name: 'Film of the map' });
  await dialog.getByText('3 frames').waitFor();
  return dialog;
}

/** What is in a GIF, read from its blocks: see the specification of GIF 89a. */
function framesOf(gif: Buffer): { width: number; height: number; delays: number[]; frames: number } {
  expect(gif.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableLength(gif[10]!);
  const delays: number[] = [];
  let frames = 0;
  const skipBlocks = () => {
    while (gif[at] !== 0) at += gif[at]! + 1;
    at += 1;
  };
  for (;;) {
    const kind = gif[at];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      if (gif[at + 1] === 0xf9) delays.push(gif.readUInt16LE(at + 4) * 10);
      at += 2;
    } else if (kind === 0x2c) {
      frames += 1;
      at += 10 + tableLength(gif[at + 9]!) + 1;
    } else throw new Error(`Not a block of a GIF: ${kind} at ${at}`);
    skipBlocks();
  }
  return { width: gif.readUInt16LE(6), height: gif.readUInt16LE(8), delays, frames };
}

test.each(['circles', 'regions', 'hexagons'])('a film of three months of %s has three different frames', async (layer) => {
  const page = await visit(`${address}/explore?${quarter}&layer=${layer}`);
  const before = page.url();
  const dialog = await openFilm(page);
  expect(await seriousFindings(page)).toEqual([]);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    dialog.getByRole('button', { name: 'Make the film' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^armed-violence_map_.*\.gif$/);
  await dialog.getByText(/^Saved as/).waitFor();
  // The address says all the while what the person had chosen.
  expect(page.url()).toBe(before);
  for (const month of ['2025-01-01&to=2025-01-31', '2025-02-01&to=2025-02-28', '2025-03-01&to=2025-03-31'])
    expect(asked.some((one) => one.includes(month))).toBe(true);
  const gif = await contentOf(download);
  const { width, height, frames, delays } = framesOf(gif);
  expect({ frames, delays }).toEqual({ frames: 3, delays: [600, 600, 1800] });
  expect(width).toBeGreaterThan(500);
  expect(height).toBeGreaterThan(400);
  // ImageMagick, where it is installed, decodes the pixels, too.
  const signatures = identify(gif);
  if (signatures !== undefined) expect(new Set(signatures).size).toBe(3);
});

test('a WebM film of heat shows each frame for as long as it says', async () => {
  const page = await visit(`${address}/explore?${quarter}&layer=heat`);
  const dialog = await openFilm(page);
  await dialog.getByLabel('WebM video').check();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    dialog.getByRole('button', { name: 'Make the film' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.webm$/);
  const film = (await contentOf(download)).toString('base64');
  // A page of its own, since the policy of ours lets no page play anything.
  const player = await page.context().newPage();
  const { said, played, pictures } = await player.evaluate(async (content) => {
    const video = document.createElement('video');
    const happens = (event: string) => new Promise((resolve) => video.addEventListener(event, resolve, { once: true }));
    video.muted = true;
    video.src = `data:video/webm;base64,${content}`;
    await happens('loadeddata');
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const seen = new Set<string>();
    for (const second of [0.3, 0.9, 1.5]) {
      const shown = happens('seeked');
      video.currentTime = second;
      await shown;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      seen.add(canvas.toDataURL());
    }
    const end = happens('ended');
    await video.play();
    await end;
    return { said: video.duration, played: video.currentTime, pictures: seen.size };
  }, film);
  expect(pictures).toBe(3);
  // Three frames of 0.6 seconds, of which the last is shown three times as long.
  expect(said).toBeCloseTo(3, 2);
  expect(played).toBeCloseTo(3, 2);
});

test('a film of points is given up by its button, and the map shows the address again', async () => {
  const page = await visit(`${address}/explore?${quarter}&layer=points`);
  const dialog = await openFilm(page);
  await dialog.getByRole('button', { name: 'Make the film' }).click();
  await dialog.getByText(/Finding sizes|Drawing frame/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('Save the map as a film');
});

/** A checksum of the pixels of each frame; undefined where ImageMagick is not installed. */
function identify(gif: Buffer): string[] | undefined {
  try {
    return execFileSync('identify', ['-format', '%#\n', 'gif:-'], { input: gif, encoding: 'utf8' }).trim().split('\n');
  } catch {
    return undefined;
  }
}
