import { useState } from 'react';
import { tileAddress } from './tile-address.ts';

/** Address of the tiles of a filter; another one when the filter changes, or the data since the page was loaded. */
export function useTileAddress(query: string, datasetVersion: number): string {
  const [versionAtStart, setVersionAtStart] = useState(datasetVersion);
  // 0 stands for a version that is not known yet; the first known one is no change.
  if (versionAtStart === 0 && datasetVersion !== 0) setVersionAtStart(datasetVersion);
  const changed = versionAtStart !== 0 && datasetVersion !== versionAtStart;
  return tileAddress(window.location.origin, query, changed ? datasetVersion : undefined);
}
