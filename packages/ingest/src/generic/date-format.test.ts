import { describe, expect, it } from 'vitest';
import { dateFormat, monthOfName, plainTime, readDate, readTime } from './date-format.ts';

describe('dates', () => {
  it.each([
    ['YYYY-MM-DD', '2023-05-03', '2023-05-03', 'day'],
    ['YYYY-MM-DD HH:mm:ssZ', '2021-08-01 00:00:00+00', '2021-08-01', 'day'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2021-08-01T23:30:00.123-05:00', '2021-08-01', 'day'],
    ['DD.MM.YYYY', '03.05.2023', '2023-05-03', 'day'],
    ['D.M.YYYY.', '3.5.2023.', '2023-05-03', 'day'],
    ['M/D/YY', '5/3/23', '2023-05-03', 'day'],
    ['M/D/YY', '5/3/46', '1946-05-03', 'day'],
    ['D MMM YYYY', '3 May 2023', '2023-05-03', 'day'],
    ['MMMM D, YYYY', 'September 3, 2023', '2023-09-03', 'day'],
    ['MM.YYYY', '05.2023', '2023-05-01', 'month'],
    ['YYYY', '2023', '2023-01-01', 'year'],
    ['excel', '45658', '2025-01-01', 'day'],
    ['excel', '45658.75', '2025-01-01', 'day'],
  ])('%s reads %s', (format, text, date, precision) => {
    expect(readDate(text, [dateFormat(format)])).toEqual({ date, precision });
  });

  it.each([
    ['D [de] MMMM [de] YYYY', '12 de marzo de 2025', '2025-03-12'],
    ['D [de] MMMM [de] YYYY', '12 de Março de 2025', '2025-03-12'],
    ['D MMMM YYYY', '12 березня 2025', '2025-03-12'],
    ['MMMM YYYY', 'березень 2025', '2025-03-01'],
    ['D MMMM YYYY', '12 ноября 2025', '2025-11-12'],
    ['D. MMMM YYYY.', '12. mart 2025.', '2025-03-12'],
    ['D. MMMM YYYY.', '12. listopada 2025.', '2025-10-12'],
    ['D MMMM YYYY', '12 Ağustos 2025', '2025-08-12'],
    ['D MMMM YYYY', '12 ΜΑΡΤΊΟΥ 2025', '2025-03-12'],
    ['D MMM YYYY', '12 févr. 2025', '2025-02-12'],
    ['D MMM YYYY', '12 Sept 2025', '2025-09-12'],
  ])('%s reads %s', (format, text, date) => {
    expect(readDate(text, [dateFormat(format)])?.date).toBe(date);
  });

  it('read the names of months that Intl writes in each language, alone and beside a day', () => {
    for (const language of ['sr', 'sr-Latn', 'hr', 'mk', 'bg', 'uk', 'ro', 'sq', 'tr', 'de', 'es', 'pt'])
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(Date.UTC(2025, month - 1, 12));
        for (const day of [undefined, 'numeric'] as const) {
          const parts = new Intl.DateTimeFormat(language, { month: 'long', day, timeZone: 'UTC' }).formatToParts(date);
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          expect([language, name, monthOfName(name)]).toEqual([language, name, month]);
        }
      }
  });

  it('that two formats read differently are both given, if both exist', () => {
    const formats = ['DD/MM/YYYY', 'MM/DD/YYYY'].map(dateFormat);
    expect(readDate('13/01/2025', formats)).toEqual({ date: '2025-01-13', precision: 'day' });
    expect(readDate('01/13/2025', formats)).toEqual({ date: '2025-01-13', precision: 'day' });
    expect(readDate('02/02/2025', formats)).toEqual({ date: '2025-02-02', precision: 'day' });
    expect(readDate('03/01/2025', formats)).toEqual({ date: '2025-01-03', precision: 'day', other: '2025-03-01' });
    expect(readDate('31/31/2025', formats)?.date).toBe('2025-31-31');
  });

  it('the first format that fits counts', () => {
    const formats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'YYYY'].map(dateFormat);
    expect(readDate('03.05.2023', formats)?.date).toBe('2023-05-03');
    expect(readDate('2023', formats)?.precision).toBe('year');
    expect(readDate('3/5/2023', formats)).toBeUndefined();
  });

  it('days that do not exist are read as written, for the check to refuse', () => {
    expect(readDate('31.02.2023', [dateFormat('DD.MM.YYYY')])?.date).toBe('2023-02-31');
  });

  it('a month that is no name in any of the languages fits no format', () => {
    for (const name of ['mayhem', 'marraskuu', 'ma', 'de'])
      expect(readDate(`3 ${name} 2023`, [dateFormat('D MMM YYYY')])).toBeUndefined();
  });
});

