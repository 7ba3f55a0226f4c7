import { askPatiently } from '../api/retry.ts';

/* How the map's worker loads the tiles of the incidents. By itself the map would take the first refusal for the end, and leave a hole. */

/** Scheme of the addresses that are loaded so; after it comes the path on the page's own server. */
export const tileScheme = 'patient';

/** A tile as the map takes it in. */
export interface LoadedTile {
  readonly data: ArrayBuffer;
  readonly etag?: string;
}

/** Loads a tile. The map aborts when it does not need it any more. Throws `RequestError`. */
export async function loadTile(
  { url }: { readonly url: string },
  { signal }: { readonly signal: AbortSignal },
): Promise<LoadedTile> {
  const path = url.slice(`${tileScheme}://`.length);
  // The fragment says that the data has changed: what the browser has kept must be checked with the server.
  const response = await askPatiently(path, { cache: /#version=\d+$/.test(path) ? 'no-cache' : 'default', signal });
  const etag = response.headers.get('etag');
  return { data: await response.arrayBuffer(), ...(etag !== null && { etag }) };
}
