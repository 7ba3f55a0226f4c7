import { vocabularies, type VocabularyName } from '@monitor/domain';
import { Fragment } from 'react';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './data-page.module.css';
import kit from '../../styles/kit.module.css';

const names = Object.keys(vocabularies) as VocabularyName[];

/** Every vocabulary with its codes, labels and definitions; folded, since together they are long. */
export function CodebookTables() {
  const { t } = useTranslation();
  return names.map((name) => (
    <details key={name} className={`${kit.ruled} ${styles.vocabulary}`} open={name === 'type'}>
      <summary>
        {t(`data.vocabulary.${name}`)}{' '}
        <span className={`${kit.faint} ${kit.plain} ${kit.light}`}>
          {t('data.codes', { count: vocabularies[name].codes.length })}
        </span>
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
              <CodeRow key={code} name={name} code={code} />
            ))}
          </tbody>
          {vocabularies[name].groups.length === 0 ? null : (
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={3} className={styles.groups}>
                  {t('data.groups')}
                </th>
              </tr>
              {vocabularies[name].groups.map(({ code }) => (
                <CodeRow key={code} name={name} code={code} />
              ))}
            </tbody>
          )}
        </table>
      </ScrollArea>
    </details>
  ));
}

function CodeRow({ name, code }: { name: VocabularyName; code: string }) {
  const terms = useTerms();
  return (
    <tr>
      <th scope="row">{terms.label(name, code)}</th>
      <td>{terms.definition(name, code)}</td>
      <td>
        <code>{breakable(code)}</code>
      </td>
    </tr>
  );
}

/** A code that a narrow column may break after each underscore and dot, without anything that is copied along. */
function breakable(code: string) {
  return code.split(/(?<=[_.])/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
