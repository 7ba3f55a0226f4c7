import type { SyntheticShare } from '@monitor/findings';
import type { TFunction } from 'i18next';

/** A view that somebody has saved under a name: in the browser, and in the file that docs/saved-views.md describes. */
export interface SavedView {
  /** Random; the same view has the same one in every browser and file. */
  readonly id: string;
  readonly name: string;
  /** Path and query string on this site: `/explore?country=RS`. */
  readonly address: string;
  /** When it was saved: ISO 8601, in UTC. */
  readonly saved: string;
  /** Version of the data at that time. */
  readonly datasetVersion: number;
  /** How much of the data that it selects was made up. */
  readonly synthetic: SyntheticShare;
}

export const viewLimits = {
  /** Views in a browser, and in a file. */
  views: 200,
  /** Characters of a name. */
  name: 80,
  /** Characters of an address; the server accepts no longer ones. */
  address: 8192,
  /** Characters of a file: more than all views of the greatest length have. */
  file: 2_000_000,
} as const;

const format = 'open-armed-violence-monitor/views';
const version = 1;

/** Why a file of views cannot be read. `at` counts its views from one. */
export type ViewsProblem =
  | { readonly kind: 'too_large' | 'not_json' | 'other_file' | 'newer' | 'too_many' }
  | { readonly kind: 'bad_view'; readonly at: number; readonly field: keyof SavedView };

/** The text that keeps views, in the browser and in a file. */
export function writeViews(views: readonly SavedView[]): string {
  return `${JSON.stringify({ format, version, views }, null, 2)}\n`;
}

/** Reads a file of views: all of them, or why none. Never throws. */
export function readViewsFile(text: string): { readonly views: readonly SavedView[] } | { readonly problem: ViewsProblem } {
  if (text.length > viewLimits.file) return { problem: { kind: 'too_large' } };
  const list = listOf(text);
  if (typeof list === 'string') return { problem: { kind: list } };
  if (list.length > viewLimits.views) return { problem: { kind: 'too_many' } };
  const views: SavedView[] = [];
  for (const [index, value] of list.entries()) {
    const view = readView(value);
    if (typeof view === 'string') return { problem: { kind: 'bad_view', at: index + 1, field: view } };
    views.push(view);
  }
  return { views };
}

/** Reads what the browser has kept: every view that can be read, and whether that is all of it. Never throws. */
export function readKeptViews(text: string): { readonly views: readonly SavedView[]; readonly isWhole: boolean } {
  const list = listOf(text);
  if (typeof list === 'string') return { views: [], isWhole: false };
  const read = list.map(readView).filter((view) => typeof view !== 'string');
  const ids = new Set<string>();
  const views = read.filter(({ id }) => !ids.has(id) && ids.add(id)).slice(0, viewLimits.views);
  return { views, isWhole: views.length === list.length };
}

function listOf(text: string): readonly unknown[] | 'not_json' | 'other_file' | 'newer' {
  let content: unknown;
  try {
    // The mark that some editors put before a text is not JSON.
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not_json';
  }
  if (!isRecord(content) || content.format !== format || typeof content.version !== 'number') return 'other_file';
  if (content.version > version) return 'newer';
  return Array.isArray(content.views) ? (content.views as readonly unknown[]) : 'other_file';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path of this site, so that a file of others leads nowhere else, and what may follow it. */
const addressPattern = /^\/(?:[a-z]+(?:\/[\w-]+)?)?(?:\?[!-~]*)?$/i;

/** How each field is read; undefined if it is none. */
const fields: { readonly [Field in keyof SavedView]: (value: unknown) => SavedView[Field] | undefined } = {
  id: (value) => (typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined),
  name: (value) => (typeof value === 'string' ? viewName(value) : undefined),
  address: (value) =>
    typeof value === 'string' && value.length <= viewLimits.address && addressPattern.test(value) ? value : undefined,
  saved: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
      ? value
      : undefined,
  datasetVersion: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined),
  synthetic: (value) => (['none', 'some', 'all'] as const).find((one) => one === value),
};

/** A view, or the first of its fields that cannot be read. */
function readView(value: unknown): SavedView | keyof SavedView {
  const view: Record<string, unknown> = {};
  for (const field of Object.keys(fields) as (keyof SavedView)[]) {
    const read = isRecord(value) ? fields[field](value[field]) : undefined;
    if (read === undefined) return field;
    view[field] = read;
  }
  return view as unknown as SavedView;
}

/** A name as it is kept: in one line, without what cannot be seen. Undefined if nothing or too much is left. */
export function viewName(text: string): string | undefined {
  const name = text
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return name === '' || name.length > viewLimits.name ? undefined : name;
}

/** An identifier. Not `randomUUID`, which browsers offer on secure sites only. */
export function newViewId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why a view cannot have a name, in words; undefined if it can. @param others views that may not have the same */
export function nameProblem(text: string, others: readonly SavedView[], t: TFunction): string | undefined {
  if (text.trim() === '') return t('views.nameProblem.empty');
  const name = viewName(text);
  if (name === undefined) return t('views.nameProblem.long', { most: viewLimits.name });
  return others.some((view) => view.name === name) ? t('views.nameProblem.taken', { name }) : undefined;
}

/** What the last act did, in words, and how to take it back. */
export interface Said {
  readonly text: string;
  readonly isFailure?: boolean;
  readonly undo?: () => void;
}
