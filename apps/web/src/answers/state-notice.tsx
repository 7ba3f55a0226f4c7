import { constraintWords } from '@monitor/findings';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { RequestError } from '../api/request.ts';
import buttons from '../controls/button.module.css';
import notices from '../controls/notice.module.css';
import kit from '../styles/kit.module.css';
import { clear, clearAll } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { failureWords } from './failure-words.ts';
import styles from './progress-line.module.css';
import type { Answers } from './use-answers.ts';

/** What to do when the answer failed or is empty. */
export function StateNotice({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { error, data, outdated } = answers.summary;
  if (error !== null) {
    const { title, text } = failureWords(error, t);
    return (
      <FailureNotice error={error} title={title} text={text} older={data === undefined ? undefined : t('state.failure.older')} />
    );
  }
  return data === undefined || outdated || data.totals.incidents > 0 ? null : <NothingFound />;
}

/** What failed, why, and a way to try again. @param older what is said of older figures that are still shown */
export function FailureNotice({
  error,
  title,
  text,
  older,
}: {
  error: Error;
  title: string;
  text: string;
  older?: string | undefined;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What failed together is retried together.
  const retry = () => void client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
  const requestId = error instanceof RequestError ? error.requestId : undefined;
  return (
    <div className={notices.notice} role="alert">
      <div className={notices.text}>
        <strong>{title}</strong> {text} {older}
        {requestId === undefined ? null : <div className={kit.note}>{t('state.failure.requestId', { id: requestId })}</div>}
      </div>
      <button type="button" className={buttons.plain} onClick={retry}>
        {t('state.failure.retry')}
      </button>
    </div>
  );
}

/** No incident matches: offers to remove each constraint. */
export function NothingFound() {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const constraints = constraintWords(filter, useWording(filter));
  const reason = constraints.length === 0 ? 'noData' : 'noMatch';
  return (
    <output className={notices.notice}>
      <div className={notices.text}>
        <strong>{t(`state.${reason}.title`)}</strong> {t(`state.${reason}.text`)}
      </div>
      {constraints.map(({ names, label, text }) => {
        const constraint = `${label}: ${text}`;
        return (
          <button
            key={names.join()}
            type="button"
            className={buttons.plain}
            aria-label={t('filter.remove', { constraint })}
            onClick={() => act(clear(...names))}
          >
            {constraint}
            <X size={12} aria-hidden="true" />
          </button>
        );
      })}
      {constraints.length > 1 ? (
        <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
          {t('filter.clearAll')}
        </button>
      ) : null}
    </output>
  );
}

/** A thin line while anything is on its way; what is on the screen stays. The new count is announced by the figures. */
export function ProgressLine() {
  const fetching = useIsFetching() > 0;
  return <div className={`${kit.screenOnly} ${styles.line}`} data-active={fetching || undefined} aria-hidden="true" />;
}
