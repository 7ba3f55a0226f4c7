import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { Wording } from './constraints.ts';
import { useDatasetTitle } from './use-dataset-title.ts';

/** Everything that a filter is put into words with. */
export function useWording(): Wording {
  const { t } = useTranslation();
  return { t, terms: useTerms(), format: useFormat(), datasetTitle: useDatasetTitle() };
}
