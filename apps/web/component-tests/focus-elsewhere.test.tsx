import type { DatasetList } from '@monitor/contract';
import { readPlaceAddress } from '@monitor/findings';
import { learnFocus, siteFocus } from '@monitor/geography';
import { expect, onTestFinished, test } from 'vitest';
import { createQueryClient, learnFocusElsewhere } from '../src/app/query-client.ts';
import { answer, standardAnswer } from './stubbed-api.ts';

test('a page of a focus elsewhere knows its locations and regions before it reads its address, and does not wait for an answer that fails', async () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  const list = standardAnswer('/datasets')(new URLSearchParams(), '') as DatasetList;
  const elsewhere = [{ code: 'FJ', iso3: 'FJI', name: 'Fiji', population: null, regions: [{ code: 'FJ-C', name: 'Central' }] }];
  let asked = 0;
  answer({ '/datasets': () => ((asked += 1) === 1 ? new Response('', { status: 503 }) : { ...list, elsewhere }) });
  // All that the usual focus is about is known.
  await learnFocusElsewhere(createQueryClient());
  expect(asked).toBe(0);
  learnFocus({ ...usual, locations: ['FJ'] });
  await learnFocusElsewhere(createQueryClient());
  expect([asked, readPlaceAddress('FJ-C')]).toEqual([1, undefined]);
  await learnFocusElsewhere(createQueryClient());
  expect([asked, readPlaceAddress('FJ-C')]).toEqual([2, expect.objectContaining({ code: 'FJ-C' })]);
});
