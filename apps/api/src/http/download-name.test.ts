import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilter } from '@monitor/contract';
import { contentDisposition } from './download-name.ts';
import { downloadName } from '@monitor/engine';

test('the name gives filter and day', () => {
  expect(downloadName({ filter: {} }, 'csv', '2026-03-01')).toBe('armed-violence_all_downloaded-2026-03-01.csv');
  expect(downloadName({ filter: { country: ['XK', 'RS'], from: '2023-01-01' } }, 'csv', '2026-03-01')).toBe(
    'armed-violence_country-RS,XK_from-2023-01-01_downloaded-2026-03-01.csv',
  );
});

test('the name says that an area was drawn, without its corners', () => {
  const drawn = parseFilter(new URLSearchParams('within=20,42,21,42,21,43,20,42')).filter;
  expect(downloadName({ filter: drawn }, 'csv', '2026-03-01')).toBe('armed-violence_drawn-area_downloaded-2026-03-01.csv');
});

test('the name of a comparison gives what differs in the other side', () => {
  const selection = {
    filter: { country: ['RS'], from: '2024-01-01', q: 'x' },
    against: { from: '2023-01-01', to: '2023-12-31', q: null },
  };
  expect(downloadName(selection, 'csv', '2026-03-01')).toBe(
    'armed-violence_country-RS_from-2024-01-01_q-x_against_from-2023-01-01_to-2023-12-31_downloaded-2026-03-01.csv',
  );
});

test('a name outside ASCII is sent twice', () => {
  const header = contentDisposition(downloadName({ filter: { q: 'Шабац "x"; ../č' } }, 'csv', '2026-03-01'));
  expect(header).toMatch(/^attachment; filename="armed-violence_q-[\w.,-]*"; filename\*=UTF-8''[\w.,%-]+$/);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toContain('Шабац');
});

test('no search text breaks the header or leaves the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (q) => {
      const name = downloadName({ filter: { q } }, 'csv', '2026-03-01');
      expect(name).not.toMatch(/[/\\:"]|\p{Cc}/u);
      expect(contentDisposition(name)).toMatch(/^[\u0020-\u007e]+$/);
      expect(name.length).toBeLessThan(200);
    }),
  );
});
