import type { IncidentDetail } from '@monitor/contract';
import { ExternalLink } from 'lucide-react';
import { useFormat } from '../format/use-format.ts';
import { localeOf } from '@monitor/domain';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './incident-record.module.css';
import kit from '../styles/kit.module.css';
import { webAddress } from '../format/web-address.ts';
import { LicenceLink } from '../controls/licence-link.tsx';

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
            // oxlint-disable-next-line react/no-array-index-key -- two sources can be alike in everything, and the record does not change while it is shown
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

/** Where the record comes from and what may be done with it. */
export function Provenance({ incident: { provenance, status } }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { date } = useFormat();
  return (
    <section>
      <h3>{t('incident.provenance')}</h3>
      <dl className={`${kit.facts} ${styles.facts}`}>
        <dt>{t('filter.dimension.dataset')}</dt>
        <dd>{provenance.dataset_title}</dd>
        <dt>{t('incident.licence')}</dt>
        <dd>
          <LicenceLink name={provenance.licence} address={provenance.licence_url} />
        </dd>
        <dt>{t('incident.attribution')}</dt>
        <dd>{provenance.attribution}</dd>
        {provenance.source_key === null ? null : (
          <>
            <dt>{t('incident.sourceKey')}</dt>
            <dd>{provenance.source_key}</dd>
          </>
        )}
        {provenance.imported_at === null ? null : (
          <>
            <dt>{t('incident.imported')}</dt>
            <dd>
              {date.moment(provenance.imported_at)}
              {provenance.imported_from === null ? null : (
                <span className={kit.hint}>{t('incident.format', { format: provenance.imported_from })}</span>
              )}
            </dd>
          </>
        )}
        <dt>{t('incident.status')}</dt>
        <dd>{terms.label('record_status', status)}</dd>
      </dl>
    </section>
  );
}

/** What happened to the record, latest first. */
export function History({ history }: { history: IncidentDetail['history'] }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  if (history.length === 0) return null;
  return (
    <section>
      <h3>{t('incident.history')}</h3>
      <ol className={styles.items}>
        {history
          .toSorted((one, other) => other.revision - one.revision)
          .map((revision) => (
            <li key={revision.revision}>
              {t(`incident.change.${revision.change}`, { day: date.moment(revision.changed_at) })}
              {revision.fields.length === 0 || revision.change !== 'updated' ? null : (
                <div className={kit.hint}>{t('incident.fields', { fields: revision.fields.join(', ') })}</div>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
