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
  expect(thefts!.match(/<path/g)).toHaveLength(2);
  const own = drawn(true);
  expect(own[0]).toContain('>2000<');
  expect(own[1]).toContain('>10<');
  expect(own[1]).not.toContain('>2000<');
  expect(own[1]!.match(/<path/g)).toHaveLength(1);
});

test('a line is broken, with a mark, where the data of it changes, and the others of the same chart are not', () => {
  const amounts = [4, 5, 9, 8, 7, 6];
  const broken = { key: 'a', name: 'Serbia', amounts, breaks: [2, 5], end: '6', isPartial: false };
  const whole = { key: 'b', name: 'Albania', amounts, end: '6', isPartial: false };
  const [first, second] = renderToStaticMarkup(<SmallMultiples multiples={[broken, whole]} first="2020" last="2025" />)
    .split('<li>')
    .slice(1);
  const own = (markup = '') => /<path class="[^"]*line[^"]*" d="([^"]+)"/.exec(markup)?.[1] ?? '';
  expect(own(first).match(/M/g)).toHaveLength(3);
  // A single year is a dot.
  expect(own(first)).toMatch(/h0$/);
  expect(own(second).match(/M/g)).toHaveLength(1);
  expect([first, second].map((markup) => markup!.match(/class="[^"]*change/g)?.length)).toEqual([2, undefined]);
});
