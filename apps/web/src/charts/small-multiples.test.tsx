import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SmallMultiples } from './small-multiples.tsx';

const multiples = [
  { key: 'a', name: 'Seizures', amounts: [1500, 1700], end: '1,700', isPartial: false },
  { key: 'b', name: 'Thefts', amounts: [7, 9], end: '9', isPartial: false },
];
const drawn = (ownScales: boolean) =>
  renderToStaticMarkup(<SmallMultiples multiples={multiples} first="2024" last="2025" ownScales={ownScales} />)
    .split('<li>')
    .slice(1);

test('small charts have one scale with the lines of the others, or each its own', () => {
  const [, thefts] = drawn(false);
  expect(thefts).toContain('>2000<');
  expect(thefts!.match(/<polyline/g)).toHaveLength(2);
  const own = drawn(true);
  expect(own[0]).toContain('>2000<');
  expect(own[1]).toContain('>10<');
  expect(own[1]).not.toContain('>2000<');
  expect(own[1]!.match(/<polyline/g)).toHaveLength(1);
});
