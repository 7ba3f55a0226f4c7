import { vocabularies, type VocabularyName } from '@monitor/domain';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useTerms } from '../../i18n/terms.ts';
import styles from './data-page.module.css';

const names = Object.keys(vocabularies) as VocabularyName[];

/** Every vocabulary with its codes, labels and definitions; folded, since together they are long. */
export function CodebookTables() {
  const { t } = useTranslation();
  const terms = useTerms();
  return names.map((name) => (
    <details key={name} className={styles.vocabulary} open={name === 'type'}>
      <summary>
        {t(`data.vocabulary.${name}`)}{' '}
        <span className={styles.count}>{t('data.codes', { count: vocabularies[name].codes.length })}</span>
      </summary>
      <ScrollArea className={styles.frame} label={t(`data.vocabulary.${name}`)}>
        <table className={styles.codes}>
          <thead>
            <tr>
              <th scope="col">{t('data.label')}</th>
              <th scope="col">{t('data.definition')}</th>
              <th scope="col">{t('data.code')}</th>
            </tr>
          </thead>
          <tbody>
            {vocabularies[name].codes.map((code) => (
              <tr key={code}>
                <th scope="row">{terms.label(name, code)}</th>
                <td>{terms.definition(name, code)}</td>
                <td>
                  <code>{breakable(code)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  ));
}

/** A code that a narrow column may break after each underscore, without anything that is copied along. */
function breakable(code: string) {
  return code.split('_').map((part, index) => (
    <Fragment key={part}>
      {index > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}
