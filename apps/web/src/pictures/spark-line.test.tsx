import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SparkLine } from './spark-line.tsx';

test('a line starts at zero, breaks where there is no value, and ends on a point', () => {
  const markup = renderToStaticMarkup(<SparkLine values={[0, 10, null, 5, 10]} label="rate" />);
  expect(markup).toContain('d="M3 29L31.5 3M88.5 16L117 3"');
  expect(markup).toContain('cx="117" cy="3"');
  expect(markup).not.toContain('style=');
});

test('without values there is no point, and zeros lie on the floor', () => {
  expect(renderToStaticMarkup(<SparkLine values={[null]} label="rate" />)).not.toContain('circle');
  expect(renderToStaticMarkup(<SparkLine values={[0, 0]} label="rate" />)).toContain('d="M3 29L117 29"');
});

test('a line is broken, with a mark, before a year that comes from other data', () => {
  const markup = renderToStaticMarkup(<SparkLine values={[1, 1, 10, 10]} breaks={[2]} label="rate" />);
  expect(markup).toContain('d="M3 26.4L41 26.4M79 3L117 3"');
  expect(markup).toContain('d="M60 0V30"');
});
