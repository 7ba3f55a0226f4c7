import buttons from '../controls/button.module.css';
import { saveFile } from '../controls/save-file.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import { viewStore } from './view-store.ts';

/** Says that some of what was kept cannot be read, and gives it to the person before it is deleted. */
export function UnreadableViews({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className={`${kit.wrap} ${styles.unreadable}`} role="alert">
      <p>{t('views.unreadable.text')}</p>
      <button
        type="button"
        className={buttons.link}
        onClick={() => saveFile(`${t('views.fileName')}.txt`, new Blob([text], { type: 'text/plain' }))}
      >
        {t('views.unreadable.download')}
      </button>
      <button type="button" className={buttons.link} onClick={() => viewStore.forgetUnreadable()}>
        {t('views.unreadable.delete')}
      </button>
    </div>
  );
}
