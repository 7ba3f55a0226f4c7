import type { Citation } from '@monitor/contract';
import type { Dataset } from '@monitor/findings';
import { type CitedView, useCitation } from '../cite/use-citation.ts';
import buttons from '../controls/button.module.css';
import { LicenceLink } from '../controls/licence-link.tsx';
import { saveFile } from '../controls/save-file.ts';
import { useCopied } from '../controls/use-copied.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';

interface Props {
  /** The datasets of the file; undefined while unknown. */
  readonly datasets: readonly Dataset[] | undefined;
  /** What is said in place of the licences while they are unknown. */
  readonly otherwise: string;
  /** What is cited. */
  readonly view: CitedView;
}

/** What may be done with the file, and how it is cited. */
export function LicenceAndCitation({ datasets, otherwise, view }: Props) {
  const { t } = useTranslation();
  const cited = useCitation(view);
  return (
    <section>
      <h3 className={`${kit.heading} ${styles.legend}`}>{t('export.cite.heading')}</h3>
      {datasets === undefined ? (
        <p>{otherwise}</p>
      ) : (
        <ul>
          {datasets.map(({ slug, title: name, licence, licence_url, attribution }) => (
            <li key={slug}>
              {name}: <LicenceLink name={licence} address={licence_url} />
              <span className={`${kit.note} ${kit.block}`}>{attribution}</span>
            </li>
          ))}
        </ul>
      )}
      {cited === undefined ? null : <Cited cited={cited} />}
    </section>
  );
}

/** A citation with ways to take it along. */
function Cited({ cited }: { cited: Citation }) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  return (
    <>
      <blockquote className={`${kit.note} ${styles.citation}`}>{cited.text}</blockquote>
      <p className={`${kit.wrap} ${styles.links}`}>
        <button type="button" className={buttons.link} onClick={() => copy(cited.text)}>
          <span aria-live="polite">{t(`glance.cite.copy.${state}`)}</span>
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => saveFile('citation.bib', new Blob([cited.bibtex], { type: 'application/x-bibtex' }))}
        >
          {t('cite.form.bibtex')}
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => saveFile('citation.ris', new Blob([cited.ris], { type: 'application/x-research-info-systems' }))}
        >
          {t('cite.form.ris')}
        </button>
      </p>
    </>
  );
}
