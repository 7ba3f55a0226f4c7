import { constraintWords } from '@monitor/findings';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { X } from 'lucide-react';
import { RequestError } from '../api/request.ts';
import { siteOfPage } from '../api/site.ts';
import buttons from '../controls/button.module.css';
import notices from '../controls/notice.module.css';
import kit from '../styles/kit.module.css';
import { clear, clearAll } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import type english from '../i18n/locales/en.json';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './state-notice.module.css';
import type { Answers } from '../filter/use-answers.ts';

/** What to do when the answer failed or is empty. */
export function StateNotice({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { error, data, outdated } = answers.summary;
  if (error !== null) return <FailureNotice error={error} older={data && t('state.failure.older')} />;
  return data === undefined || outdated || data.totals.incidents > 0 ? null : <NothingFound noData={answers.page?.noData} />;
}

/** Stands for what is awaited: about as tall, so that little moves when it is there. */
export function AwaitedLines({ lines }: { lines: number }) {
  const { t } = useTranslation();
  return (
    <div className={`${kit.stack} ${kit.top4}`} aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className={`${kit.large} ${kit.awaited}`} />
      ))}
    </div>
  );
}

/** What failed, why, and a way to try again. @param older what is said of older figures that are still shown */
export function FailureNotice({ error, older }: { error: Error; older?: string | undefined }) {
  const { t } = useTranslation();
  const { title, text } = whatFailed(error, t);
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

type WordedCode = keyof (typeof english)['state']['failure']['code'];

/** Which of the API's codes the texts have words for, under `state.failure.code`. */
const wordedCodes: Readonly<Record<WordedCode, true>> = {
  bad_query: true,
  bad_cursor: true,
  bad_request: true,
  not_found: true,
  method_not_allowed: true,
  address_too_long: true,
  headers_too_large: true,
  too_many_requests: true,
  database_unavailable: true,
  not_ready: true,
};

/** What happened to a failed request, and what to do. */
export function whatFailed(error: Error, t: TFunction): { readonly title: string; readonly text: string } {
  const kind = error instanceof RequestError ? error.kind : 'failed';
  const title = kind === 'unreachable' && siteOfPage() ? t('state.failure.unreachable.ofSite') : t(`state.failure.${kind}.title`);
  return { title, text: advice(error, t) };
}

function advice(error: Error, t: TFunction): string {
  if (!(error instanceof RequestError)) return t('failure.text');
  if (hasWords(error.code)) return t(`state.failure.code.${error.code}`);
  // The server's own words, in English, rather than none.
  return error.kind === 'refused' ? error.message : t(`state.failure.${error.kind}.text`);
}

function hasWords(code: string | undefined): code is WordedCode {
  return code !== undefined && Object.hasOwn(wordedCodes, code);
}

/** No incident matches: offers to remove each constraint. @param noData that nothing is known of what is selected */
export function NothingFound({ noData }: { noData?: string | undefined }) {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const constraints = constraintWords(filter, useFilterNames(filter));
  return (
    <output className={notices.notice}>
      <div className={notices.text}>
        <strong>{noData ?? t('state.noMatch.title')}</strong> {t(constraints.length === 0 ? 'state.noData' : 'state.noMatch.text')}
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
  return <div className={`${kit.screenOnly} ${kit.cover} ${styles.line}`} data-active={fetching || undefined} aria-hidden="true" />;
}
