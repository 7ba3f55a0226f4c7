import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLogins, loginUrl, openDatabase } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { importDrafts, untilLock, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { wholeRecord } from '../../../packages/store/database-tests/whole-record.ts';
import { replaceFile, writeNewFile } from '../src/new-file.ts';
import { fewPlaces, fixtureFolder } from './ready-database.ts';
import { runCommand } from './run-command.ts';

const used = useTestDatabase(fewPlaces);
let folder: string;
/** The bytes of a backup. */
let backup: Buffer;
let empty: string;

beforeAll(async () => {
  const known = { country: 'RS', region: null, place: null, people: [], sources: [] };
  await importDrafts(
    used.database,
    randomDrafts(60, 81).map((draft) => ({ ...draft, ...known })),
  );
  empty = await used.another();
  const made = await mkdtemp(join(tmpdir(), 'monitor-backup-'));
  await runCommand('backup monitor.sql.gz', { url: used.url, folder: made });
  beforeEach(async () => {
    folder = await fixtureFolder();
  });
  backup = await readFile(join(made, 'monitor.sql.gz'));
  await rm(made, { recursive: true });
});
beforeEach(async () => {
  folder = await fixtureFolder();
});

const monitor = (line: string, url = used.url, signal?: AbortSignal) =>
  runCommand(line, { url, folder, ...(signal && { signal }) });
const hidden = async () => (await readdir(folder)).filter((name) => name.startsWith('.') || name.endsWith('.part'));

async function recordAt(url: string) {
  const database = await openDatabase(url);
  try {
    return await wholeRecord(database);
  } finally {
    await database.close();
  }
}

test('what monitor backup writes, monitor restore restores', async () => {
  const { printed } = await monitor('backup monitor.sql.gz');
  const path = join(folder, 'monitor.sql.gz');
  expect(printed).toBe(
    `Backed up 60 incidents of 1 dataset, dataset version ${(await used.database.connections`select version from publication`)[0]?.version}, to ${path}, and read it back. Only you can read it. It contains details that are not public.`,
  );
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await hidden()).toEqual([]);
  const restored = await used.another();
  expect((await monitor('restore monitor.sql.gz', restored)).printed).toMatch(
    /^Restored 60 incidents of 1 dataset, dataset version \d+, as they were on \d{4}-.*Z\. To check the record: npx pnpm@12\.4\.2 monitor verify$/,
  );
  expect(await recordAt(restored)).toEqual(await recordAt(used.url));
  await expect(monitor('restore monitor.sql.gz', restored)).rejects.toThrow('The database is not empty');
});

test('the file is whole by its own words: the last line has the SHA-256 of all before it', () => {
  const text = gunzipSync(backup).toString();
  const at = text.lastIndexOf('-- sha256: ');
  expect(text.slice(at)).toBe(`-- sha256: ${createHash('sha256').update(text.slice(0, at)).digest('hex')}\n`);
});

describe('monitor backup', () => {
  test('replaces no file, and says where it cannot write, before anything is read', async () => {
    await writeFile(join(folder, 'there.gz'), 'precious');
    await expect(monitor('backup there.gz')).rejects.toThrow('there.gz already exists. Nothing was written.');
    expect(await readFile(join(folder, 'there.gz'), 'utf8')).toBe('precious');
    await expect(monitor('backup missing/there.gz')).rejects.toThrow(/the folder .*missing does not exist/);
  });

  test('leaves nothing when it is interrupted', async () => {
    const before = await readdir(folder);
    await expect(monitor('backup stopped.gz', used.url, AbortSignal.abort(new Error('Ctrl-C')))).rejects.toThrow('Ctrl-C');
    expect(await readdir(folder)).toEqual(before);
  });

  test('leaves nothing when it is interrupted while it writes', async () => {
    const before = await readdir(folder);
    const interruption = new AbortController();
    const { connections } = used.database;
    await connections.begin(async (holding) => {
      // The backup, which has begun its file by then, waits for this.
      await holding`lock table weapons in access exclusive mode`;
      const backingUp = monitor('backup stopped.gz', used.url, interruption.signal);
      backingUp.catch(() => undefined);
      await untilLock(used.database, "relation = 'weapons'::regclass and not granted");
      expect(await readdir(folder)).not.toEqual(before);
      interruption.abort(new Error('Ctrl-C'));
      await expect(backingUp).rejects.toThrow('Ctrl-C');
    });
    expect(await readdir(folder)).toEqual(before);
  });

  test('says where there is nothing to back up', async () => {
    await expect(monitor('backup nothing.gz', empty)).rejects.toThrow('there is nothing to back up');
    expect(await hidden()).toEqual([]);
  });
});

