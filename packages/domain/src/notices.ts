/** Sentences that must accompany names, maps and made-up data wherever they are shown or exported. */
export const notices = {
  kosovo: 'References to Kosovo shall be understood to be in the context of UN Security Council resolution 1244 (1999).',
  boundaries:
    'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance.',
  synthetic: 'Synthetic data: made up for demonstration, not a record of real events.',
} as const;
