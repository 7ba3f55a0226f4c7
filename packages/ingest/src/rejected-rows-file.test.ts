import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RejectedRowsFiles } from './rejected-rows-file.ts';
import { columnsFormat, readAll, testFile } from './test-files.ts';
import { unknownIncident } from './raw-incident.ts';
import { cell, type Row } from './row.ts';

const format = columnsFormat(['id', 'date', 'killed', 'lon'], {
  optional: ['note'],
  dropped: ['name'],
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

const text = `id,name,date,killed,lon,note
1,Zzyzx Qwertyname,2023-05-03,1,20.4,fine
2,Zzyzx Qwertyname,2023-05-03,-1,-20.4,"=1+1, ""so""
on two lines\r"
3,Zzyzx Qwertyname,2023-02-30,many,20.4,+381 11
`;

async function rejectedFile(path: string): Promise<string> {
  const files = new RejectedRowsFiles(dirname(path));
  for (const result of (await readAll(path, format)).rejected) await files.write(result);
  return [...(await files.finish()).values()][0] ?? '';
}

describe('the file of rejected rows', () => {
  it('has the rows with their reasons, without names, safe to open', async () => {
    const written = readFileSync(await rejectedFile(testFile(text)), 'utf8');
    expect(written).toBe(
      `\ufeffid,date,killed,lon,note,rejected_because\r\n` +
        `2,2023-05-03,-1,-20.4,"'=1+1, ""so""\non two lines\r","killed: ""-1"" is negative. Leave the cell empty if the number is not known."\r\n` +
        `3,2023-02-30,many,20.4,'+381 11,"occurred_on: ""2023-02-30"" is not a valid date. killed: ""many"" is not a whole number of people."\r\n`,
    );
  });

  it('can be corrected and imported again', async () => {
    const path = testFile(text);
    const corrected = readFileSync(await rejectedFile(path), 'utf8')
      .replace(',-1,', ',1,')
      .replace('02-30,many', '02-28,0');
    const { drafts, rejected } = await readAll(testFile(corrected), format);
    expect(rejected).toEqual([]);
    expect(drafts.map(({ draft }) => [draft.source_key, draft.type_as_reported])).toEqual([
      ['2', '=1+1, "so" on two lines'],
      ['3', '+381 11'],
    ]);
  });

  it('is one for each file that has rows of an incident, each with the columns of its file', async () => {
    const grouped = { ...format, groupBy: (row: Row) => cell(row, 'id') };
    const one = testFile('id,date,killed,lon\n1,2023-05-03,-1,20.4\n');
    const other = testFile('lon,killed,date,id\n20.4,,2023-05-03\n20.4,,2023-05-03,1\n');
    const { rejected } = await readAll([one, other], grouped);
    const files = new RejectedRowsFiles(dirname(one));
    for (const result of rejected) await files.write(result);
    const written = await files.finish();
    expect([...written]).toEqual([
      [other, `${other}.rejected.csv`],
      [one, `${one}.rejected.csv`],
    ]);
    expect(readFileSync(`${one}.rejected.csv`, 'utf8')).toBe(
      `\ufeffid,date,killed,lon,rejected_because\r\n` +
        `1,2023-05-03,-1,20.4,"killed: ""-1"" is negative. Leave the cell empty if the number is not known."\r\n`,
    );
    expect(readFileSync(`${other}.rejected.csv`, 'utf8')).toBe(
      `\ufefflon,killed,date,id,rejected_because\r\n` +
        `20.4,,2023-05-03,,"the row has 3 cells but the header has 4. The row is cut off, or a text with a line break is not in quotation marks."\r\n` +
        `20.4,,2023-05-03,1,"killed: ""-1"" is negative. Leave the cell empty if the number is not known."\r\n`,
    );
  });

  it('leaves an earlier one alone', async () => {
    const path = testFile(text);
    expect([await rejectedFile(path), await rejectedFile(path)]).toEqual([`${path}.rejected.csv`, `${path}.rejected-2.csv`]);
  });

  it('is not there where nothing was rejected, or where it was thrown away', async () => {
    const path = testFile(text.split('\n').slice(0, 2).join('\n'));
    expect(await rejectedFile(path)).toBe('');
    const bad = testFile(text);
    const files = new RejectedRowsFiles(dirname(bad));
    const { rejected } = await readAll(bad, format);
    const writing = rejected.map((result) => files.write(result));
    await files.discard();
    await Promise.all(writing);
    for (const result of rejected) await files.write(result);
    expect([`${bad}.rejected.csv`, `${bad}.rejected.csv.part`].filter((name) => existsSync(name))).toEqual([]);
  });
});
