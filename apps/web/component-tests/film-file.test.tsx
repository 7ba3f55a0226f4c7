import i18next from 'i18next';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ChartNotes } from '../src/charts/chart-notes.tsx';
import { filmFile } from '../src/map-section/film/film-file.ts';
import FilmDialog from '../src/map-section/film/film-dialog.tsx';
import type { ShowFrame } from '../src/map-section/film/make-film.ts';
import english from '../src/map/locales/en.json';
import { drawAt } from './drawn.tsx';
import { keepSavedFiles } from './saved-files.ts';

i18next.addResourceBundle('en', 'map', english);

const colours = ['rgb(200, 30, 30)', 'rgb(30, 200, 30)', 'rgb(30, 30, 200)'];

test('a WebM film shows each frame for as long as it says', async () => {
  const file = filmFile('webm');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 240];
  const context = canvas.getContext('2d')!;
  for (const [at, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 320, 240);
    await file.add(canvas, at === 2 ? 1800 : 600);
  }
  const film = await file.finish();
  expect(file.size()).toBeGreaterThan(0);

  const video = document.createElement('video');
  const happens = (event: string) => new Promise((resolve) => video.addEventListener(event, resolve, { once: true }));
  video.src = URL.createObjectURL(film);
  await happens('loadeddata');
  expect(video.duration).toBeCloseTo(3, 2);
  // Just after a frame begins, and just before it ends; each time another one, since a frame can come later than the end of its search.
  for (const [colour, seconds] of [
    [0, 0.02],
    [1, 0.62],
    [0, 0.58],
    [2, 1.22],
    [1, 1.18],
    [2, 2.98],
  ] as const) {
    const found = happens('seeked');
    video.currentTime = seconds;
    await found;
    const shown = () => {
      context.drawImage(video, 0, 0);
      const [red = 0, green = 0, blue = 0] = context.getImageData(160, 120, 1, 1).data;
      return [red, green, blue].map((part) => part > 120);
    };
    await expect.poll(shown, { message: `at ${seconds} s` }).toEqual([0, 1, 2].map((part) => part === colour));
  }
});

const frame = {
  title: 'Incidents',
  measure: { figures: undefined, shaded: undefined, level: undefined },
  legend: { width: 0, height: 0 },
  take: () => ({ markup: '<rect width="320" height="240" fill="red"/>', width: 320, height: 240 }),
};
const show: ShowFrame = () => Promise.resolve(frame);
const ignore = () => undefined;

test.each([
  ['WebM video', 'webm', 'video/webm'],
  ['GIF', 'gif', 'image/gif'],
])('the dialog saves a film as %s', async (format, extension, type) => {
  const saved = keepSavedFiles();
  const period = { from: '2024-01-01', to: '2024-02-29' };
  await drawAt('', (answers) => (
    <ChartNotes answers={answers}>
      <FilmDialog filter={{}} period={period} credits="Nobody" show={show} stop={ignore} close={ignore} />
    </ChartNotes>
  ));
  await page.getByRole('radio', { name: format }).click();
  await page.getByRole('button', { name: 'Make the film' }).click();
  await expect.element(page.getByText(/^Saved as/)).toHaveTextContent(`.${extension}`);
  expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(new RegExp(`^armed-violence_map_.*\\.${extension}$`))]);
  expect(saved[0]!.type).toBe(type);
});
