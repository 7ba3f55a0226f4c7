import { expect, test } from 'vitest';
import { headerPaths, pagePaths } from './page-names.ts';

const files = import.meta.glob<string>(['./router.tsx', '../../public/pages.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const routes = [...(files['./router.tsx'] ?? '').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);

test('every page has a route and words, and the header leads to seven of them in their order', () => {
  expect(routes).toEqual(pagePaths);
  const elsewhere = new Set(['/places/$place', '/indicators', '/about', '/methods', '/embed']);
  expect(headerPaths).toEqual(routes.filter((path) => !elsewhere.has(String(path))));
});

test('the server knows every page, since it answers 404 to others', () => {
  expect(routes).toContain('/explore');
  expect(new Set(JSON.parse(files['../../public/pages.json'] ?? '') as string[])).toEqual(new Set(routes));
});
