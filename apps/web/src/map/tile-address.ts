/**
 * Address of the incident tiles for a filter, with `{z}/{x}/{y}` left for the map to fill in.
 *
 * The API refuses parameters that it does not know, so a new version of the data stands in the fragment: it never
 * leaves the browser, yet makes the address another one, and with it the map ask again.
 * @param origin scheme, host and port: tiles are fetched by a worker, which does not know the page's address.
 * @param query canonical query text of the filter; escaped, so that it holds no braces.
 * @param newVersion version of the data where it has changed since the page was loaded.
 */
export function tileAddress(origin: string, query: string, newVersion: number | undefined): string {
  const version = newVersion === undefined ? '' : `#version=${newVersion}`;
  return `${origin}/api/v1/tiles/{z}/{x}/{y}.mvt${query === '' ? '' : `?${query}`}${version}`;
}

/**
 * How a tile may be taken from the browser's cache. Once the data have changed, what the cache holds must be checked
 * with the server, since the same address may hold an older answer.
 */
export function tileCacheMode(address: string): RequestCache {
  return /\/api\/v1\/tiles\/.*#version=\d+$/.test(address) ? 'no-cache' : 'default';
}
