import { siteFocus } from '@monitor/geography';
import { briefTitle, readPlaceAddress } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { isNoPage } from '../api/request.ts';
import { readExploreState } from '../filter/explore-state.ts';
import { askedOfPlace } from '../filter/place-address.ts';
import { useReportSubject } from '../filter/use-report-subject.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms, useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { isPagePath, pageNames } from './page-names.ts';

/** Gives the document the title of the page, or of the record that lies over it. Tabs, bookmarks and screen readers tell pages apart by it. */
export function usePageTitle(): void {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const place = usePlaceTitle(/^\/places\/([^/]+)$/.exec(pathname)?.[1], search.query ?? '');
  const page = isPagePath(pathname) ? t(`shell.page.${pageNames[pathname]}`) : (place ?? t('notFound.title'));
  const incident = pathname === '/explore' ? readExploreState(search.query ?? '').state.view.incident : undefined;
  const record = useRecordTitle(incident);
  const report = useReportTitle(pathname === '/report');
  useEffect(() => {
    document.title = `${record ?? report ?? page} – ${siteFocus().title}`;
  }, [record, report, page]);
}

/** What the page of a place is called; undefined if there is none. */
function usePlaceTitle(address: string | undefined, query: string): string | undefined {
  const { t, i18n } = useTranslation();
  const terms = useTerms();
  const read = address === undefined ? undefined : readPlaceAddress(address);
  const isSettlement = read?.kind === 'settlement';
  const asked = isSettlement ? askedOfPlace(address ?? '', readExploreState(query).state.filter) : '';
  const { data, error } = useQuery({ ...queries.page('place', 'main', asked, i18n.language), enabled: isSettlement });
  if (address === undefined) return undefined;
  if (read === undefined || isNoPage(error)) return t('places.none.title');
  return read.kind === 'settlement' ? (data?.data?.place.name ?? t('shell.page.place')) : terms.place(read.code);
}

/** What a record is called: by its identifier until it is there. Undefined if none is open. */
function useRecordTitle(id: string | undefined): string | undefined {
  const { t } = useTranslation();
  const terms = useTerms();
  const { date } = useFormat();
  const { data } = useQuery({ ...queries.incident(id ?? ''), enabled: id !== undefined });
  if (id === undefined) return undefined;
  if (data === undefined) return t('incident.title', { id });
  return [terms.label('type', data.type), data.place ?? terms.place(data.country), date.day(data.occurred_on)].join(', ');
}

/** What a brief is called, which is also the title of its PDF. Undefined on other pages. */
function useReportTitle(shown: boolean): string | undefined {
  const voice = useVoice();
  const { subject } = useReportSubject(shown);
  return shown && subject !== undefined ? briefTitle(subject, voice) : undefined;
}
