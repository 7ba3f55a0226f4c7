/** True if the person has asked the system for less motion. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Brings a part of the page into the window: to its top, or as little as is needed to see it whole. */
export function scrollTo(part: Element | null, where: 'start' | 'nearest'): void {
  part?.scrollIntoView({ behavior: prefersReducedMotion() ? 'auto' : 'smooth', block: where });
}