describe('times', () => {
  it.each([
    ['HH:mm:ss', '02:40:00', '02:40'],
    ['H.mm', '7.05', '07:05'],
    ['h:mm A', '7:05 pm', '19:05'],
    ['h:mm A', '12:05 a.m.', '00:05'],
    ['YYYY-MM-DD HH:mm', '2023-05-03 08:40', '08:40'],
    ['HH:mm [hrs]', '08:40  hrs', '08:40'],
    ["HH'h'mm", '08h40', '08:40'],
    ['"at (about) "H', 'at (about) 8', '08:00'],
    ['D [de] MMMM [de] YYYY [às] H[h]', '3 de May de 2023 às 8h', '08:00'],
    ["H' mm [", "8' 40 [", '08:40'],
  ])('%s reads %s', (format, text, time) => {
    expect(readTime(text, [dateFormat(format)])).toBe(time);
  });
});

it.each([
  ['about 21:00', '21:00'],
  ['~9:05', '9:05'],
  ['ca. 21', '21'],
  ['21h', '21'],
  ['21 hours', '21'],
  ['21.0', '21'],
  ['21h30', '21:30'],
  ['21:30 hrs', '21:30'],
  ['21:30h', '21:30'],
  ['21.30 Hrs.', '21:30'],
  ['2130hrs', '21:30'],
  ['930 hours', '9:30'],
  ['21:30:59 h', '21:30:59'],
  ['2130', '2130'],
  ['20230503 h', '20230503 h'],
  ['around 21:xx', '21:00'],
  ['21:??', '21:00'],
  ['9:05', '9:05'],
  ['about noon', 'about noon'],
])('%s is %s, as exact as it can be recorded', (text, time) => {
  expect(plainTime(text)).toBe(time);
});

describe('moments in a time zone', () => {
  it.each([
    ['YYYY-MM-DD[T]HH:mm:ssZ', '2024-03-05T23:30:00Z', 'Europe/Belgrade', '2024-03-06', '00:30'],
    ['YYYY-MM-DD[T]HH:mm:ssZ', '2024-07-05T22:30:00.000Z', 'Europe/Belgrade', '2024-07-06', '00:30'],
    ['YYYY-MM-DD[T]HH:mm:ssZ', '2024-03-05T23:30:00+01:00', 'Europe/Belgrade', '2024-03-05', '23:30'],
    ['YYYY-MM-DD HH:mm Z', '2024-03-05 23:30 -0500', 'America/Bogota', '2024-03-05', '23:30'],
    ['D/M/YYYY h:mm A Z', '5/3/2024 11:30 PM +00', 'Asia/Tbilisi', '2024-03-06', '03:30'],
    ['YYYY-MM-DD[T]HH:mm:ssZ', '2024-03-05T23:30:00Z', undefined, '2024-03-05', '23:30'],
    ['YYYY-MM-DD HH:mm', '2024-03-05 23:30', 'Asia/Tbilisi', '2024-03-05', '23:30'],
    ['YYYY-MM-DD[T]HH:mmZ', '2024-02-31T23:30Z', 'Asia/Tbilisi', '2024-02-31', '23:30'],
    ['unix', '1709678400000', 'Asia/Tbilisi', '2024-03-06', '02:40'],
    ['unix', '1709678400', 'America/Bogota', '2024-03-05', '17:40'],
    ['unix', '915148800000.0', 'UTC', '1999-01-01', '00:00'],
  ])('%s reads %s in %s', (format, text, zone, date, time) => {
    expect([readDate(text, [dateFormat(format)], zone)?.date, readTime(text, [dateFormat(format)], zone)]).toEqual([date, time]);
  });
});

describe('a format', () => {
  it('with an unknown part is refused with the list of parts', () => {
    expect(() => dateFormat('dd.mm.yyyy')).toThrow(/"dd\.mm\.yyyy" contains "dd", which is not one of YYYY, YY, MMMM,/);
  });
  it('with other letters is refused with how to write them', () => {
    expect(() => dateFormat('HH:mm hrs')).toThrow(
      /^"HH:mm hrs" contains "hrs", which is not one of .*, Z, unix\. Write other letters in brackets, such as "HH:mm \[hrs\]"\.$/,
    );
  });
  it('with a bracket that is not closed has it as it is written', () => {
    expect(readDate('[2023', [dateFormat('[YYYY')])?.date).toBe('2023-01-01');
    expect(readDate('2023', [dateFormat('[YYYY')])).toBeUndefined();
  });
  it('that names a part twice is refused', () => {
    expect(() => dateFormat('DD.DD.YYYY')).toThrow('"DD.DD.YYYY" contains the same part of a date twice.');
  });
});
