import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { copyFolder } from './made-folder.ts';
import {
  asUser,
  type Before,
  isPossible,
  isRoot,
  repository,
  withCheckoutAt,
  withoutCapabilities,
  withoutNamespaces,
} from './wherever.ts';

/** Nobody: initdb wants a user that has a name. */
const stranger = 65_534;
const ways = { mount: withCheckoutAt(tmpdir()), namespaces: ['unshare', '--user', '--'], forbidden: withoutNamespaces };
const can = {
  mount: isRoot && isPossible('a checkout elsewhere', ways.mount),
  namespace: isRoot && isPossible('a user namespace', ways.namespaces),
  forbid: isRoot && isPossible('forbidden namespaces', ways.forbidden),
  stranger: isRoot && isPossible('another user', asUser(stranger)),
};
if (!isRoot) console.warn('NOT TESTED here: what root does, since these tests do not run as root');

let base: string;
let checkout: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'monitor-wherever-'));
  checkout = join(base, 'Мој пројекат и још нешто');
  await mkdir(checkout);
});
afterEach(() => rm(base, { recursive: true, force: true }));

interface Place {
  readonly before?: Before;
  /** From the read-only checkout with a name of several words, instead of the checkout of these tests. */
  readonly elsewhere?: boolean;
}

/** What `start-and-count.mjs` saw. */
const start = (folder: string, place?: Place) => run('start-and-count.mjs', folder, place);

/** What a program beside this test prints about a folder. */
function run(program: string, folder: string, { before = [], elsewhere = false }: Place = {}): unknown {
  const path = join(elsewhere ? checkout : repository, 'packages/built-in-server/process-tests', program);
  const words = [...(elsewhere ? withCheckoutAt(checkout) : []), ...before, process.execPath, path, folder];
  const { stdout, stderr, status } = spawnSync(words[0] ?? '', words.slice(1), { encoding: 'utf8', cwd: '/' });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`No answer, but ${status}: ${stdout}${stderr}`);
  }
}

// Where root can do it, the tests below say more.
test.skipIf(can.mount && can.namespace)('this user, in a private folder whose name has spaces and Cyrillic letters', async () => {
  const folder = join(base, 'Моји подаци', 'postgres');
  expect(start(folder)).toMatchObject({ starts: 1, owner: process.getuid?.() });
  expect(start(folder)).toMatchObject({ starts: 2 });
});

test.runIf(can.mount)('a running server is known, in a checkout whose path has spaces and Cyrillic letters', async () => {
  const folder = join(base, 'postgres');
  await copyFolder(inject('madeFolder'), folder);
  const seen = run('start-twice.mjs', folder, { elsewhere: true }) as { process: number };
  expect(seen).toMatchObject({
    message: expect.stringContaining(`${folder} is in use by process ${seen.process}.`),
    isLocked: true,
    isFound: true,
  });
});

describe.runIf(can.mount && can.namespace)('root, with the project on a read-only disk and its data elsewhere', () => {
  test.each([
    ['private', 0o700],
    ['open', 0o755],
  ])('in a folder that is %s', async (_, mode) => {
    await chmod(base, mode);
    const folder = join(base, 'Моји подаци', 'postgres');
    expect(start(folder, { elsewhere: true })).toEqual({ starts: 1, user: 0, owner: 0 });
    if (mode === 0o700) expect(start(folder, { elsewhere: true })).toEqual({ starts: 2, user: 0, owner: 0 });
  });
});

test.runIf(can.mount && can.stranger)('an ordinary user, with the project on a read-only disk and its data elsewhere', async () => {
  await chmod(base, 0o755);
  const own = join(base, 'own');
  await mkdir(own, { mode: 0o700 });
  await chown(own, stranger, stranger);
  const seen = start(join(own, 'postgres'), { before: asUser(stranger), elsewhere: true });
  expect(seen).toEqual({ starts: 1, user: stranger, owner: stranger });
});

test.runIf(can.mount && can.stranger)('root in the private folder of another user', async () => {
  await copyFolder(inject('madeFolder'), join(base, 'postgres'));
  await chown(base, stranger, stranger);
  // Root may pass because of a right that a user namespace does not have.
  expect(start(join(base, 'postgres'), { elsewhere: true })).toMatchObject({ starts: 1 });
});

describe.runIf(can.mount && can.forbid)('root, where user namespaces are forbidden', () => {
  const before = withoutNamespaces;

  test('PostgreSQL runs as an account that may pass, in a private folder too, and later also where they are allowed', async () => {
    const folder = join(base, 'postgres');
    const first = start(folder, { before, elsewhere: true });
    expect(first).toMatchObject({ starts: 1 });
    const { user, owner } = first as { user: number; owner: number };
    expect(user).not.toBe(0);
    expect(owner).toBe(user);
    if (can.namespace) expect(start(folder)).toEqual({ starts: 2, user, owner });
  });

  test('where the account is not let through, it works in an open folder; in a private one a line says what to do', async () => {
    const closed = [...before, ...withoutCapabilities];
    const folder = join(base, 'postgres');
    expect(start(folder, { before: closed, elsewhere: true })).toEqual({
      error: 'BuiltInServerError',
      message: `PostgreSQL cannot run as root. This system does not allow user namespaces, and the account that PostgreSQL would use instead cannot reach ${folder} or the installed programs. Start as an ordinary user, move the project out of the private folder, or set DATABASE_URL.`,
    });
  });
});

test.runIf(can.namespace && can.forbid)(
  'data that root made in a user namespace are handed over where namespaces are forbidden since',
  async () => {
    const folder = join(base, 'postgres');
    await copyFolder(inject('madeFolder'), folder);
    expect((await stat(join(folder, 'cluster'))).uid).toBe(0);
    const later = start(folder, { before: withoutNamespaces }) as { owner: number };
    expect(later).toMatchObject({ starts: 1 });
    expect(later.owner).not.toBe(0);
    expect((await stat(join(folder, 'cluster', 'base'))).uid).toBe(later.owner);
    expect(start(folder)).toEqual({ starts: 2, user: later.owner, owner: later.owner });
  },
);
