import { expect, test } from 'vitest';
import type { DatasetRow } from '@monitor/store';
import { dataLinks } from './data-links.ts';

function dataset(licence: string, url: string | null): DatasetRow {
  return { licence, licence_url: url } as DatasetRow;
}

function licencesIn(header: string): string[] {
  return header.split(', ').filter((link) => link.includes('rel="license"'));
}

const terms = 'https://publisher.example/terms';
const datasets = [
  dataset('CC-BY-4.0', terms),
  dataset('Own terms', terms),
  dataset('Own terms', 'https://courts.example/terms'),
  dataset('Own terms', null),
  dataset('Own terms', null),
];

test('every licence of the datasets in a download is named once with each of its addresses', () => {
  expect(licencesIn(dataLinks(datasets))).toEqual([
    `<${terms}>; rel="license"; title="CC-BY-4.0"`,
    `<${terms}>; rel="license"; title="Own terms"`,
    '<https://courts.example/terms>; rel="license"; title="Own terms"',
    '</api/v1/datasets>; rel="license"; title="Own terms"',
  ]);
});

test('an imported title or address ends neither the header nor its link', () => {
  const hostile = dataset('Free"; rel="next\r\nSet-Cookie: a=b', 'https://a.example/>; rel="next"; <b');
  expect(licencesIn(dataLinks([hostile]))).toEqual([
    '<https://a.example/%3E;%20rel=%22next%22;%20%3Cb>; rel="license"; title="Free; rel=nextSet-Cookie: a=b"',
  ]);
});
