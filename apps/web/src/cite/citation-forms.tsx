import type { Citation } from '@monitor/contract';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './citation-forms.module.css';
import kit from '../styles/kit.module.css';
import { type CitedView, useCitation } from './use-citation.ts';

/** The forms in which a citation is given, in the order in which they are shown. */
const forms = ['text', 'bibtex', 'ris'] as const satisfies readonly (keyof Citation)[];
type FormName = (typeof forms)[number];

/** The citation of a view in each form, each to be copied, and what its address promises. */
export default function CitationForms({ view }: { view: CitedView }) {
  const { t } = useTranslation();
  const cited = useCitation(view);
  if (cited === undefined) return <p>{t('state.loading')}</p>;
  return (
    <div className={kit.stackWide}>
      {forms.map((form) => (
        <Form key={form} form={form} text={cited[form]} />
      ))}
      <p className={kit.note}>{t(`cite.promise.${view.record === undefined ? 'view' : 'record'}`)}</p>
    </div>
  );
}

function Form({ form, text }: { form: FormName; text: string }) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  const title = t(`cite.form.${form}`);
  return (
    <section className={kit.least} aria-label={title}>
      <div className={`${kit.spread} ${kit.bottom1}`}>
        <h3 className={kit.heading}>{title}</h3>
        <button type="button" className={buttons.link} onClick={() => copy(text)}>
          <span aria-live="polite">{t(`cite.copy.${state}`, { form: title })}</span>
        </button>
      </div>
      <pre className={`${kit.note} ${kit.anywhere} ${kit.padSmall} ${styles.text}`} data-form={form}>
        {text}
      </pre>
    </section>
  );
}
