import { expect, it } from 'vitest';
import { citation } from './citation.ts';

const cited = {
  publisher: 'Office & {Partners}',
  title: 'Incidents of armed violence',
  synthetic: 'some',
  datasetVersion: 1284,
  address: 'https://monitor.example/explore?country=RS&from=2024-01-01',
  downloadedOn: '2026-11-27',
} as const;
const sources = [{ title: 'Press archive', attribution: 'Press & Police', licence: 'CC-BY-4.0' }];

it('says who publishes what, which version, where and when, and that some of it is made up', () => {
  expect(citation(cited).text).toBe(
    'Office & {Partners} (2026). Incidents of armed violence [includes synthetic data], dataset version 1284. https://monitor.example/explore?country=RS&from=2024-01-01 (accessed 2026-11-27).',
  );
  expect(citation({ ...cited, synthetic: 'none', address: '' }).text).toBe(
    'Office & {Partners} (2026). Incidents of armed violence, dataset version 1284 (accessed 2026-11-27).',
  );
});

it('names the sources with their licences, in every form', () => {
  const { text, bibtex, ris } = citation({ ...cited, sources });
  expect(text).toMatch(/\(accessed 2026-11-27\)\. Data: Press archive \(Press & Police\), licence CC-BY-4\.0\.$/);
  expect(bibtex).toContain(String.raw`  note = {Data: Press archive (Press \& Police), licence CC-BY-4.0.},`);
  expect(ris).toContain('\r\nN1  - Data: Press archive (Press & Police), licence CC-BY-4.0.\r\n');
});

it('is a record of BibTeX, whose own signs the text cannot break', () => {
  const { bibtex } = citation({ ...cited, title: '100% of #1_a ~ ^ \\d $' });
  expect(bibtex.split('\n')).toEqual([
    '@misc{armed_violence_1284,',
    String.raw`  author = {{Office \& Partners}},`,
    String.raw`  title = {100\% of \#1\_a \~{} \^{} d \$ [includes synthetic data]},`,
    '  year = {2026},',
    '  version = {1284},',
    '  url = {https://monitor.example/explore?country=RS&from=2024-01-01},',
    '  urldate = {2026-11-27}',
    '}',
    '',
  ]);
});

it('is a record of RIS, with a tag and a value in each line, also where a title has lines of its own', () => {
  expect(citation({ ...cited, title: 'One\r\nER  - Two' }).ris.split('\r\n')).toEqual([
    'TY  - DATA',
    'AU  - Office & {Partners}',
    'TI  - One ER - Two [includes synthetic data]',
    'PY  - 2026',
    'ET  - dataset version 1284',
    'UR  - https://monitor.example/explore?country=RS&from=2024-01-01',
    'Y2  - 2026/11/27',
    'ER  - ',
    '',
  ]);
});
