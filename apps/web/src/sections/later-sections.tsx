import { createContext, type ReactNode, useContext } from 'react';

/** Whether sections further down are drawn at all; the bench leaves them out to measure what comes first. */
export const DrawsLaterSections = createContext(true);

/**
 * Sections further down a long page. They request their figures when the first ones are there, which then come the sooner.
 * @param when whether the first figures of the page are there
 */
export function LaterSections({ when, children }: { when: boolean; children: ReactNode }) {
  const draws = useContext(DrawsLaterSections);
  return draws && when ? children : null;
}