test('the user that imports may back up and verify, the user that answers may not, and neither may restore', async () => {
  await createLogins(used.database, used.url);
  const [reader, writer] = [loginUrl(used.url, 'monitor_reader'), loginUrl(used.url, 'monitor_writer')];
  const refusal = { name: 'DatabaseError', message: expect.stringContaining('does not have the right to do this') as string };
  expect((await monitor('backup as-writer.gz', writer)).printed).toMatch(/^Backed up 60 incidents/);
  expect((await monitor('verify', writer)).printed).not.toContain('PROBLEM');
  await expect(monitor('backup as-reader.gz', reader)).rejects.toMatchObject(refusal);
  expect(await hidden()).toEqual([]);
  await expect(
    monitor('restore as-writer.gz', Object.assign(new URL(writer), { pathname: new URL(empty).pathname }).href),
  ).rejects.toThrow(/does not have the right|may not change that/);
  // It has all that the owner's backup has, but for when it was made.
  const rows = (bytes: Buffer) =>
    gunzipSync(bytes)
      .toString()
      .match(/^copy .+ from stdin;\n[^]*?^\\\.$/gm);
  expect(rows(await readFile(join(folder, 'as-writer.gz')))).toEqual(rows(backup));
});

describe('monitor backup --rotate', () => {
  const backups = async () => (await readdir(join(folder, 'kept'))).filter((name) => name !== 'latest').toSorted();

  test('keeps the newest, with a link to the newest that has been read back', async () => {
    await mkdir(join(folder, 'kept'));
    await writeFile(join(folder, 'kept', 'notes.txt'), 'mine');
    const made: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      expect((await monitor('backup kept --rotate 2')).printed).toMatch(/latest leads to it\. [12] backups? kept\.$/);
      made.push(await readlink(join(folder, 'kept', 'latest')));
      expect(await readFile(join(folder, 'kept', 'latest'))).toEqual(await readFile(join(folder, 'kept', made[at]!)));
    }
    expect(await backups()).toEqual([...made.slice(-2), 'notes.txt']);
    const restored = await used.another();
    expect((await monitor('restore kept/latest', restored)).printed).toMatch(/^Restored 60 incidents/);
  });

  test('leaves all as it was when a backup fails', async () => {
    await mkdir(join(folder, 'kept'));
    await monitor('backup kept --rotate 1');
    const before = [await backups(), await readlink(join(folder, 'kept', 'latest'))];
    await expect(monitor('backup kept --rotate 1', empty)).rejects.toThrow('there is nothing to back up');
    expect([await backups(), await readlink(join(folder, 'kept', 'latest'))]).toEqual(before);
  });

  test('wants a folder, and replaces nothing that is not a link', async () => {
    await expect(monitor('backup nowhere --rotate 2')).rejects.toThrow('nowhere is not a folder. With --rotate, give the folder');
    await mkdir(join(folder, 'kept'));
    await writeFile(join(folder, 'kept', 'latest'), 'mine');
    await expect(monitor('backup kept --rotate 1')).rejects.toThrow(/is whole, but .*latest is not a link to such a backup/);
    expect(await readFile(join(folder, 'kept', 'latest'), 'utf8')).toBe('mine');
  });

  test('replaces a link only where it leads nowhere or to such a backup', async () => {
    const latest = join(folder, 'kept', 'latest');
    await mkdir(join(folder, 'kept', 'release42'), { recursive: true });
    await symlink('release42', latest);
    await expect(monitor('backup kept --rotate 1')).rejects.toThrow(/is whole, but .*latest is not a link to such a backup/);
    expect(await readlink(latest)).toBe('release42');
    await rm(latest);
    await symlink('nowhere', latest);
    await monitor('backup kept --rotate 1');
    expect(await backups()).toEqual([await readlink(latest), 'release42']);
  });

  const later = 'monitor-20990101T000000000Z.sql.gz';

  test.each([1, 2])('never removes the one that it has just made, be its name the oldest: of %d', async (most) => {
    await mkdir(join(folder, 'kept'));
    for (const name of [later, later.replace('2099', '2098')]) await writeFile(join(folder, 'kept', name), backup);
    const { printed } = await monitor(`backup kept --rotate ${most}`);
    expect(printed).toMatch(new RegExp(`latest leads to it\\. ${most} backups? kept\\.$`));
    const made = await readlink(join(folder, 'kept', 'latest'));
    expect(await backups()).toEqual([made, ...(most === 2 ? [later] : [])]);
  });

  test('is not blocked by a folder or a link with the name of a backup, and does not count them', async () => {
    await mkdir(join(folder, 'kept', later), { recursive: true });
    await symlink(later, join(folder, 'kept', later.replace('2099', '2000')));
    const { printed } = await monitor('backup kept --rotate 1');
    expect(printed).toMatch(/ 1 backup kept\.$/);
    expect(await backups()).toHaveLength(3);
  });

  test('removes what an earlier run left unfinished, once nobody can be at it', async () => {
    await mkdir(join(folder, 'kept'));
    const [left, written, link, other] = [
      '.monitor-20260101T000000000Z.sql.gz.0123abcd.part',
      '.monitor-20260101T000000000Z.sql.gz.4567abcd.part',
      '.latest.0123abcd.part',
      '.other.gz.0123abcd.part',
    ];
    for (const name of [left, written, other]) await writeFile(join(folder, 'kept', name), 'part');
    await symlink('nowhere', join(folder, 'kept', link));
    const yesterday = Date.now() / 1000 - 25 * 60 * 60;
    for (const name of [left, link, other]) await lutimes(join(folder, 'kept', name), yesterday, yesterday);
    await monitor('backup kept --rotate 1');
    expect((await backups()).filter((name) => name.startsWith('.'))).toEqual([written, other].toSorted());
  });

  test('of two at once, neither has its name before it can lead to it, and the last to end is kept', async () => {
    await mkdir(join(folder, 'kept'));
    const { connections } = used.database;
    const waiting = () => connections`
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    const both: Promise<unknown>[] = [];
    await connections.begin(async (holding) => {
      await holding`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor backups'))`;
      while (both.length < 2) {
        const backingUp = monitor('backup kept --rotate 1');
        backingUp.catch(() => undefined);
        both.push(backingUp);
        await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(both.length);
      }
      expect((await backups()).filter((name) => !name.endsWith('.part'))).toEqual([]);
    });
    await Promise.all(both);
    expect(await backups()).toEqual([await readlink(join(folder, 'kept', 'latest'))]);
  });
});

