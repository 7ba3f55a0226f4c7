/* Holds the tables of ARCHITECTURE.md to what the code imports. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../', import.meta.url));
const architecture = await readFile(join(repository, 'ARCHITECTURE.md'), 'utf8');

/** The rows of a table by the name of its first column, each as its cells. */
function rowsOf(firstColumn: string): string[][] {
  const from = architecture.indexOf(`| ${firstColumn} |`);
  const table = architecture.slice(from).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The text between backquotes. */
const quoted = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => String(name));

/** Source files of a folder with their texts. */
async function sourcesOf(folder: string): Promise<{ path: string; text: string }[]> {
  const paths = (await filesIn(folder)).filter((path) => /\.(?:ts|tsx|mjs|css)$/.test(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(repository, folder, path), 'utf8') })));
}

/** Paths from the folder of the files in it, without what is installed or built. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(repository, folder), { withFileTypes: true });
  const paths = entries
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .map(async (entry) =>
      entry.isDirectory() ? (await filesIn(join(folder, entry.name))).map((path) => join(entry.name, path)) : [entry.name],
    );
  return (await Promise.all(paths)).flat();
}

/** What a file imports, for its types too, and at any time. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map(([, name]) => String(name));
}

const listed = (cell = '') => (cell === 'nothing' ? [] : cell.split(', ').filter((name) => name !== ''));
const rooms = rowsOf('Room').map(([room, , imports, ofTests]) => ({
  room: quoted(room)[0] ?? '',
  imports: listed(imports),
  ofTests: listed(ofTests),
}));
const packages = rooms.filter(({ room }) => existsSync(join(repository, room, 'package.json')));

/** The rooms that a file imports, without its own; the paths of those that a source imports by path, which only tests may. @param path from the repository */
function roomsImported(path: string, text: string, isOfTest: boolean): string[] {
  return importsOf(text).flatMap((name) => {
    const isPath = name.startsWith('.');
    const target = isPath ? join(dirname(path), name) : name;
    const [, room = ''] = /^(?:@monitor|packages|apps)\/([^/]+)/.exec(target) ?? [];
    if (room === '' || room === path.split('/')[1]) return [];
    return isPath && !isOfTest ? target : room;
  });
}

/** Tests, and what they share. */
const isOfTests = (room: string, path: string) =>
  path.includes('.test.') || /^(?:\w+-tests|testing)\//.test(path) || room === 'apps/e2e';

test('the description fits on two screens', () => {
  expect(architecture.trimEnd().split('\n').length).toBeLessThanOrEqual(90);
});

test('every room is in the table, and there is no other', async () => {
  const folders = await Promise.all(
    ['packages', 'apps'].map(async (above) => {
      const all = await readdir(join(repository, above), { withFileTypes: true });
      return all.filter((entry) => entry.isDirectory()).map(({ name }) => `${above}/${name}`);
    }),
  );
  expect(rooms.map(({ room }) => room).toSorted()).toEqual([...folders.flat(), 'migrations'].toSorted());
});

test('a room and its tests import from rooms above it in the table only', () => {
  for (const [place, { room, imports, ofTests }] of rooms.entries()) {
    const above = rooms.slice(0, place).map((one) => one.room.split('/')[1]);
    expect(
      [...imports, ...ofTests].filter((name) => !above.includes(name)),
      room,
    ).toEqual([]);
  }
});

test.each(packages)('$room depends on what the table says, and imports it', async ({ room, imports, ofTests }) => {
  const { dependencies = {} } = JSON.parse(await readFile(join(repository, room, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  expect(Object.keys(dependencies).flatMap((name) => /^@monitor\/(.+)/.exec(name)?.[1] ?? [])).toEqual(imports.toSorted());
  const files = (await sourcesOf(room)).map(({ path, text }) => {
    const isOfTest = isOfTests(room, path);
    return { isOfTest, names: roomsImported(join(room, path), text, isOfTest) };
  });
  const imported = (wanted: boolean) => new Set(files.filter((file) => file.isOfTest === wanted).flatMap(({ names }) => names));
  expect([...imported(false)].toSorted()).toEqual(imports.toSorted());
  expect([...imported(true)].filter((name) => !imports.includes(name)).toSorted()).toEqual(ofTests.toSorted());
});

const floors = rowsOf('Floor').map(([, folders]) => quoted(folders));
const foundations = floors.length - 1;

/**
 * The folder of a path of the web app that the table of floors lists, with the number of its floor from the top. What a screen keeps in the
 * address is beside the screen, and part of the filter.
 */
function placeOf(file: string): { readonly folder: string; readonly floor: number } {
  const path = file.endsWith('/choices.ts') ? 'filter/choices.ts' : file;
  const floor = floors.findIndex((folders) => folders.some((folder) => path.startsWith(`${folder}/`)));
  return { floor, folder: floors[floor]?.find((folder) => path.startsWith(`${folder}/`)) ?? '' };
}

test('the web app imports downward only', async () => {
  const sources = await sourcesOf('apps/web/src');
  expect(sources.map(({ path }) => path).filter((path) => placeOf(path).floor < 0)).toEqual([]);
  const upward = sources.flatMap(({ path, text }) => {
    const from = placeOf(path);
    return importsOf(text)
      .filter((name) => name.startsWith('.'))
      .map((name) => join(dirname(path), name))
      .filter((target) => !target.startsWith('..'))
      .filter((target) => {
        const to = placeOf(target);
        return to.folder !== from.folder && to.floor <= from.floor && !(to.floor === foundations && from.floor === foundations);
      })
      .map((target) => `${path} imports ${target}`);
  });
  expect(upward).toEqual([]);
});
