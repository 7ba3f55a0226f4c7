import type { IncidentDraft, Weapon } from '@monitor/domain';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type Reason, reasonKinds, warningKinds } from './findings.ts';
import { ImportReport, RepeatedPoints } from './import-report.ts';
import { ImportSummary } from './import-summary.ts';
import type { DraftResult, RejectedResult } from './read-incidents.ts';
import { fullDraft, minimalDraft, placelessDraft } from '../../domain/testing/made-up-drafts.ts';
import { anyCharacter } from '../../../testing/any-character.ts';
import { times } from '../../../testing/depth.ts';

const columns = { names: [], position: new Map<string, number>(), nullWords: new Set<string>() };
const rejected = (line: number, reason: Reason, rows = 1): RejectedResult => ({
  kind: 'rejected',
  file: '/data/a.csv',
  line,
  reasons: [reason],
  sourceKey: null,
  rows: Array.from({ length: rows }, () => ({ file: '/data/a.csv', line, columns, cells: [] })),
});
const draft = (line: number, ...messages: string[]): DraftResult => ({
  kind: 'draft',
  hasPoint: true,
  file: '/data/a.csv',
  line,
  draft: placelessDraft,
  warnings: messages.map((message) => ({ kind: 'text_cut', message })),
  caught: [],
});
const [weapon] = fullDraft.weapons as [Weapon];
/** What the database did: nothing. */
const stored = { inserted: 0, updated: 0, changedFields: [], unchanged: 0, restored: 0, retracted: null };

