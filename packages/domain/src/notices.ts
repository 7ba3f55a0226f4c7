/** Sentences that must accompany names, maps, points and made-up data wherever they are shown or exported. */
export const notices = {
  kosovo: 'References to Kosovo shall be understood to be in the context of UN Security Council resolution 1244 (1999).',
  boundaries:
    'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance.',
  /** In a file without a map, of which "on this map" would not be true. */
  designations: 'The boundaries and names and the designations used do not imply official endorsement or acceptance.',
  sensitive:
    'The point is the centre of the settlement for domestic and sexual violence, suicides, incidents that involve partners or relatives or a victim or suspect aged 18 or younger, and incidents in which people were or may have been harmed and the type is not known to be harmless.',
  synthetic: 'Synthetic data: made up for demonstration, not a record of real events.',
} as const;
