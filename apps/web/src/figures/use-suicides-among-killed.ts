import type { Answers } from '../answers/use-answers.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** The sentence that must accompany totals of people killed if datasets include suicides in them; undefined if none does. */
export function useSuicidesAmongKilled(datasets: Answers['datasetsShown']): string | undefined {
  const { t } = useTranslation();
  const titles = datasets.filter((dataset) => dataset.killed_includes_suicides).map(({ title }) => title);
  return titles.length === 0 ? undefined : t('summary.suicidesAmongKilled', { datasets: titles });
}
