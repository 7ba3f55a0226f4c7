import { createContext, type ReactNode, useContext } from 'react';
import { inBrowser } from './in-browser.ts';

/** Whether sections further down are drawn. Not by the server, which would wait for their figures before it sends the page. */
export const DrawsFurther = createContext(inBrowser);

/**
 * Sections further down a long page. They request their figures when the first ones are there, which then come the sooner.
 * @param when whether the first figures of the page are there
 */
export function Further({ when, children }: { when: boolean; children: ReactNode }) {
  const draws = useContext(DrawsFurther);
  return draws && when ? children : null;
}
