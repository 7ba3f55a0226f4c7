import type { TFunction } from 'i18next';
import { RequestError } from '../api/request.ts';
import type english from '../i18n/locales/en.json';

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

/** The words for a failed request: what happened, and what to do. */
export function failureWords(error: Error, t: TFunction): { readonly title: string; readonly text: string } {
  const kind = error instanceof RequestError ? error.kind : 'failed';
  return { title: t(`state.failure.${kind}.title`), text: advice(error, t) };
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

type DownloadCode = keyof (typeof english)['export']['failed']['code'];

/** The same for codes under `export.failed.code`. */
const codesOfDownloads: Readonly<Record<DownloadCode, true>> = {
  too_many_downloads: true,
  too_many_incidents: true,
  too_many_requests: true,
  database_unavailable: true,
  not_ready: true,
};

/** Why a download failed, and what to do. Nothing retries it. */
export function downloadFailure(error: unknown, t: TFunction): string {
  if (!(error instanceof RequestError)) return t('export.failed.unreachable');
  const { code, kind, message } = error;
  if (isOfDownloads(code)) return t(`export.failed.code.${code}`);
  if (kind === 'refused') return hasWords(code) ? t(`state.failure.code.${code}`) : message;
  return t(`export.failed.${kind}`);
}

function isOfDownloads(code: string | undefined): code is DownloadCode {
  return code !== undefined && Object.hasOwn(codesOfDownloads, code);
}
