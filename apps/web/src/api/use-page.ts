import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../i18n/use-translation.ts';
import { type PageName, type Pages, queries } from './queries.ts';
import { useLastAnswer } from './use-last-answer.ts';

/**
 * All that a page says, of one version of the data; the last of it while a new answer is on its way.
 * @param part a part further down, which is an answer of its own
 * @param query what was chosen: the filter and the choices of the page
 */
export function usePage<Name extends PageName, Part extends keyof Pages[Name] & string>(name: Name, part: Part, query = '') {
  const { i18n } = useTranslation();
  return useLastAnswer(useQuery(queries.page(name, part, query, i18n.language)), query);
}
