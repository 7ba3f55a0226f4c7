import { useSyncExternalStore } from 'react';

/** The incident under the pointer, or with the focus of the table. */
export interface HoveredIncident {
  readonly id: string;
  /** Code of its location, where that is known. */
  readonly country: string | undefined;
  /** Degrees; null without a public point. */
  readonly lon: number | null;
  readonly lat: number | null;
}

let hovered: HoveredIncident | undefined;
const listeners = new Set<() => void>();

/** Table and map mark the same incident: each says which one it has under the pointer, and both are drawn again. */
export function setHovered(incident: HoveredIncident | undefined): void {
  if (incident?.id === hovered?.id) return;
  hovered = incident;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHovered(): HoveredIncident | undefined {
  return useSyncExternalStore(
    subscribe,
    () => hovered,
    () => undefined,
  );
}

/** Whether an incident is the hovered one: drawn again only where that changes. */
export function useIsHovered(id: string | undefined): boolean {
  return useSyncExternalStore(
    subscribe,
    () => id !== undefined && hovered?.id === id,
    () => false,
  );
}
