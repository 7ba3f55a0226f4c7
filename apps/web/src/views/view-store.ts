import { readKeptViews, type SavedView, viewLimits, viewName, writeViews } from './saved-view.ts';

/** Where views are kept in a browser. */
export const viewsKey = 'monitor.views';
/** Where a text is kept that could not be read in full, before it is written over. */
export const unreadableKey = 'monitor.views.unreadable';

export interface Kept {
  readonly views: readonly SavedView[];
  /** What was kept and could not be read in full. */
  readonly unreadable: string | undefined;
}

/** Part of `Storage`. Each of its functions may throw: storage can be forbidden, or full. */
type KeptTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The views of a browser. What other tabs save is not lost: an act changes what is kept at that moment, and not what this tab has read
 * before. Between reading and writing nothing waits.
 * @param storage gives the storage of the browser; may throw
 */
export class ViewStore {
  readonly #storage: () => KeptTexts;
  readonly #listeners = new Set<() => void>();
  #last: { readonly text: string | null; readonly aside: string | null; readonly kept: Kept } | undefined;

  constructor(storage: () => KeptTexts) {
    this.#storage = storage;
  }

  /** What is kept now: the same object as long as it does not change. */
  readonly current = (): Kept => {
    let text: string | null = null;
    let aside: string | null = null;
    try {
      text = this.#storage().getItem(viewsKey);
      aside = this.#storage().getItem(unreadableKey);
    } catch {
      // Without storage there are no views.
    }
    if (this.#last === undefined || this.#last.text !== text || this.#last.aside !== aside) {
      const { views, isWhole } = text === null ? { views: [], isWhole: true } : readKeptViews(text);
      const unreadable = [aside, isWhole ? null : text].filter((one) => one !== null).join('\n');
      this.#last = { text, aside, kept: { views, unreadable: unreadable === '' ? undefined : unreadable } };
    }
    return this.#last.kept;
  };

  /** Calls back after changes, of other tabs too where `window` is given. */
  readonly subscribe = (listener: () => void, window?: Pick<Window, 'addEventListener' | 'removeEventListener'>): (() => void) => {
    this.#listeners.add(listener);
    // The key is null if everything was removed.
    const ofOthers = ({ key }: StorageEvent) => {
      if (key === null || key === viewsKey || key === unreadableKey) listener();
    };
    window?.addEventListener('storage', ofOthers);
    return () => {
      this.#listeners.delete(listener);
      window?.removeEventListener('storage', ofOthers);
    };
  };

  /** Changes what is kept. False if the browser does not keep it; nothing has changed then. */
  change(update: (views: readonly SavedView[]) => readonly SavedView[]): boolean {
    const { views, unreadable } = this.current();
    try {
      const storage = this.#storage();
      // A person, or a later release, may be able to read it.
      if (unreadable !== undefined) storage.setItem(unreadableKey, unreadable);
      storage.setItem(viewsKey, writeViews(update(views)));
    } catch {
      return false;
    } finally {
      this.#tell();
    }
    return true;
  }

  /** Adds the views of a file. */
  merge(file: readonly SavedView[]): Merged | 'too_many' | 'not_kept' {
    const merged = mergeViews(this.current().views, file);
    if (merged === undefined) return 'too_many';
    return merged.added === 0 || this.change((views) => mergeViews(views, file)?.views ?? views) ? merged : 'not_kept';
  }

  /** Removes what could not be read. */
  forgetUnreadable(): void {
    try {
      const { views } = this.current();
      this.#storage().setItem(viewsKey, writeViews(views));
      this.#storage().removeItem(unreadableKey);
    } catch {
      // It stays.
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The views of this browser. */
export const viewStore = new ViewStore(() => localStorage);

/** What became of the views of a file. */
interface Merged {
  readonly views: readonly SavedView[];
  readonly added: number;
  /** Those that were here before; they stay as they are. */
  readonly known: number;
}

/**
 * Views with those of a file added. Nothing is replaced: a view that is here, by its identifier or by name and address, stays as it is,
 * and a name that another view has gets a number. So a second import of the same file changes nothing.
 * @returns undefined if there would be too many
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
function freeName(name: string, views: readonly SavedView[]): string {
  const taken = new Set(views.map((view) => view.name));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` (${number})`;
    const next = `${viewName(name.slice(0, viewLimits.name - ending.length)) ?? ''}${ending}`;
    if (!taken.has(next)) return next;
  }
}
