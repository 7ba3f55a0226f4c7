import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';
import { ImportReport } from './import-report.ts';
import { openFiles, readIncidents } from './read-incidents.ts';
import { SwappedDates } from './swapped-dates.ts';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { testFile } from '../testing/test-files.ts';

const columns = { names: ['day'], position: new Map([['day', 0]]), nullWords: new Set<string>() };
function found(texts: readonly string[]) {
  const dates = new SwappedDates({ mayBeSwapped: 'day' });
  for (const text of texts) dates.add({ file: 'a.xlsx', line: 2, columns, cells: [text] });
  return dates.found;
}

describe('dates of which a spreadsheet has swapped the day and the month', () => {
  const cells = ['2025-03-01', '2025-04-12', '2025-09-02', '2025-11-05', '2025-12-12 00:00:00'];
  const texts = ['13/01/2025', '28/02/2025', '15/06/2025', '31/01/2025', '20/12/25'];
  const monthFirst = texts.map((text) => text.replace(/^(\d+)\/(\d+)/, '$2/$1'));

  it.each([
    [[...cells, ...texts, ''], { dates: 5, texts: 5 }],
    [[...cells, ...monthFirst], { dates: 5, texts: 5 }],
    [[...cells, ...texts, '2025-03-13'], undefined],
    [[...cells, ...texts, '05/03/2025'], undefined],
    [[...cells, ...texts, ...monthFirst], undefined],
    [[...cells, ...texts.slice(1)], undefined],
    [[...cells.slice(1), ...texts], undefined],
  ])('%j: %j', (all, expected) => {
    expect(found(all)).toEqual(expected);
  });

  it('are always found in a longer list, and never where none are swapped', () => {
    const days = fc.array(fc.date({ min: new Date('2020-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }), { minLength: 300, maxLength: 400 }); // prettier-ignore
    fc.assert(
      fc.property(days, (all) => {
        const parts = all.map((one) => one.toISOString().slice(0, 10).split('-') as [string, string, string]);
        const written = parts.map(([year, month, day]) => (Number(day) > 12 ? `${day}/${month}/${year}` : `${year}-${day}-${month}`)); // prettier-ignore
        const late = parts.filter(([, , day]) => Number(day) > 12).length;
        if (late >= 5 && late <= all.length - 5) expect(found(written)).toEqual({ dates: all.length - late, texts: late });
        expect(found(parts.map((one) => one.join('-')))).toBeUndefined();
        expect(found(parts.map((one) => one.toReversed().join('.')))).toBeUndefined();
      }),
    );
  });

  it('are said by the report of an import, unless the mapping reads them', async () => {
    const file = testFile(['day,town', ...[...cells, ...texts].map((text) => `${text},Niš`)].join('\n'));
    const report = async (formats: string) => {
      const format = genericFormat(
        readMapping(
          `dataset: { slug: test, title: Test, licence: CC0, attribution: Test }
incident: { occurred_on: { column: day, formats: [${formats}] }, country: { value: RS }, type: { value: other } }
`,
          'test.yaml',
        ),
      );
      const all = new ImportReport(format);
      for await (const result of readIncidents(await openFiles([file], format), format, { gazetteer: await loadGazetteer(), today: '2026-07-01' })) all.add(result); // prettier-ignore
      return all.text();
    };
    const question = `Has a spreadsheet swapped the day and the month of 5 dates? Their day is never over 12, and that of the 5 dates that are texts always is.
If so, write YYYY-DD-MM for YYYY-MM-DD under "formats" in the mapping.`;
    expect(await report('DD/MM/YYYY, DD/MM/YY, YYYY-MM-DD, "YYYY-MM-DD HH:mm:ss"')).toContain(question);
    expect(await report('YYYY-MM-DD')).toContain(question);
    expect(await report('DD/MM/YYYY, DD/MM/YY, YYYY-DD-MM, "YYYY-DD-MM HH:mm:ss"')).not.toContain('swapped');
  });
});
