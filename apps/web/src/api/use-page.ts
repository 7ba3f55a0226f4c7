import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../i18n/use-translation.ts';
import { type PageName, queries } from './queries.ts';
import { useLastAnswer } from './use-last-answer.ts';

/**
 * All that a page says, of one version of the data; the last of it while a new answer is on its way.
 * @param query what was chosen: the filter and the choices of the page
 */
export function usePage<Name extends PageName>(name: Name, query = '') {
  const { i18n } = useTranslation();
  return useLastAnswer(useQuery(queries.page(name, query, i18n.language)), query);
}
