import { expect, test } from 'vitest';
import { pagePaths } from './page-names.ts';

const [router = '', pages = ''] = Object.values(
  import.meta.glob<string>(['./router.tsx', '../../public/pages.json'], { query: '?raw', import: 'default', eager: true }),
).toSorted((one, other) => other.length - one.length);

const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);

test('the header leads to every page', () => {
  expect(routes).toEqual(pagePaths);
});

test('the server knows every page, since it answers 404 to others', () => {
  expect(routes).toContain('/');
  expect(new Set(JSON.parse(pages) as string[])).toEqual(new Set(routes));
});
