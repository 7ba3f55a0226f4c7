import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import { missingText, reportedCell, reportedShort, reportedText } from './reported.ts';

const format = formatOf('en-GB');
const t = await englishTexts();

const never = { count: 0, incidents: 9, notReported: 9 };
const sometimes = { count: 1200, incidents: 9, notReported: 3 };
const always = { count: 0, incidents: 9, notReported: 0 };
const noIncidents = { count: 0, incidents: 0, notReported: 0 };

test('a number that no incident gives is not printed as 0, and its cell in a file is empty', () => {
  expect([reportedText(never, format, t), reportedShort(never, format)]).toEqual(['not reported', '–']);
  expect(reportedCell(never, format, t)).toEqual({ text: 'not reported', value: null });
});

test('a number that some incidents give is printed with how many do not', () => {
  expect(reportedText(sometimes, format, t)).toBe('1,200');
  expect(reportedCell(sometimes, format, t)).toEqual({ text: '1,200', value: 1200, title: 'not reported for 3 incidents' });
  expect(missingText({ ...sometimes, notReported: 1 }, format, t)).toBe('not reported for 1 incident');
});

test('a reported 0 and the 0 of no incidents are 0', () => {
  for (const amount of [always, noIncidents]) expect(reportedCell(amount, format, t)).toEqual({ text: '0', value: 0 });
});
