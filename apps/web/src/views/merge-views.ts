import { type SavedView, viewLimits, viewName } from './saved-view.ts';

/** What became of the views of a file. */
export interface Merged {
  readonly views: readonly SavedView[];
  readonly added: number;
  /** Those that were here before; they stay as they are. */
  readonly known: number;
}

/**
 * Views with those of a file added. Nothing is replaced: a view that is here, by its identifier or by name and address, stays as it is,
 * and a name that another view has gets a number. So a second import of the same file changes nothing.
 * @returns undefined where there would be too many
 */
export function mergeViews(here: readonly SavedView[], file: readonly SavedView[]): Merged | undefined {
  const views = [...here];
  for (const view of file) {
    const isKnown = views.some(({ id, name, address }) => id === view.id || (name === view.name && address === view.address));
    if (!isKnown) views.push({ ...view, name: freeName(view.name, views) });
  }
  const added = views.length - here.length;
  return views.length > viewLimits.views ? undefined : { views, added, known: file.length - added };
}

/** A name that no view has: the same, or with a number after it. */
export function freeName(name: string, views: readonly SavedView[]): string {
  const taken = new Set(views.map((view) => view.name));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` (${number})`;
    const next = `${viewName(name.slice(0, viewLimits.name - ending.length)) ?? ''}${ending}`;
    if (!taken.has(next)) return next;
  }
}
