import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reason, reasonKinds, warningKinds } from './findings.ts';
import { ImportReport, RepeatedPoints } from './import-report.ts';
import type { DraftResult, RejectedResult } from './read-incidents.ts';
import { placelessDraft } from '../../domain/testing/made-up-drafts.ts';
import { anyCharacter } from '../../../testing/any-character.ts';
import { times } from '../../../testing/depth.ts';

const columns = { names: [], position: new Map<string, number>(), nullWords: new Set<string>() };
const rejected = (line: number, reason: Reason, rows = 1): RejectedResult => ({
  kind: 'rejected',
  file: '/data/a.csv',
  line,
  reasons: [reason],
  rows: Array.from({ length: rows }, () => ({ file: '/data/a.csv', line, columns, cells: [] })),
});
const draft = (line: number, ...messages: string[]): DraftResult => ({
  kind: 'draft',
  file: '/data/a.csv',
  line,
  draft: placelessDraft,
  warnings: messages.map((message) => ({ kind: 'text_cut', message })),
});

describe('the report', () => {
  it('counts rows that the mapping does not want', () => {
    const report = new ImportReport();
    report.add(draft(2));
    report.add({ kind: 'left_out', rows: 1200 });
    expect(report.text(undefined)).toContain('           1 incident read\n       1,200 rows left out by "where" in the mapping');
  });

  it('counts every incident once and gives the first lines of each kind of trouble', () => {
    const report = new ImportReport();
    report.add({
      kind: 'file',
      file: '/data/a.csv',
      unit: 'line',
      about: 'windows-1250 (guessed from the letters), separated by semicolons',
    });
    for (let line = 2; line < 1202; line += 1) report.add(draft(line));
    for (let line = 1202; line < 1207; line += 1) report.add(draft(line, `text ${line} cut`, 'another text cut'));
    for (let line = 1207; line < 1212; line += 1)
      report.add(rejected(line, { kind: 'people_negative', message: `killed: "-${line}" is negative.` }));
    report.add(rejected(1300, { kind: 'date_missing', message: 'occurred_on: there is no date.' }, 3));
    const text = report.text({ inserted: 1000, updated: 5, unchanged: 200 }, '/data/a.csv.rejected.csv');
    expect(text).toBe(`a.csv: windows-1250 (guessed from the letters), separated by semicolons

       1,000 inserted
           5 updated
         200 unchanged
           6 rejected (8 rows)
       1,211 incidents read

Rejected:
           5 Negative number of people
               a.csv line 1207: killed: "-1207" is negative.
               a.csv line 1208: killed: "-1208" is negative.
               a.csv line 1209: killed: "-1209" is negative.
           1 No date
               a.csv line 1300: occurred_on: there is no date.

Kept, with warnings:
           5 Text too long: shortened
               a.csv line 1202: text 1202 cut
               a.csv line 1203: text 1203 cut
               a.csv line 1204: text 1204 cut

Rejected rows: /data/a.csv.rejected.csv
Correct these rows in your files, then import the files again.`);
    expect(report.warnings.get('text_cut')).toBe(5);
  });

  it('says of a dry run that nothing was written', () => {
    const report = new ImportReport();
    report.add(draft(2));
    report.add(rejected(3, { kind: 'date_missing', message: 'x' }));
    expect(report.text(undefined)).toContain('1 would be imported (dry run: nothing was written)');
  });

  it('counts rows as their file does', () => {
    const report = new ImportReport();
    report.add({ kind: 'file', file: '/data/a.csv', unit: 'record', about: 'JSON' });
    report.add(draft(12, 'text cut'));
    expect(report.text(undefined)).toContain('a.csv record 12: text cut');
  });

  it('stays short, however many rows repeat an identifier', () => {
    const report = new ImportReport();
    for (let line = 5002; line < 10_002; line += 1) {
      const message = `the identifier "${line}" is already used in line ${line - 5000}.`;
      report.addRepeated(rejected(line, { kind: 'identifier_repeated', message }));
    }
    expect(report.text(undefined).split('Rejected:')[1]).toBe(`
       5,000 Identifier already used in an earlier row
               a.csv line 5002: the identifier "5002" is already used in line 2.
               a.csv line 5003: the identifier "5003" is already used in line 3.
               a.csv line 5004: the identifier "5004" is already used in line 4.`);
  });

  it('names the exact points that many incidents share', () => {
    const report = new ImportReport();
    const at = (line: number, place_precision: string): DraftResult => {
      const result = draft(line);
      return { ...result, draft: { ...result.draft, lon: 20.46, lat: 44.81, place_precision } as DraftResult['draft'] };
    };
    for (let line = 2; line < 252; line += 1) report.add(at(line, 'exact'));
    for (let line = 252; line < 352; line += 1) report.add(at(line, 'settlement'));
    expect(report.text(undefined)).toContain(`
Many incidents at one exact point:
         250 at latitude 44.81, longitude 20.46
If a point is the middle of a town or an area, say how accurate it is: place_precision in docs/importing.md.`);
  });

  it('repeats a word that a list does not have if enough incidents have it', () => {
    const report = new ImportReport();
    for (let line = 2; line < 22; line += 1)
      report.add(rejected(line, { kind: 'type_unknown', message: 'type (not shown)', word: 'type "tuča"' }));
    report.add(rejected(22, { kind: 'type_unknown', message: 'type (not shown)', word: 'type "Zzyzx"' }));
    expect(report.text(undefined)).toContain('\n               type "tuča": 20 incidents');
    expect(report.text(undefined)).not.toContain('Zzyzx');
  });

  it('counts an incident once for each kind of reason', () => {
    const report = new ImportReport();
    const { reasons, ...result } = rejected(2, { kind: 'people_negative', message: 'killed: "-1" is negative.' });
    report.add({ ...result, reasons: [...reasons, { kind: 'people_negative', message: 'injured: "-2" is negative.' }] });
    expect(report.text(undefined)).toContain('           1 Negative number of people\n');
  });

  it('stays short, whatever the rows: one group for each kind, of bounded lines', () => {
    const finding = <Kind extends string>(kinds: Readonly<Record<Kind, string>>) =>
      fc.record({
        kind: fc.constantFrom(...(Object.keys(kinds) as Kind[])),
        message: fc.string({ unit: anyCharacter, maxLength: 2000 }),
      });
    const file = fc.string({ unit: anyCharacter, maxLength: 60 }).map((name) => `/data/${name.replaceAll('/', '')}.csv`);
    const result = fc.record({
      file,
      line: fc.nat(),
      reasons: fc.array(finding(reasonKinds), { maxLength: 4 }),
      warnings: fc.array(finding(warningKinds), { maxLength: 4 }),
    });
    const kinds = Object.keys(reasonKinds).length + Object.keys(warningKinds).length;
    fc.assert(
      fc.property(fc.array(result, { maxLength: 300 }), (results) => {
        const report = new ImportReport();
        for (const { file: path, line, reasons, warnings } of results) {
          report.add({ kind: 'file', file: path, unit: 'line', about: 'utf-8 (valid UTF-8)' });
          if (reasons.length > 0) report.add({ ...rejected(line, reasons[0]!), file: path, reasons });
          else report.add({ ...draft(line), file: path, warnings });
        }
        const lines = report
          .text({ inserted: 0, updated: 0, unchanged: 0 }, '/data/a.csv.rejected.csv')
          .split(/[\r\n\u2028\u2029]/);
        expect(lines.length).toBeLessThan(4 * kinds + 20);
        for (const line of lines) expect(line.length).toBeLessThan(500);
      }),
      { numRuns: times(8, 50) },
    );
  });
});