describe('the report', () => {
  it('counts rows that the mapping does not want', () => {
    const report = new ImportReport();
    report.add(draft(2));
    report.add({ kind: 'left_out', rows: 1200 });
    expect(report.text()).toContain('           1 incident read\n       1,200 rows left out by "where" in the mapping');
  });

  it('asks what the data covers if all of many incidents are in few regions, unless the mapping says it', () => {
    const text = (format: ConstructorParameters<typeof ImportReport>[0]) => {
      const report = new ImportReport(format);
      for (let line = 2; line < 102; line += 1) report.add({ ...draft(line), draft: { ...minimalDraft, region: 'RS-20' } });
      return report.text();
    };
    const part =
      'Serbia (RS): all 100 incidents whose region is known lie in 1 of 25 regions.\nIf the data covers only a part, say';
    expect(text({ name: 'generic' })).toContain(part);
    expect(text({ name: 'generic', dataset: { covers: 'one town' } })).not.toContain('only a part');
    // Nobody can write it there.
    expect(text({ name: 'gva' })).not.toContain('only a part');
  });

  it('counts every incident once and gives the first lines of each kind of trouble', () => {
    const report = new ImportReport();
    report.add({
      kind: 'file',
      file: '/data/a.csv',
      unit: 'line',
      about: 'windows-1250 (guessed from the letters), separated by semicolons',
      notRead: [],
    });
    for (let line = 2; line < 1202; line += 1) report.add(draft(line));
    for (let line = 1202; line < 1207; line += 1) report.add(draft(line, `text ${line} cut`, 'another text cut'));
    for (let line = 1207; line < 1212; line += 1)
      report.add(rejected(line, { kind: 'people_negative', message: `killed: "-${line}" is negative.` }));
    report.add(rejected(1300, { kind: 'date_missing', message: 'occurred_on: there is no date.' }, 3));
    const text = report.text({
      stored: { ...stored, inserted: 1000, updated: 5, unchanged: 200 },
      rejectedFile: '/data/a.csv.rejected.csv',
    });
    expect(text).toBe(`a.csv: windows-1250 (guessed from the letters), separated by semicolons

       1,000 inserted
           5 updated
         200 unchanged
           6 rejected (8 rows)
       1,211 incidents read

In these 1,205 incidents:
           – killed: not reported
           – injured: not reported
           0 victims described
           0 perpetrators described
  2024-03-15 first day
  2024-03-15 last day
By location:
       1,205 Serbia (RS)

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

As everybody will see it:
               2024-03-15; Serbia; no point (location); public dispute; killed not reported, injured not reported

Rejected rows: /data/a.csv.rejected.csv
Correct these rows in your files, then import the files again.`);
    expect(report.warnings.get('text_cut')).toBe(5);
  });

  it('says of a dry run that nothing was written', () => {
    const report = new ImportReport();
    report.add(draft(2));
    report.add(rejected(3, { kind: 'date_missing', message: 'x' }));
    expect(report.text()).toContain('1 would be imported (dry run: nothing was written)');
  });

  it('counts rows as their file does', () => {
    const report = new ImportReport();
    report.add({ kind: 'file', file: '/data/a.csv', unit: 'record', about: 'JSON', notRead: [] });
    report.add(draft(12, 'text cut'));
    expect(report.text()).toContain('a.csv record 12: text cut');
  });

  it('stays short, however many rows repeat an identifier', () => {
    const report = new ImportReport();
    for (let line = 5002; line < 10_002; line += 1) {
      const message = `the identifier "${line}" is already used in line ${line - 5000}.`;
      report.addRepeated(rejected(line, { kind: 'identifier_repeated', message }));
    }
    expect(report.text().split('Rejected:')[1]).toBe(`
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
    expect(report.text()).toContain(`
Many incidents at one exact point:
         250 at latitude 44.81, longitude 20.46
If a point is the middle of a town or an area, say how accurate it is: place_precision in docs/importing.md.`);
  });

  it('repeats a word that a list does not have if enough incidents have it', () => {
    const report = new ImportReport();
    for (let line = 2; line < 22; line += 1)
      report.add(rejected(line, { kind: 'type_unknown', message: 'type (not shown)', word: 'type "tuča"' }));
    report.add(rejected(22, { kind: 'type_unknown', message: 'type (not shown)', word: 'type "Zzyzx"' }));
    expect(report.text()).toContain('\n               type "tuča": 20 incidents');
    expect(report.text()).not.toContain('Zzyzx');
  });

  it('counts an incident once for each kind of reason', () => {
    const report = new ImportReport();
    const { reasons, ...result } = rejected(2, { kind: 'people_negative', message: 'killed: "-1" is negative.' });
    report.add({ ...result, reasons: [...reasons, { kind: 'people_negative', message: 'injured: "-2" is negative.' }] });
    expect(report.text()).toContain('           1 Negative number of people\n');
  });

  it('says what the incidents contain: not reported is not zero', () => {
    const report = new ImportReport();
    const add = (change: Partial<IncidentDraft>) => report.add({ ...draft(2), draft: { ...minimalDraft, ...change } });
    add({ source_key: '1', killed: 2, injured: 0, people: fullDraft.people, weapons: fullDraft.weapons });
    add({ source_key: '2', killed: 1, occurred_on: '2023-12-31', region: 'RS-00', place: 'Beograd' });
    add({ source_key: '3', region: 'RS-00', weapons: [{ ...weapon, count: null }] });
    add({ source_key: '4', country: 'XK', region: null });
    expect(report.text()).toContain(`
In these 4 incidents:
           3 killed (not reported in 2 incidents)
           0 injured (not reported in 3 incidents)
           1 victim described
           1 perpetrator described
           1 weapon (not reported in 1 entry)
  2023-12-31 first day
  2024-03-15 last day
By location:
           3 Serbia (RS)
           1 Kosovo* (XK)
By region:
           2 Beograd (RS-00)
           1 Nišava (RS-20)
           1 not known
`);
  });

  it('counts no incident that repeats an earlier one', () => {
    const anyDraft = fc.record({
      killed: fc.option(fc.nat(9)),
      country: fc.constantFrom('RS', 'AL'),
      occurred_on: fc.constantFrom('2023-01-01', '2024-05-06', '2024-12-31'),
      weapons: fc.array(
        fc.option(fc.nat(9)).map((count) => ({ ...weapon, count })),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyDraft), fc.array(anyDraft), (kept, repeated) => {
        const report = new ImportReport();
        const expected = new ImportReport();
        const made = (change: Partial<IncidentDraft>) => ({ ...draft(2), draft: { ...minimalDraft, ...change } });
        for (const one of [...kept, ...repeated]) report.add(made(one));
        for (const one of kept) expected.add(made(one));
        for (const one of repeated) report.addRepeated(rejected(3, { kind: 'identifier_repeated', message: 'x' }), made(one));
        const of = ({ contents, publication }: ImportSummary) => ({ contents, publication });
        expect(of(report.summary())).toEqual(of(expected.summary()));
        expect(report.summary().incidents.accepted).toBe(kept.length);
      }),
      { numRuns: times(50, 500) },
    );
  });

  it('shows the first three incidents as everybody will see them, and nothing that is for editors', () => {
    const report = new ImportReport();
    for (const source_key of ['full', 'full', 'other', 'third', 'fourth'])
      report.add({ ...draft(2), draft: { ...fullDraft, source_key } });
    const { examples } = report.summary();
    expect(examples).toHaveLength(3);
    expect(report.text()).toContain(`
As everybody will see the first 3:
               2025-06-30, evening; Đakovica, Gjakovë / Đakovica, Kosovo*; at 42.38028, 20.43083 (settlement); domestic violence, "=HYPERLINK("http://example.org")"; killed 1, injured 2; victim woman 0–18 killed, perpetrator man 36–60 aged from 40 up to 49 died by suicide; handgun; Koha Ditore`);
    for (const text of [JSON.stringify(examples), report.text()])
      expect(text).not.toMatch(/Rruga|neighbour|withheld|exact_|20\.4401|42\.3811|"age"|source_key|: 17\b/);
  });

  it('says what "otherwise" covers, with words that enough incidents have', () => {
    const report = new ImportReport();
    const covered = (word: string, field = 'type') => ({ field, word: `"${word}"`, recordedAs: 'other' });
    for (let line = 2; line < 24; line += 1) report.add({ ...draft(line), caught: [covered('tuča'), covered('tuča')] });
    report.add({ ...draft(30), caught: [covered('Zzyzx'), covered('Qwerty'), { ...covered('?', 'sex'), recordedAs: null }] });
    expect(report.text()).toContain(`
Words that only "otherwise" of the mapping covers:
          23 type: recorded as "other"
               "tuča": 22 incidents
               2 other words, each in fewer than 20 incidents
           1 sex: recorded as not reported
               1 word, in fewer than 20 incidents
`);
  });

  it('names the columns that are not read, as many as a person reads', () => {
    const report = new ImportReport();
    const notRead = Array.from({ length: 100 }, (_, at) => `${'long '.repeat(20)}${at}`);
    const about = 'utf-8 (valid UTF-8)';
    const files = ['a', 'b'].map((name) => `/data/${name}.csv`);
    for (const path of files) report.add({ kind: 'file', file: path, unit: 'line', about, notRead: ['Name', ...notRead] });
    // Once for files that have the same columns.
    expect(report.text()).toMatch(/^a\.csv: .*\n {15}columns that are not read: "Name", "long .*…" and 96 more\nb\.csv: .*\n\n/);
  });

  it('says what changed, and what was retracted', () => {
    const report = new ImportReport();
    const changedFields = ['a', 'b', 'c', 'd', 'e', 'f'].map((field, at) => ({ field, incidents: 9 - at }));
    const record = { ...stored, updated: 9, changedFields, unchanged: 3, restored: 2, retracted: 4 };
    expect(report.text({ stored: record, seconds: 2.25, address: '/explore?dataset=a', dryRun: false })).toBe(
      `
           0 inserted
           9 updated: a in 9, b in 8, c in 7, d in 6, e in 5, 1 more field
           3 unchanged
           2 of these published again, after an earlier import had retracted them
           4 retracted, since they are not in the files
           0 rejected
           0 incidents read

To see this dataset: /explore?dataset=a
Time taken: 2.3 s`.slice(1),
    );
    // A dry run says so.
    expect(report.text({ stored: record, dryRun: true })).toMatch(
      /^ +0 would be imported \(dry run: nothing was written\)\n +0 inserted\n/,
    );
  });

  it('has the documented shape as JSON', async () => {
    const report = new ImportReport();
    report.add({ ...draft(2), draft: fullDraft, caught: [{ field: 'type', word: '"x"', recordedAs: null }] });
    report.add(rejected(3, { kind: 'date_missing', message: 'x' }));
    for (const record of [{}, { stored, rejectedFile: '/a', seconds: 1, address: '/b', dataset: 'c' }])
      expect([...Value.Errors(ImportSummary, JSON.parse(JSON.stringify(report.summary(record))))]).toEqual([]);
    // To update it: npx pnpm@12.4.2 exec vitest run packages/ingest/src/import-report.test.ts -u
    await expect(`${JSON.stringify(ImportSummary, null, 2)}\n`).toMatchFileSnapshot('../../../docs/import-report.schema.json');
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
          report.add({ kind: 'file', file: path, unit: 'line', about: 'utf-8 (valid UTF-8)', notRead: [] });
          if (reasons.length > 0) report.add({ ...rejected(line, reasons[0]!), file: path, reasons });
          else report.add({ ...draft(line), file: path, warnings });
        }
        const lines = report.text({ stored, rejectedFile: '/data/a.csv.rejected.csv' }).split(/[\r\n\u2028\u2029]/);
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
