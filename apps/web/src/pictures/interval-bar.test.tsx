import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { IntervalBar } from './interval-bar.tsx';

const axis = [-0.4, 0.4] as const;
const draw = (value: number, low: number, high: number) =>
  renderToStaticMarkup(<IntervalBar value={value} low={low} high={high} axis={axis} />);

test('a value lies in its interval, in shares of the axis', () => {
  const markup = draw(0, -0.2, 0.1);
  expect(markup).toContain('x="25.00%"');
  expect(markup).toContain('width="37.50%"');
  expect(markup).toContain('cx="50.00%"');
  expect(markup).not.toMatch(/<path|style=/);
});

test('what lies beyond the axis is cut off, and an arrow says so', () => {
  const wide = draw(1.2, 0.35, 2.68);
  expect(wide).toContain('x="93.75%"');
  expect(wide).toContain('width="6.25%"');
  expect(wide.match(/<path/g)).toHaveLength(1);
  expect(wide).not.toContain('<circle');
  expect(draw(0, -0.6, 0.9).match(/<path/g)).toHaveLength(2);
});
