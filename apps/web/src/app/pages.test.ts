import { expect, test } from 'vitest';
import { headerPaths, pagePaths } from './page-names.ts';

const files = import.meta.glob<string>(['./router.tsx', '../../public/pages.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const routes = [...(files['./router.tsx'] ?? '').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);

test('every page has a route and words, and the header leads to those that are one page and no frame', () => {
  expect(routes).toEqual(pagePaths);
  expect(headerPaths).toEqual(routes.filter((path) => !path?.includes('$') && path !== '/embed'));
});

test('the server knows every page, since it answers 404 to others', () => {
  expect(routes).toContain('/explore');
  expect(new Set(JSON.parse(files['../../public/pages.json'] ?? '') as string[])).toEqual(new Set(routes));
});
