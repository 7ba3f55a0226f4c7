import type { Listed } from '../raw-incident.ts';

/** A text as it is published where it is listed; undefined if it is not. */
export function listedText(text: string, listed: Listed | undefined): string | undefined {
  return listed === 'all' ? text : listed?.get(text.toLowerCase());
}
