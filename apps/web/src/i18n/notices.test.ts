import { type Box, notices } from '@monitor/domain';
import { learnFocus, siteFocus } from '@monitor/geography';
import type { TFunction } from 'i18next';
import { expect, onTestFinished, test } from 'vitest';
import english from './locales/en.json' with { type: 'json' };
import { kosovoNote } from './notices.ts';

test('the English notices of the interface are those of downloads', () => {
  const { designations: _, ...shown } = notices;
  expect({ ...english.notice, sensitive: english.export.sensitive }).toMatchObject(shown);
});

test('the footnote of Kosovo* stands where it, or a location near it, is in the focus, in the data or in view', () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  const isSaid = (codes: readonly string[], view?: Box) => kosovoNote(codes, ((key: string) => key) as TFunction, view).length > 0;
  expect(isSaid(['BR'], [-74, -34, -34, 5])).toBe(true);
  learnFocus({ ...usual, locations: ['BR'] });
  expect([isSaid([]), isSaid(['US'], [-74, -34, -34, 5]), isSaid(['BR', 'XK'], [-74, -34, -34, 5]), isSaid(['MK'])]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  // Anything that shows a part of it, also on another turn around the earth.
  for (const west of [21, 21 - 360, 21 + 360]) expect(isSaid([], [west, 42, west + 0.1, 42.1])).toBe(true);
  expect([isSaid([], [-180, -80, 180, 80]), isSaid([], [24, 30, 45, 50]), isSaid([], [15, 45, 30, 50])]).toEqual([
    true,
    false,
    false,
  ]);
});
