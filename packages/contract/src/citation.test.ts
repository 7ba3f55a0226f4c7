import { expect, it } from 'vitest';
import { citation } from './citation.ts';

const cited = citation({
  publisher: 'Office & {Partners}',
  title: 'Incidents of armed violence',
  synthetic: 'some',
  datasetVersion: 1284,
  address: 'https://monitor.example/explore?country=RS',
  downloadedOn: '2026-11-27',
});

it('says who publishes what, which version, where and when, and that some of it is made up', () => {
  expect(cited.text).toBe(
    'Office & {Partners} (2026). Incidents of armed violence [includes synthetic data], dataset version 1284. https://monitor.example/explore?country=RS (accessed 2026-11-27).',
  );
});

it('is a record of BibTeX and of RIS, whose own signs the text cannot break', () => {
  expect(cited.bibtex).toContain(String.raw`author = {{Office \& Partners}},`);
  expect(cited.bibtex.match(/[{}]/g)?.length).toBe(16);
  expect(cited.ris.split('\r\n')).toMatchObject([
    'TY  - DATA',
    'AU  - Office & {Partners}',
    /./,
    'PY  - 2026',
    /./,
    /./,
    /./,
    'ER  - ',
    '',
  ]);
});