it('names the points that many incidents have, the most frequent first', () => {
  const points = new RepeatedPoints();
  for (let index = 0; index < 250; index += 1) points.add(20.46, 44.81);
  for (let index = 0; index < 30; index += 1) points.add(21.9, 43.32);
  for (let index = 0; index < 24; index += 1) points.add(19.85, 45.25);
  for (let index = 0; index < 5000; index += 1) points.add(20 + index / 10_000, 44);
  expect(points.clusters).toEqual([
    { point: 'latitude 44.81, longitude 20.46', count: 250 },
    { point: 'latitude 43.32, longitude 21.9', count: 30 },
  ]);
});

it('finds one among more points than it counts, wherever its incidents stand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), (every) => {
      const points = new RepeatedPoints();
      const total = 60_000;
      let repeated = 0;
      for (let index = 0; index < total; index += 1) {
        points.add(index / 1000, 44);
        if (index % every === 0) {
          points.add(-20.46, 44.81);
          repeated += 1;
        }
      }
      const [found] = points.clusters;
      expect(found?.point).toBe('latitude 44.81, longitude -20.46');
      expect(found?.count).toBeLessThanOrEqual(repeated);
      expect(found?.count).toBeGreaterThanOrEqual(repeated - (total + repeated) / 10_000);
    }),
    { numRuns: times(3, 20) },
  );
});
