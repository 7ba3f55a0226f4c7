/** Signals that are enough for a first look. */
const enoughSignals = 6;

/** The first of some listed weeks, until there are enough signals. */
export function firstLook<Weeks extends { readonly signals: readonly unknown[] }>(listed: readonly Weeks[]): readonly Weeks[] {
  let count = 0;
  return listed.filter(({ signals }) => {
    const isWanted = count < enoughSignals;
    count += signals.length;
    return isWanted;
  });
}
