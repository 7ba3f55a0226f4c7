import type { Box } from '@monitor/domain';
import type { Camera } from '../filter/explore-state.ts';
import type { SyntheticShare } from '../answers/synthetic-share.ts';

/** Everything that the map needs from outside; it keeps no filter state of its own. */
export interface IncidentMapProps {
  /** Canonical query text of the filter; part of every tile's address. */
  readonly query: string;
  /** Incidents of the filter that have a point on the map; undefined while that is not known of this very filter. */
  readonly located: number | undefined;
  /** Version of the published data; a new one makes the map ask for its tiles anew. */
  readonly datasetVersion: number;
  readonly theme: 'light' | 'dark';
  /** Where to look at first; undefined for the whole monitored region. */
  readonly camera: Camera | undefined;
  readonly onCameraChange: (camera: Camera) => void;
  /** Public id of the incident whose record is open. */
  readonly selectedIncident: string | undefined;
  readonly onSelectIncident: (id: string) => void;
  /** The person asks for the list of the incidents of a location within these bounds. */
  readonly onSelectArea: (country: string, bounds: Box) => void;
  /** How much of the data shown is made up; the map says so. */
  readonly synthetic: SyntheticShare;
}
