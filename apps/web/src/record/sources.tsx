import type { IncidentDetail } from '@monitor/contract';
import { ExternalLink } from 'lucide-react';
import { useFormat } from '../format/use-format.ts';
import { localeOf } from '@monitor/findings';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './incident-record.module.css';
import kit from '../styles/kit.module.css';
import { webAddress } from '../format/web-address.ts';

interface SourcesProps {
  readonly sources: IncidentDetail['source_details'];
  /** Links are withheld. */
  readonly sensitive: boolean;
  readonly synthetic: boolean;
}

/** What the record rests on. */
export function Sources({ sources, sensitive, synthetic }: SourcesProps) {
  const { t, i18n } = useTranslation();
  const terms = useTerms();
  const { date } = useFormat();
  const languageName = (code: string) => {
    try {
      return new Intl.DisplayNames(localeOf(i18n.language), { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  return (
    <section>
      <h3>{t('incident.sources')}</h3>
      {sources.length === 0 ? <p className={kit.hint}>{t('incident.noSources')}</p> : null}
      <ul className={styles.items}>
        {sources.map((source, index) => {
          const address = webAddress(source.url);
          const name = source.publisher ?? address?.hostname ?? terms.label('source_kind', source.kind);
          const about = [
            terms.label('source_kind', source.kind),
            source.published_on === null ? null : date.day(source.published_on),
            source.language === null ? null : languageName(source.language),
          ];
          return (
            // Two sources can be alike in everything, and the record does not change while it is shown.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              {address === undefined ? (
                name
              ) : (
                <a href={address.href} target="_blank" rel="noreferrer noopener">
                  {name} <ExternalLink size={12} aria-label={t('incident.newTab')} />
                </a>
              )}
              <div className={kit.hint}>{about.filter((part) => part !== null).join(' · ')}</div>
            </li>
          );
        })}
      </ul>
      {synthetic || sources.every(({ url }) => url !== null) ? null : (
        <p className={`${kit.note} ${kit.around} ${styles.note}`}>
          {t(sensitive ? 'incident.linksWithheld' : 'incident.linksLeftOut')}
        </p>
      )}
    </section>
  );
}
