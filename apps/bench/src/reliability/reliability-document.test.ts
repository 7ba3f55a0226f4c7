import { expect, test } from 'vitest';
import { withChapters } from './reliability-document.ts';

const titles = ['One', 'Two', 'Three'];
const chapter = (title: string, text: string) => ({ title, blocks: [text, { head: ['a'], rows: [['1']] }] });

test('chapters that were measured replace those of their title, and all others stay', () => {
  const first = withChapters('', titles, [chapter('Three', 'third'), chapter('One', 'first')]);
  expect(first).toMatch(/^# Reliability\n[^#]*\n\n## One\n\nfirst\n\n[^#]*\n\n## Three\n\nthird\n\n[^#]*\| 1 \|\n$/);
  const second = withChapters(first, titles, [chapter('Two', 'second'), chapter('One', 'again')]);
  expect(second).not.toContain('first');
  expect(second.match(/^## .*$/gm)).toEqual(['## One', '## Two', '## Three']);
  expect(second).toContain('## Three\n\nthird\n');
  expect(withChapters(second, titles, [])).toBe(second);
});
