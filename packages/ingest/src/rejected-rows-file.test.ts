import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownIncident } from './raw-incident.ts';
import { RejectedRowsFile } from './rejected-rows-file.ts';
import { cell, type Row } from './row.ts';
import { columnsFormat, readAll, testFile } from '../testing/test-files.ts';
import { times } from '../../../testing/depth.ts';

const format = columnsFormat(['id', 'date', 'killed'], {
  optional: ['note'],
  read: ([row]) => ({
    ...unknownIncident,
    source_key: cell(row, 'id'),
    occurred_on: cell(row, 'date'),
    killed: cell(row, 'killed'),
    type_as_reported: cell(row, 'note'),
    country: 'RS',
    type: 'other',
  }),
});

const header = 'id,name,date,killed,note\n';
const text = `${header}1,Zzyzx Qwertyname,2023-05-03,1,fine
2,Zzyzx Qwertyname,2023-05-03,-1,"=1+1, ""so""
on two lines"
3,Zzyzx Qwertyname,2023-02-30,many,+381 11
`;

async function rejectedFile(path: string | readonly string[], elsewhere = '/nowhere'): Promise<string> {
  const [first = ''] = [path].flat();
  const file = new RejectedRowsFile(first, elsewhere, format);
  for (const result of (await readAll(path, format)).rejected) await file.write(result);
  return (await file.finish()) ?? '';
}

describe('the file of rejected rows', () => {
  it('has file, line, reason, identifier and date of each, and nothing else of it', async () => {
    const written = readFileSync(await rejectedFile(testFile(text)), 'utf8');
    expect(written).toBe(
      `\ufefffile,line,reason,identifier,date\r\n` +
        `test.csv,3,"killed: ""-1"" is negative. Leave the cell empty if the number is not known.",2,2023-05-03\r\n` +
        `test.csv,5,"occurred_on: ""2023-02-30"" is not a valid date. killed: (not shown) is not a whole number of people.",3,2023-02-30\r\n`,
    );
  });

  it('has no telephone number for a date', async () => {
    const dates = ['2023-05-03', '3.5.2023.', '03/05/23 21:15', '٠٣/٠٥/٢٠٢٣', '0641 23 4567', '٠٦٤/١٢/٣٤٥٦', '12 34 567'];
    const rows = dates.map((date, at) => `${at + 1},x,${date},-1,\n`).join('');
    const written = readFileSync(await rejectedFile(testFile(header + rows)), 'utf8');
    expect(
      written
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').at(-1)),
    ).toEqual([...dates.slice(0, 4), '', '', '']);
  });

  it('is one for all files of an import, beside the first', async () => {
    const grouped = { ...format, groupBy: (row: Row) => cell(row, 'id') };
    const one = testFile('id,date,killed\n1,2023-05-03,-1\n', 'one.csv');
    const other = testFile('killed,date,id\n,2023-05-03,1\n', 'other.csv');
    const file = new RejectedRowsFile(one, '/nowhere', format);
    for (const result of (await readAll([one, other], grouped)).rejected) await file.write(result);
    expect(await file.finish()).toBe(`${one}.rejected.csv`);
    expect(readFileSync(`${one}.rejected.csv`, 'utf8').split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^one\.csv,2,.*negative.*,1,2023-05-03$/),
      expect.stringMatching(/^other\.csv,2,.*negative.*,1,2023-05-03$/),
    ]);
    expect(readdirSync(dirname(other))).toEqual(['other.csv']);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    expect(statSync(await rejectedFile(testFile(text))).mode & 0o777).toBe(0o600);
  });

  it('leaves all other files alone', async () => {
    const path = testFile(text);
    const others = [`${path}.rejected.csv`, `${path}.rejected.csv.part`];
    for (const other of others) writeFileSync(other, 'mine');
    symlinkSync(join(dirname(path), 'aim'), `${path}.rejected-2.csv`);
    expect(await rejectedFile(path)).toBe(`${path}.rejected-3.csv`);
    expect(others.map((other) => readFileSync(other, 'utf8'))).toEqual(['mine', 'mine']);
    expect(existsSync(join(dirname(path), 'aim'))).toBe(false);
  });

  it('is not there where nothing was rejected, or where it was thrown away', async () => {
    const path = testFile(text.split('\n').slice(0, 2).join('\n'));
    expect(await rejectedFile(path)).toBe('');
    const bad = testFile(text);
    const file = new RejectedRowsFile(bad, '/nowhere', format);
    const { rejected } = await readAll(bad, format);
    const writing = rejected.map((result) => file.write(result));
    await file.discard();
    await Promise.all(writing);
    for (const result of rejected) await file.write(result);
    expect(readdirSync(dirname(bad))).toEqual([basename(bad)]);
  });

  it('has no name, wherever stray delimiters move one', async () => {
    const cells = fc.constantFrom(
      '',
      'Marko Petrović',
      'Zzyzx Qwertyname',
      'Agim',
      '2023-05-03',
      '7',
      '-1',
      'x',
      '"',
      'A-17',
      'Марко Петровић',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cells, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), async (rows) => {
        const path = testFile(`${header}1,x,2023-05-03,1,fine\n${rows.map((row) => row.join(',')).join('\n')}\n`);
        const written = await rejectedFile(path);
        const content = written === '' ? '' : readFileSync(written, 'utf8');
        expect(content).not.toMatch(/Marko|Petrovi|Zzyzx|Qwertyname|Agim|Марко|Петрови/);
      }),
      { numRuns: times(15, 100) },
    );
  });
});
