import { expect, test } from 'vitest';
import { pagePaths } from './page-names.ts';

const files = import.meta.glob<string>(['./router.tsx', '../../public/pages.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const routes = [...(files['./router.tsx'] ?? '').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);

test('the header leads to every page', () => {
  expect(routes).toEqual(pagePaths);
});

test('the server knows every page, since it answers 404 to others', () => {
  expect(routes).toContain('/explore');
  expect(new Set(JSON.parse(files['../../public/pages.json'] ?? '') as string[])).toEqual(new Set(routes));
});
