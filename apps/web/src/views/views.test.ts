import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeViews, unreadableKey, viewsKey, ViewStore } from './view-store.ts';
import { newViewId, readViewsFile, type SavedView, viewLimits, viewName, writeViews } from './saved-view.ts';

const view: SavedView = {
  id: 'a1',
  name: 'Serbia, 2024',
  address: '/explore?country=RS&from=2024-01-01&to=2024-12-31',
  saved: '2026-11-27T19:17:46.000Z',
  datasetVersion: 7,
  synthetic: 'all',
};
const other: SavedView = { ...view, id: 'b2', name: 'Niš', address: '/places/RS-20-nis', synthetic: 'none' };

/** A browser's storage, which two stores may share as two tabs do. @param texts what is in it */
function storageOf(texts: Record<string, string> = {}) {
  return {
    texts,
    getItem: (key: string) => texts[key] ?? null,
    setItem: (key: string, text: string) => {
      texts[key] = text;
    },
    removeItem: (key: string) => {
      delete texts[key];
    },
  };
}

const anyView: fc.Arbitrary<SavedView> = fc.record({
  id: fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', '_', '-'), minLength: 1, maxLength: 64 }),
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map(viewName)
    .filter((name) => name !== undefined),
  address: fc.constantFrom('/', '/explore?period=all', '/places/XK-01', '/trends?country=RS,XK&show=stacked', '/report'),
  saved: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString()),
  datasetVersion: fc.nat(),
  synthetic: fc.constantFrom('none', 'some', 'all'),
});

test('a file of views is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(anyView, { maxLength: 20 }), (views) => {
      expect(readViewsFile(writeViews(views))).toEqual({ views });
      expect(readViewsFile(`\uFEFF${writeViews(views)}`)).toEqual({ views });
    }),
  );
});

test('a bad file says what is wrong with it', () => {
  const file = (views: unknown, version: unknown = 1) =>
    JSON.stringify({ format: 'open-armed-violence-monitor/views', version, views });
  const problem = (text: string) => {
    const read = readViewsFile(text);
    return 'problem' in read ? read.problem : undefined;
  };
  expect(problem('')).toEqual({ kind: 'not_json' });
  expect(problem('{"a":')).toEqual({ kind: 'not_json' });
  for (const text of ['null', '[]', '7', '{}', file({}), file(undefined), file([], '1')])
    expect([text, problem(text)]).toEqual([text, { kind: 'other_file' }]);
  expect(problem(file([], 2))).toEqual({ kind: 'newer' });
  expect(problem(file(Array.from({ length: viewLimits.views + 1 }, () => view)))).toEqual({ kind: 'too_many' });
  expect(problem(' '.repeat(viewLimits.file + 1))).toEqual({ kind: 'too_large' });
  expect(problem(file([view, null]))).toEqual({ kind: 'bad_view', at: 2, field: 'id' });
  const bad: Record<keyof SavedView, readonly unknown[]> = {
    id: ['', 'a b', 7, 'x'.repeat(65)],
    name: ['', ' \n', 'x'.repeat(viewLimits.name + 1), null],
    address: ['', 'explore', '//evil.example', 'https://evil.example/', 'javascript:alert(1)', '/a b', '/\\evil.example', '/a/b/c'],
    saved: ['', 'yesterday', '2026-13-45T00:00:00Z', 7],
    datasetVersion: [-1, 1.5, '7', null],
    synthetic: ['', true, 'most'],
  };
  for (const [field, values] of Object.entries(bad))
    for (const value of values)
      expect([value, problem(file([view, { ...view, [field]: value }]))]).toEqual([value, { kind: 'bad_view', at: 2, field }]);
});

test('a name is one line that can be seen', () => {
  expect(viewName('  Niš \n 2024\u202E ')).toBe('Niš 2024');
  expect(viewName('\u0000')).toBeUndefined();
  expect(newViewId()).toMatch(/^[0-9a-f]{24}$/);
});

