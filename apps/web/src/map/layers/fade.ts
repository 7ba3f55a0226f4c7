import type { Sheet, Sheets } from '../sheets.ts';

/** Milliseconds in which a sheet of figures fades in, and then the one under it out. */
export const fadeTime = 150;

export interface Fade {
  readonly opacity: 0 | 1;
  /** Milliseconds. */
  readonly transition: { readonly duration: number; readonly delay: number };
}

/**
 * How a sheet is seen. The one that leaves keeps its strength until the other is there, so that what is the same on both
 * does not grow pale in between.
 */
export function fadeOf(sheet: Sheet, sheets: Sheets, motion: boolean): Fade {
  const duration = motion ? fadeTime : 0;
  return {
    opacity: sheet === sheets.shown ? 1 : 0,
    transition: { duration, delay: sheet === sheets.leaving ? duration : 0 },
  };
}
