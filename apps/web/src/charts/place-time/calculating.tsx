import { whatFailed } from '../../sections/state-notice.tsx';
import buttons from '../../controls/button.module.css';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './place-time.module.css';
import kit from '../../styles/kit.module.css';
import type { Statistics } from './use-statistics.ts';

interface CalculatingProps {
  /** What is being calculated. */
  readonly what: string;
  /** Why its data could not be had. */
  readonly error: Error | null;
  readonly statistics: Statistics<unknown>;
}

/** What stands in the place of a figure while it is calculated: how far it is, and a way to stop it and to begin again. Nothing if there is an answer. */
export function Calculating({ what, error, statistics }: CalculatingProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { answer, share, isStopped, stop, start } = statistics;
  const failure = error ?? statistics.error;
  if (answer !== undefined) return null;
  if (failure !== null) {
    const { title, text } = whatFailed(failure, t);
    return (
      <div role="alert" className={`${kit.wrapRow} ${styles.state}`}>
        <p>
          {title} {text}
        </p>
        {error === null ? (
          <button type="button" className={buttons.plain} onClick={start}>
            {t('placeTime.again')}
          </button>
        ) : null}
      </div>
    );
  }
  if (isStopped)
    return (
      <div className={`${kit.wrapRow} ${styles.state}`}>
        <p>{t('placeTime.stopped')}</p>
        <button type="button" className={buttons.plain} onClick={start}>
          {t('placeTime.again')}
        </button>
      </div>
    );
  return (
    <div className={`${kit.wrapRow} ${styles.state}`}>
      <progress className={styles.progress} aria-label={t('placeTime.progress', { what })} value={share} max={1} />
      <p>{share === undefined ? t('placeTime.loading') : t('placeTime.calculating', { share: number.share(share) })}</p>
      {share === undefined ? null : (
        <button type="button" className={buttons.plain} onClick={stop}>
          {t('placeTime.stop')}
        </button>
      )}
    </div>
  );
}