test('importing a file a second time changes nothing, and nothing of the browser is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyView, { selector: ({ id }) => id }), fc.array(anyView), (here, file) => {
      const once = mergeViews(here, file);
      expect(once?.views.slice(0, here.length)).toEqual(here);
      const twice = mergeViews(once?.views ?? [], file);
      expect(twice).toEqual({ views: once?.views, added: 0, known: file.length });
    }),
  );
});

test('a view that has another name here keeps it, and two views never have one name', () => {
  const renamed = { ...view, name: 'Mine' };
  expect(mergeViews([renamed], [view])).toEqual({ views: [renamed], added: 0, known: 1 });
  const same = { ...other, name: view.name };
  expect(mergeViews([view], [same])?.views.map(({ name }) => name)).toEqual(['Serbia, 2024', 'Serbia, 2024 (2)']);
  const long = { ...view, name: 'x'.repeat(viewLimits.name) };
  expect(mergeViews([long], [{ ...other, name: long.name }])?.views[1]?.name).toBe(`${'x'.repeat(viewLimits.name - 4)} (2)`);
});

test('no more views are imported than a browser keeps', () => {
  const many = Array.from({ length: viewLimits.views }, (_, index) => ({ ...view, id: `v${index}`, name: `View ${index}` }));
  const store = new ViewStore(() => storageOf({ [viewsKey]: writeViews(many) }));
  expect(store.merge([other])).toBe('too_many');
  expect(store.current().views).toHaveLength(viewLimits.views);
});

test('what two tabs save is kept, each hears of the other through the browser', () => {
  const storage = storageOf();
  const [first, second] = [new ViewStore(() => storage), new ViewStore(() => storage)];
  expect(first.current().views).toEqual([]);
  expect(second.current().views).toEqual([]);
  first.change((views) => [...views, view]);
  second.change((views) => [...views, other]);
  expect(first.current().views).toEqual([view, other]);
  expect(first.current()).toBe(first.current());
  const window = new EventTarget();
  let heard = 0;
  const stop = first.subscribe(() => heard++, window);
  window.dispatchEvent(Object.assign(new Event('storage'), { key: viewsKey }));
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'monitor.theme' }));
  window.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
  expect(heard).toBe(2);
  stop();
  first.change((views) => views);
  expect(heard).toBe(2);
});

test('broken content is put aside, and what can be read of it is kept', () => {
  for (const [text, views] of [
    ['no JSON', []],
    ['{"format":"other"}', []],
    [writeViews([view, { ...other, address: 'https://evil.example/' }]), [view]],
    [writeViews([view, view]), [view]],
    [writeViews([]).replace('"version": 1', '"version": 2'), []],
  ] as const) {
    const storage = storageOf({ [viewsKey]: text });
    const store = new ViewStore(() => storage);
    expect(store.current()).toEqual({ views, unreadable: text });
    expect(store.change((before) => [...before, other])).toBe(true);
    expect(store.current()).toEqual({ views: [...views, other], unreadable: text });
    expect(storage.texts[unreadableKey]).toBe(text);
    store.forgetUnreadable();
    expect(store.current()).toEqual({ views: [...views, other], unreadable: undefined });
  }
});

test('where storage is forbidden or full, an act says so and what was kept stays', () => {
  const forbidden = new ViewStore(() => {
    throw new Error('SecurityError');
  });
  expect(forbidden.current()).toEqual({ views: [], unreadable: undefined });
  expect(forbidden.change(() => [view])).toBe(false);
  expect(forbidden.merge([view])).toBe('not_kept');
  const full = {
    ...storageOf({ [viewsKey]: writeViews([view]) }),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  const store = new ViewStore(() => full);
  expect(store.change((views) => [...views, other])).toBe(false);
  expect(store.current().views).toEqual([view]);
});

test('the file in the documents can be imported', async () => {
  const { default: guide } = await import('../../../../docs/saved-views.md?raw');
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(guide) ?? [];
  expect(readViewsFile(example)).toMatchObject({ views: [{ name: 'Serbia, 2024' }] });
  for (const limit of [viewLimits.views, viewLimits.name]) expect(guide).toContain(` ${limit} `);
});
