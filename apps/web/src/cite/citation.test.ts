import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import { bibtex, citationText, type Cited, ris } from './citation.ts';
import { fixedQuery } from './fixed-query.ts';

const words = { t: await englishTexts(), format: formatOf('en-GB') };

const cited: Cited = {
  publisher: 'SEESAC',
  title: 'Firearms incidents (Period: 2024; Location: Serbia)',
  datasetVersion: 1284,
  day: '2026-11-27',
  address: 'https://monitor.example/explore?country=RS&from=2024-01-01&to=2024-12-31',
  synthetic: 'none',
  sources: [{ title: 'Press archive', attribution: 'Press & Police', licence: 'CC-BY-4.0' }],
};

test('a citation names publisher, selection, version, day, address and sources', () => {
  expect(citationText(cited, words)).toBe(
    'SEESAC (2026). Firearms incidents (Period: 2024; Location: Serbia). Dataset version 1,284. Accessed 27 Nov 2026. ' +
      'https://monitor.example/explore?country=RS&from=2024-01-01&to=2024-12-31 Press archive (Press & Police). Licence: CC-BY-4.0.',
  );
});

test('made-up data is named as such in every form', () => {
  for (const form of [citationText, bibtex, ris]) {
    expect(form({ ...cited, synthetic: 'all' }, words)).toContain('(Period: 2024; Location: Serbia) [synthetic data]');
    expect(form({ ...cited, synthetic: 'some' }, words)).toContain('[includes synthetic data]');
    expect(form(cited, words)).not.toContain('ynthetic');
  }
});

test('BibTeX has the same, with what TeX would not print escaped and the address as it is', () => {
  expect(bibtex({ ...cited, publisher: 'A_B {C} 100% \\d ~ ^' }, words)).toBe(
    [
      '@misc{armed-violence-2026-v1284,',
      String.raw`  author  = {{A\_B \{C\} 100\% \textbackslash{}d \textasciitilde{} \textasciicircum{}}},`,
      '  title   = {{Firearms incidents (Period: 2024; Location: Serbia)}},',
      '  year    = {2026},',
      '  version = {1284},',
      '  url     = {https://monitor.example/explore?country=RS&from=2024-01-01&to=2024-12-31},',
      '  urldate = {2026-11-27},',
      String.raw`  note    = {Dataset version 1,284, accessed 27 Nov 2026. Press archive (Press \& Police). Licence: CC-BY-4.0.},`,
      '}',
      '',
    ].join('\n'),
  );
});

test('RIS has a tag and a value in each line, also where a title has lines of its own', () => {
  const lines = ris({ ...cited, title: 'One\r\nER  - Two' }, words).split('\r\n');
  expect(lines).toEqual([
    'TY  - DATA',
    'AU  - SEESAC',
    'TI  - One ER - Two',
    'PB  - SEESAC',
    'PY  - 2026',
    'ET  - 1284',
    'UR  - https://monitor.example/explore?country=RS&from=2024-01-01&to=2024-12-31',
    'Y2  - 2026/11/27',
    'N1  - Dataset version 1,284, accessed 27 Nov 2026. Press archive (Press & Police). Licence: CC-BY-4.0.',
    'ER  - ',
    '',
  ]);
});

test('the address of a citation has a fixed period, and the rest of the view', () => {
  const period = { from: '2014-01-01', to: '2026-10-31' };
  expect(fixedQuery('period=all&layer=regions', period)).toBe('from=2014-01-01&to=2026-10-31&layer=regions');
  expect(fixedQuery('from=2024-01-01&country=RS', { from: '2024-01-01', to: '2026-10-31' })).toBe(
    'country=RS&from=2024-01-01&to=2026-10-31',
  );
  expect(fixedQuery('from=2024-01-01&to=2024-06-30&incident=AV-1', { from: '2024-01-01', to: '2024-06-30' })).toBe(
    'from=2024-01-01&to=2024-06-30&incident=AV-1',
  );
  expect(fixedQuery('country=RS', null)).toBe('country=RS');
});
