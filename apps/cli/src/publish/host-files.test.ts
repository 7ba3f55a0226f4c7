import { expect, test } from 'vitest';
import { hostFiles } from './host-files.ts';

const pages = ['/', '/explore', '/embed'].map((path) => ({ path }));

test.each(['', '/monitor'])('what tells hosts about a site speaks of nothing outside its folder: "%s"', (base) => {
  const files = hostFiles(pages, `https://example.org${base}`, base);
  const found = (name: string, pattern: RegExp) => [...files.get(name)!.matchAll(pattern)].map(([, path]) => path);

  expect(found('_headers', /^(\/.*)$/gm)).toContain(`${base}/assets/*`);
  expect(found('_headers', /^(\/.*)$/gm).filter((path) => !path!.startsWith(`${base}/`))).toEqual([]);
  expect(found('.htaccess', /^ErrorDocument 404 (.*)$/gm)).toEqual([`${base}/404.html`]);
  expect(found('.htaccess', /m#\^(\S+)#/g).filter((path) => !path!.replace('(/embed)', '/embed').startsWith(`${base}/`))).toEqual(
    [],
  );

  // Also a page that other sites frame, and a file that is gone, have the site's own page for what is not there.
  const locations = found('nginx.conf', /^location (?:~ \^)?(.*) \{$/gm);
  expect(locations).toEqual([`${base}/`, `${base}/embed(/|$)`, `${base}/assets/`, `${base}/record/`]);
  expect(found('nginx.conf', /error_page 404 (.*);/g)).toEqual(locations.map(() => `${base}/404.html`));
  expect(found('sitemap.xml', /<loc>(.*?)<\/loc>/g)).toEqual([
    `https://example.org${base}/`,
    `https://example.org${base}/explore/`,
  ]);
});