describe('a new file', () => {
  const path = () => join(folder, 'new.gz');
  const write = (file: Writable) => new Promise<void>((resolve) => file.end('mine', resolve));

  test('does not replace one that was made meanwhile', async () => {
    const writing = writeNewFile(path(), async (file) => {
      await writeFile(path(), 'of somebody else');
      await new Promise<void>((resolve) => file.end('mine', resolve));
    });
    await expect(writing).rejects.toThrow('already exists');
    expect(await readFile(path(), 'utf8')).toBe('of somebody else');
    expect(await hidden()).toEqual([]);
  });

  test('is not written where a link has its name, whether it leads somewhere or not', async () => {
    await writeFile(join(folder, 'other'), 'of somebody else');
    for (const target of ['nowhere', join(folder, 'other')]) {
      await symlink(target, path());
      await expect(monitor('backup new.gz')).rejects.toThrow(/new\.gz is a link\. Nothing was written\./);
      await expect(writeNewFile(path(), write)).rejects.toThrow('is a link. Nothing was written.');
      await rm(path());
    }
    expect(await readFile(join(folder, 'other'), 'utf8')).toBe('of somebody else');
    expect(await hidden()).toEqual([]);
  });

  test('is not written where a link gets its name meanwhile', async () => {
    const writing = writeNewFile(path(), async (file) => {
      await symlink('nowhere', path());
      await write(file);
    });
    await expect(writing).rejects.toThrow('is a link. Nothing was written.');
    expect(await hidden()).toEqual([]);
  });

  test('is not written where a folder has its name', async () => {
    await mkdir(path());
    await expect(monitor('backup new.gz')).rejects.toThrow(/new\.gz is a folder\. Nothing was written\./);
    await expect(replaceFile(path(), write)).rejects.toThrow(/^Cannot write .*new\.gz: .*Nothing was written/);
    expect(await hidden()).toEqual([]);
  });

  test.each([writeNewFile, replaceFile])('has any name that the disk allows', async (make) => {
    const name = 'n'.repeat(255);
    await make(join(folder, name), write);
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
    await expect(make(join(folder, `${name}n`), write)).rejects.toThrow('ENAMETOOLONG');
    expect(await hidden()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32').each([0o600, 0o664])(
    'has the permissions of the one that it replaces',
    async (mode) => {
      await writeFile(path(), 'old');
      await chmod(path(), mode);
      await replaceFile(path(), write);
      expect((await stat(path())).mode & 0o777).toBe(mode);
    },
  );

  test.each([
    ['made', writeNewFile],
    ['replaced', replaceFile],
  ])('whose folder goes meanwhile is not %s, and that is said', async (_, make) => {
    await mkdir(join(folder, 'going'));
    const writing = make(join(folder, 'going', 'new.gz'), async (file) => {
      await rm(join(folder, 'going'), { recursive: true });
      await write(file);
    });
    await expect(writing).rejects.toThrow(/going.*(does not exist|could not|no such file)/);
  });

  test('that replaces a link leaves what the link leads to', async () => {
    await writeFile(join(folder, 'other'), 'of somebody else');
    await symlink(join(folder, 'other'), path());
    await replaceFile(path(), write);
    expect([await readFile(path(), 'utf8'), await readFile(join(folder, 'other'), 'utf8')]).toEqual(['mine', 'of somebody else']);
    await rm(path());
    await symlink('nowhere', path());
    await replaceFile(path(), write);
    expect(await readFile(path(), 'utf8')).toBe('mine');
  });

  test.each([
    ['is looked at', { look: () => Promise.reject(new Error('looked at')) }, 'looked at'],
    ['is read', {}, /is not what was written: .*Nothing was written to .*new\.gz\.$/],
  ])('does not get its name if it is not what was written when it %s', async (when, options, words) => {
    const spoiled = writeNewFile(
      path(),
      async (file) => {
        await write(file);
        if (when === 'is read') await writeFile(join(folder, (await hidden())[0]!), 'other');
      },
      options,
    );
    await expect(spoiled).rejects.toThrow(words);
    await expect(stat(path())).rejects.toThrow('ENOENT');
    expect(await hidden()).toEqual([]);
  });

  test('does not keep its name if it is something else when it is read by it', async () => {
    const finish = async (giveName: () => Promise<void>) => {
      await writeFile(join(folder, (await hidden())[0]!), 'other');
      await giveName();
    };
    await expect(writeNewFile(path(), write, { finish })).rejects.toThrow(/new\.gz is not what was written: .*Do not rely on it/);
    await expect(stat(path())).rejects.toThrow('ENOENT');
  });

  test('has no second name when what belongs to its name is done', async () => {
    const finish = async (giveName: () => Promise<void>) => {
      await giveName();
      expect([await hidden(), (await stat(path())).nlink]).toEqual([[], 1]);
    };
    await writeNewFile(path(), write, { finish });
  });

  test('is not there when the disk is full', async () => {
    const writing = writeNewFile(path(), () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })),
    );
    await expect(writing).rejects.toThrow(/Cannot write .*new\.gz: ENOSPC: no space left\. Nothing was written\./);
    expect(await hidden()).toEqual([]);
  });
});

