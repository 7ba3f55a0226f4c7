import type { TFunction } from 'i18next';
import { type SavedView, viewLimits, viewName } from './saved-view.ts';

/** Why a view cannot have a name, in words; undefined where it can. @param others views that may not have the same */
export function nameProblem(text: string, others: readonly SavedView[], t: TFunction): string | undefined {
  if (text.trim() === '') return t('views.nameProblem.empty');
  const name = viewName(text);
  if (name === undefined) return t('views.nameProblem.long', { most: viewLimits.name });
  return others.some((view) => view.name === name) ? t('views.nameProblem.taken', { name }) : undefined;
}
