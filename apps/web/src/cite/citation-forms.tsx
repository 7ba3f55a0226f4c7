import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useFormat } from '../format/use-format.ts';
import { bibtex, citationText, ris } from './citation.ts';
import styles from './citation-forms.module.css';
import { type CitedView, useCited } from './use-cited.ts';

/** The forms in which a citation is given, as they are shown. */
const forms = { text: citationText, bibtex, ris } as const;

/** The citation of a view in each form, each to be copied, and what its address promises. */
export function Citation({ view }: { view: CitedView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cited = useCited(view);
  if (cited === undefined) return <p>{t('state.loading')}</p>;
  return (
    <div className={styles.forms}>
      {(Object.keys(forms) as readonly (keyof typeof forms)[]).map((form) => (
        <Form key={form} form={form} text={forms[form](cited, { t, format })} />
      ))}
      <p className={styles.promise}>{t('cite.promise')}</p>
    </div>
  );
}

function Form({ form, text }: { form: keyof typeof forms; text: string }) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  const title = t(`cite.form.${form}`);
  return (
    <section className={styles.form} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <button type="button" className={buttons.link} onClick={() => copy(text)}>
          <span aria-live="polite">{t(`cite.copy.${state}`, { form: title })}</span>
        </button>
      </div>
      <pre className={styles.text} data-form={form}>
        {text}
      </pre>
    </section>
  );
}
