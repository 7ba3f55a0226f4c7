// Only in published sites: keeps the files of the site, so that it works without a network after the first visit.
/* eslint-env serviceworker */
/** Path of the folder that the site is in, with a slash at its end: one address may have several sites. */
const base = new URL('.', self.location.href).pathname;
const kept = ['site', ...base.split('/').filter(Boolean)].join(' ');
/** Names of these hold a hash of what is in them. */
const isLasting = (path) => ['assets/', 'record/'].some((folder) => path.startsWith(base + folder));
/** Milliseconds after which a page that was kept is better than one on its way. */
const patience = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepEdition().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()));
});

async function filesOfEdition() {
  const answer = await fetch(`${base}site-files.json`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`site-files.json: ${answer.status}`);
  return (await answer.json()).map((name) => base + name);
}

/** One after the other, since a reader is looking at the site meanwhile. */
async function keepEdition() {
  const cache = await caches.open(kept);
  for (const path of await filesOfEdition()) {
    if (isLasting(path) && (await cache.match(path))) continue;
    const answer = await fetch(path, { cache: isLasting(path) ? 'default' : 'no-cache' });
    if (!answer.ok && path !== `${base}404.html`) throw new Error(`${path}: ${answer.status}`);
    await cache.put(path, ofItself(answer));
  }
}

async function dropOlder() {
  const cache = await caches.open(kept);
  const files = new Set(await filesOfEdition().catch(() => []));
  if (files.size === 0) return;
  for (const request of await cache.keys()) if (!files.has(new URL(request.url).pathname)) await cache.delete(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (isLasting(pathname)) event.respondWith(lastingFile(request, pathname));
  else event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? Response.error()));
});

async function lastingFile(request, pathname) {
  // Of a part, the whole file is given: who asks for parts takes either.
  const file = await caches.match(pathname);
  return file === undefined ? fetch(request) : ofItself(file);
}

/** The newest page, or the kept one without a network; any other address gets the page that draws itself. */
async function page(request, pathname) {
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const known = (await caches.match(path)) ?? (await caches.match(`${base}404.html`));
  const newest = fetch(request);
  if (known === undefined) return newest;
  const late = new Promise((resolve) => setTimeout(() => resolve(known), patience));
  return Promise.race([newest.catch(() => known), late]);
}

/**
 * An answer that does not say where it came from: browsers refuse a page that was kept with the way that led to it, and a thread would take
 * the address of the file for its own, without what the page has added.
 */
function ofItself({ body, status, headers }) {
  return new Response(body, { status, headers });
}
