import { expect, test } from 'vitest';
import pages from '../../public/pages.json?raw';
import router from './router.tsx?raw';

test('the server is told of every page, since it answers 404 to others', () => {
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes).toContain('/');
  expect(new Set(JSON.parse(pages) as string[])).toEqual(new Set(routes));
});
