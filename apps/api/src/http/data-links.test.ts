import { expect, test } from 'vitest';
import type { DatasetRow } from '@monitor/store';
import { dataLinks } from './data-links.ts';

function dataset(slug: string, licence: string, url: string | null, incidents = 1): DatasetRow {
  return { slug, licence, licence_url: url, incidents } as DatasetRow;
}

function licencesIn(header: string): string[] {
  return header.split(', ').filter((link) => link.includes('rel="license"'));
}

const terms = 'https://publisher.example/terms';
const datasets = [
  dataset('press', 'CC-BY-4.0', terms),
  dataset('police', 'Own terms', terms),
  dataset('courts', 'Own terms', 'https://courts.example/terms'),
  dataset('archive', 'Own terms', null),
  dataset('second-archive', 'Own terms', null),
  dataset('empty', 'CC0-1.0', null, 0),
];

test('every licence of the datasets in a download is named once with each of its addresses', () => {
  expect(licencesIn(dataLinks(datasets, { filter: {} }))).toEqual([
    `<${terms}>; rel="license"; title="CC-BY-4.0"`,
    `<${terms}>; rel="license"; title="Own terms"`,
    '<https://courts.example/terms>; rel="license"; title="Own terms"',
    '</api/v1/datasets>; rel="license"; title="Own terms"',
  ]);
});

test('of some datasets only theirs are named', () => {
  expect(licencesIn(dataLinks(datasets, { filter: { dataset: ['police', 'empty'] } }))).toEqual([
    `<${terms}>; rel="license"; title="Own terms"`,
  ]);
});

test('an imported title or address ends neither the header nor its link', () => {
  const hostile = dataset('hostile', 'Free"; rel="next\r\nSet-Cookie: a=b', 'https://a.example/>; rel="next"; <b');
  expect(licencesIn(dataLinks([hostile], { filter: {} }))).toEqual([
    '<https://a.example/%3E;%20rel=%22next%22;%20%3Cb>; rel="license"; title="Free; rel=nextSet-Cookie: a=b"',
  ]);
});
