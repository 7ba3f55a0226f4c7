import { expect, test } from 'vitest';
import { type FailureKind, RequestError } from '../api/request.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import { downloadFailure } from './download-bar.tsx';

const t = await englishTexts();

const failure = (kind: FailureKind, code?: RequestError['code']) =>
  new RequestError(kind, { status: 0, message: 'English of the API', code });

test('a failed download says what to do, and never that something retries it', () => {
  const kinds = ['unreachable', 'failed', 'busy', 'too_slow'] as const;
  for (const kind of kinds) expect(downloadFailure(failure(kind), t)).toMatch(/try again/i);
  expect(downloadFailure(failure('busy', 'too_many_downloads'), t)).toContain('Too many downloads');
  expect(downloadFailure(failure('refused', 'too_many_incidents'), t)).toContain('Choose CSV');
  expect(downloadFailure(failure('refused', 'bad_query'), t)).toContain('Reload the page');
  expect(downloadFailure(failure('refused', 'range_not_satisfiable'), t)).toBe('English of the API');
  expect(downloadFailure(new TypeError('network error'), t)).toBe('Check your connection and try again.');
});