describe('monitor restore refuses', () => {
  test.each<[string, (path: string) => Promise<void>, RegExp]>([
    [
      'a file that is cut off',
      async (path) => truncate(path, (await stat(path)).size - 100),
      /is not complete: its end is missing\. Nothing was restored/,
    ],
    [
      'a file with a wrong byte',
      async (path) => {
        const bytes = await readFile(path);
        bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 1;
        await writeFile(path, bytes);
      },
      /is damaged.*Nothing was restored/,
    ],
    [
      'a file that was changed and packed again',
      async (path) =>
        writeFile(
          path,
          gzipSync(
            gunzipSync(await readFile(path))
              .toString()
              .replace('made-up', 'real'),
          ),
        ),
      /does not match its checksum\. Nothing was restored/,
    ],
    ['another file', async (path) => writeFile(path, 'incident_id,date\n'), /is damaged, or not a backup\. Nothing was restored/],
    ['another file that is packed', async (path) => writeFile(path, gzipSync('drop table incidents;')), /is not a backup/],
  ])('%s', async (_what, spoil, words) => {
    await writeFile(join(folder, 'spoiled.gz'), backup);
    await spoil(join(folder, 'spoiled.gz'));
    await expect(monitor('restore spoiled.gz', empty)).rejects.toMatchObject({
      name: 'BackupError',
      message: expect.stringMatching(words) as string,
    });
    expect(await recordAt(empty)).toEqual({});
  });

  test('no file whose name leads elsewhere meanwhile: it restores the one that it checked', async () => {
    await writeFile(join(folder, 'checked.gz'), backup);
    await symlink('checked.gz', join(folder, 'latest'));
    const url = await used.another();
    const target = await openDatabase(url);
    let restoring: ReturnType<typeof monitor> | undefined;
    await target.connections.begin(async (holding) => {
      await holding`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor migrations'))`;
      restoring = monitor('restore latest', url);
      restoring.catch(() => undefined);
      await untilLock(target, "locktype = 'advisory' and not granted");
      await rm(join(folder, 'latest'));
      await rm(join(folder, 'checked.gz'));
      await symlink('another.gz', join(folder, 'latest'));
    });
    await target.close();
    expect((await restoring)?.printed).toMatch(/^Restored 60 incidents/);
    expect(await recordAt(url)).toEqual(await recordAt(used.url));
  });

  test('a file that is not there', async () => {
    await expect(monitor('restore nowhere.gz')).rejects.toThrow('nowhere.gz: file not found. Nothing was restored.');
  });
});

test('gunzip unpacks it', async (context) => {
  await writeFile(join(folder, 'packed.gz'), backup);
  let text: string;
  try {
    text = execFileSync('gunzip', ['--stdout', join(folder, 'packed.gz')], { encoding: 'utf8', maxBuffer: 1e9 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip('gunzip is not installed.');
    throw error;
  }
  expect(text).toMatch(/^\\set ON_ERROR_STOP on\n-- Backup of an Open Armed Violence Monitor/);
});
