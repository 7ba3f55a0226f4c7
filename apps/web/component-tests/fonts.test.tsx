import { expect, test } from 'vitest';

test('the fonts have the letters of every name in the region, and figures of one width', async () => {
  const letters = 'ČĆĐŠŽčćđšž ĂÂÎȘȚăâîșț Ëëç Ђћљњџ Київ';
  const faces = await document.fonts.load("650 13px 'Noto Sans Variable'", letters);
  expect(faces.map(({ status }) => status)).toEqual(['loaded', 'loaded', 'loaded']);
  const line = document.createElement('span');
  document.body.append(line);
  const widths = ['1111', '8888', '0404'].map((text) => {
    line.textContent = text;
    return Math.round(line.getBoundingClientRect().width * 10);
  });
  line.remove();
  expect(new Set(widths).size).toBe(1);
});
