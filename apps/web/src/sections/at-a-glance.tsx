import { siteFocus } from '@monitor/geography';
import { citation, type Codebook, type DatasetList } from '@monitor/contract';
import { today } from '@monitor/domain';
import { coverageOf, type SyntheticShare, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { wholeAddress } from '../api/site.ts';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useFormat } from '../format/use-format.ts';
import { contactAddress, webAddress } from '../format/web-address.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import marks from '../styles/synthetic.module.css';
import styles from './at-a-glance.module.css';
import kit from '../styles/kit.module.css';

/** What a person wants to know before anything else: what is in here, how far to trust it, how to cite it, and whom to ask. */
export function AtAGlance() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const { data } = useQuery(queries.datasets());
  const { data: codebook } = useQuery(queries.codebook());
  const datasets = (data?.datasets ?? []).filter(({ incidents }) => incidents > 0);
  const period = coverageOf(datasets);
  if (data === undefined || period === undefined) return null;
  const share = syntheticShare(datasets);
  const incidents = datasets.reduce((sum, dataset) => sum + dataset.incidents, 0);
  const locations = [...new Set(datasets.flatMap(({ countries }) => countries))].map((code) => terms.place(code)).toSorted();
  const sources = [...new Set(datasets.filter(({ synthetic }) => !synthetic).map(({ attribution }) => attribution))].join('; ');
  const licences = [...new Set(datasets.map(({ licence }) => licence))];
  return (
    <dl className={`${kit.box} ${kit.words} ${kit.stack} ${styles.facts}`}>
      <dt>{t('glance.content.title')}</dt>
      <dd>
        {t('glance.content.text', {
          incidents: t('glance.content.incidents', { count: incidents, number: number.count(incidents) }),
          datasets: t('glance.content.datasets', { count: datasets.length }),
          from: date.day(period.from),
          to: date.day(period.to),
          locations: locations.join(', '),
        })}
      </dd>
      <dt>{t('glance.collected.title')}</dt>
      <dd>{t(`glance.collected.${share}`, { sources })}</dd>
      <dt>{t('glance.trust.title')}</dt>
      <dd>
        {share === 'none' ? null : <span className={marks.synthetic}>{t(`glance.trust.${share}`)}</span>} {t('glance.trust.text')}
      </dd>
      <dt>{t('glance.cite.title')}</dt>
      <dd>
        <Citation data={data} titles={datasets.map(({ title }) => title)} share={share} publisher={codebook?.publisher} />
      </dd>
      {codebook?.contact === undefined ? null : (
        <>
          <dt>{t('glance.contact')}</dt>
          <dd>
            <MaybeLink text={codebook.contact} />
          </dd>
        </>
      )}
      <dt>{t('incident.licence')}</dt>
      <dd>
        {codebook?.licence === undefined ? null : (
          <>
            {t('glance.licence.figures')} <MaybeLink text={codebook.licence} />.{' '}
          </>
        )}
        {t('glance.licence.datasets', { licences: licences.join(', ') })}
      </dd>
      <dt>{t('data.updated')}</dt>
      <dd>
        {datasets
          .flatMap(({ title, updated_at }) => (updated_at === null ? [] : [`${title}: ${date.moment(updated_at)}`]))
          .join('; ')}
      </dd>
    </dl>
  );
}

interface CitationProps {
  readonly data: DatasetList;
  readonly titles: readonly string[];
  readonly share: SyntheticShare;
  readonly publisher: Codebook['publisher'];
}

/** A reference to the data as they are today, to copy. */
function Citation({ data, titles, share, publisher }: CitationProps) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  const { text } = citation({
    publisher: publisher ?? siteFocus().title,
    title: titles.join('; '),
    datasetVersion: data.datasetVersion,
    downloadedOn: today(),
    address: wholeAddress(''),
    synthetic: share,
  });
  return (
    <>
      <span className={kit.push1}>{text}</span>
      <button type="button" className={`${buttons.link} ${kit.nowrap}`} onClick={() => copy(text)}>
        <span aria-live="polite">{t(`glance.cite.copy.${state}`)}</span>
      </button>
    </>
  );
}

/** What an operator has written, as a link where it is an address. */
function MaybeLink({ text }: { text: string }) {
  const address = contactAddress(text);
  if (address === undefined) return text;
  const isWeb = webAddress(text) !== undefined;
  return (
    <a href={address} {...(isWeb && { target: '_blank', rel: 'noreferrer noopener' })}>
      {text}
    </a>
  );
}
