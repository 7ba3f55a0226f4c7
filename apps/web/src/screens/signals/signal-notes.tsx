import { Section } from '../../controls/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';

/** Addresses of the files of signals. @param query chooses series, as on the page */
export function downloads(query: string) {
  const search = query === '' ? '' : `?${query}`;
  return { feed: `/api/v1/signals.atom${search}`, api: `/api/v1/signals${search}`, csv: `/api/v1/signals.csv${search}` };
}

/** What a signal does not say, and how to hear of new ones. */
export function SignalNotes({ query }: { query: string }) {
  const { t } = useTranslation();
  const { feed, api, csv } = downloads(query);
  return (
    <>
      <Section title={t('signals.limits.title')}>
        <p className={`${kit.detail} ${kit.top3}`}>{t('signals.limits.text')}</p>
      </Section>
      <Section title={t('signals.follow.title')}>
        <p className={`${kit.wrap} ${kit.plain}`}>
          <a href={feed}>{t('signals.follow.feed')}</a>
          <a href={api}>{t('signals.follow.api')}</a>
          <a href={csv} download>
            {t('signals.follow.csv')}
          </a>
        </p>
      </Section>
    </>
  );
}
