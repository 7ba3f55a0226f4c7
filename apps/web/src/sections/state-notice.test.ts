import { expect, test } from 'vitest';
import { type FailureKind, RequestError } from '../api/request.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import { whatFailed } from './state-notice.tsx';

const t = await englishTexts();

const failure = (kind: FailureKind, code?: RequestError['code']) =>
  new RequestError(kind, { status: 0, message: 'English of the API', code });

test('a request that takes too long comes with advice, and no word of a server that is away', () => {
  expect(whatFailed(failure('too_slow', 'took_too_long'), t)).toEqual({
    title: 'The request took too long.',
    text: 'Narrow your filters, for example to a shorter period, and try again.',
  });
});

test('what is known of a failure is said in the words of the interface, by its code', () => {
  expect(whatFailed(failure('refused', 'bad_query'), t).text).toContain('Reload the page');
  expect(whatFailed(failure('refused', 'address_too_long'), t).text).toContain('Too many filters');
  expect(whatFailed(failure('busy', 'too_many_requests'), t).title).toBe('The server is busy.');
  expect(whatFailed(failure('failed', 'database_unavailable'), t).text).toContain('database');
  expect(whatFailed(failure('unreachable'), t).title).toBe('The server cannot be reached.');
});

test('the detail of the API is shown where the interface has no words', () => {
  expect(whatFailed(failure('refused', 'range_not_satisfiable'), t).text).toBe('English of the API');
  expect(whatFailed(failure('refused'), t).text).toBe('English of the API');
  expect(whatFailed(failure('failed', 'internal_error'), t).text).toBe('Retrying every 10 seconds.');
});

test('an error of the page itself is shown as a problem, which nothing retries', () => {
  expect(whatFailed(new TypeError('x is undefined'), t)).toEqual({
    title: 'Sorry, there is a problem with the service.',
    text: 'Try again. If that does not work, reload the page. The address keeps your filters.',
  });
});
