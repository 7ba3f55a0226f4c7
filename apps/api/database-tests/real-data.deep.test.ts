import { describe, expect, test } from 'vitest';
import type { Filter } from '@monitor/domain';
import { findDerivedFaults } from '@monitor/store';
import { rowsHolding, storedTotals } from '../../cli/database-tests/stored.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { expectSums } from './expect-sums.ts';
import { absent, importReal, realFiles } from './real-files.ts';
import { useSqlApp, useTestApp } from './test-app.ts';

/* All real files. */

const used = useTestApp([], { template: ready });
const sql = useSqlApp(used);
const monthOf = (month: string) => realFiles('gva-2017', (file) => file === `${month}.csv`);

describe.skipIf(absent)('real files are imported whole', { timeout: 1_800_000 }, () => {
  test('the Gun Violence Archive of 2017: 61,401 incidents with the sums of the files', async () => {
    const { stored, report } = await importReal(used.database, 'gva-2017');
    expect(stored).toMatchObject({ inserted: 61_401 });
    expect(report.rejected).toBe(0);
    expect(Object.fromEntries(report.warnings)).toMatchObject({ point_outside: 2 });
    expect(await storedTotals(used.database, 'gva-2017')).toEqual({
      incidents: 61_401,
      killed: 15_511,
      injured: 30_703,
      people: 94_268,
    });
    // Every characteristic, gun type and relationship is in its table.
    expect(report.warnings.get('unknown_code')).toBeUndefined();
    // No murder followed by a suicide is filed under suicides alone.
    const [misfiled] = await used.database.connections<{ count: number }[]>`
      select count(*)::integer as count from incidents where type = 'suicide' and type_as_reported like '%Murder/Suicide%'`;
    expect(misfiled).toEqual({ count: 0 });
    // Of the links the archive's own page is kept, and the few whose address is a number.
    const links = await used.database.connections`
      select kind, count(*)::integer as sources, count(url)::integer as links from sources group by kind order by kind`.values();
    expect(links).toEqual([
      ['media', expect.any(Number), 52],
      ['ngo', 61_401, 49_127],
    ]);
    // What these files have in place of names.
    expect(await rowsHolding(used.database, '::Withheld')).toEqual({});
    // A month of it again changes nothing.
    const again = await importReal(used.database, 'gva-2017', await monthOf('2017-06'));
    expect(again.stored).toMatchObject({ inserted: 0, updated: 0, unchanged: 5158 });
    await used.caughtUp();
    for (const [month, to] of [
      ['2017-05', '2017-05-31'],
      ['2017-12', '2017-12-31'],
    ] as const) {
      const filter: Filter = { dataset: ['gva-2017'], from: `${month}-01`, to };
      await expectSums([used.app, sql.app], filter, await monthOf(month), 'incident_id', ['n_killed', 'n_injured']);
    }
  });

  test('victims in Philadelphia: 14,861 people in 13,455 incidents', async () => {
    expect((await importReal(used.database, 'philadelphia')).stored).toMatchObject({ inserted: 13_455 });
    expect(await storedTotals(used.database, 'philadelphia')).toEqual({
      incidents: 13_455,
      killed: 3049,
      injured: 11_702,
      people: 14_861,
    });
    await used.caughtUp();
    const files = await realFiles('philadelphia', () => true);
    await expectSums([used.app, sql.app], { dataset: ['philadelphia'] }, files, 'dc_key', ['fatal']);
  });

  test('what is derived of them matches their people, weapons and sources', async () => {
    expect(await findDerivedFaults(used.database)).toEqual({ faults: [], more: false });
  });
});
