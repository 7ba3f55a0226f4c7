import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { readExploreState } from '../filter/explore-state.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { isPagePath, pageNames } from './page-names.ts';

/** Gives the document the title of the page, or of the record that lies over it. Tabs, bookmarks and screen readers tell pages apart by it. */
export function usePageTitle(): void {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const page = isPagePath(pathname) ? t(`shell.page.${pageNames[pathname]}`) : t('notFound.title');
  const incident = pathname === '/explore' ? readExploreState(search.query ?? '').state.view.incident : undefined;
  const record = useRecordTitle(incident);
  useEffect(() => {
    document.title = `${record ?? page} – ${t('product.name')}`;
  }, [record, page, t]);
}

/** What a record is called: by its identifier until it is there. Undefined where none is open. */
function useRecordTitle(id: string | undefined): string | undefined {
  const { t } = useTranslation();
  const terms = useTerms();
  const { date } = useFormat();
  const { data } = useQuery({ ...queries.incident(id ?? ''), enabled: id !== undefined });
  if (id === undefined) return undefined;
  if (data === undefined) return t('incident.title', { id });
  return [terms.label('type', data.type), data.place ?? terms.place(data.country), date.day(data.occurred_on)].join(', ');
}
