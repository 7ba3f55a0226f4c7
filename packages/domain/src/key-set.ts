/** Internal numbers of incidents. */
export interface KeySet {
  /** A bit for each number, the lowest bit of a byte first; may end before the highest number that there is. */
  readonly bits: Uint8Array;
  /** How many there are. */
  readonly count: number;
}
