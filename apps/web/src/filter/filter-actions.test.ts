import { type Filter, incidentSubtypes, incidentTypes, subtypesOf } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultView } from './explore-state.ts';
import {
  type Act,
  clear,
  clearAll,
  closeIncident,
  openIncident,
  setLeast,
  setPeriod,
  setText,
  showWithoutPoint,
  toggleValue,
} from './filter-actions.ts';

const after = (filter: Filter, ...acts: Act[]) => acts.reduce((state, act) => act(state), { filter, view: defaultView }).filter;

test('ticking narrows, unticking the last value removes the constraint', () => {
  const one = after({}, toggleValue('type', 'suicide'));
  expect(one).toEqual({ type: ['suicide'] });
  expect(after(one, toggleValue('type', 'other'))).toEqual({ type: ['other', 'suicide'] });
  expect(after(one, toggleValue('type', 'suicide'))).toEqual({});
});

test('a sub-type of a type not chosen brings its type along; without chosen types it stands alone', () => {
  expect(after({ type: ['suicide'] }, toggleValue('subtype', 'criminal_context.armed_robbery'))).toEqual({
    type: ['criminal_context', 'suicide'],
    subtype: ['criminal_context.armed_robbery'],
  });
  expect(after({}, toggleValue('subtype', 'suicide.other'))).toEqual({ subtype: ['suicide.other'] });
});

test('a type ticked beside a sub-type of another is shown too: the sub-types are replaced by their types', () => {
  expect(after({ subtype: ['suicide.other'] }, toggleValue('type', 'public_dispute'))).toEqual({
    type: ['public_dispute', 'suicide'],
  });
  expect(after({ type: ['suicide'], subtype: ['suicide.other'] }, toggleValue('type', 'public_dispute'))).toEqual({
    type: ['public_dispute', 'suicide'],
  });
  expect(after({ region: ['RS-20'] }, toggleValue('country', 'XK'))).toEqual({ country: ['RS', 'XK'] });
});

test('a type ticked beside a sub-type of its own keeps it, and the types of the others', () => {
  expect(after({ subtype: ['criminal_context.other', 'suicide.other'] }, toggleValue('type', 'suicide'))).toEqual({
    type: ['criminal_context', 'suicide'],
    subtype: ['criminal_context.other', 'suicide.other'],
  });
});

/** Whether an incident of a type and sub-type is among those of a filter; the lists hold at once. */
const shows = (filter: Filter, type: string, subtype: string | null) =>
  (filter.type === undefined || (filter.type as readonly string[]).includes(type)) &&
  (filter.subtype === undefined || (subtype !== null && (filter.subtype as readonly string[]).includes(subtype)));

test('ticking a type never hides what was ticked before, and always shows some of it', () => {
  const codes = incidentTypes.codes.flatMap((type) => [
    [type, null] as const,
    ...subtypesOf(type).map((one) => [type, one] as const),
  ]);
  fc.assert(
    fc.property(
      fc.subarray([...incidentTypes.codes], { maxLength: 3 }),
      fc.subarray([...incidentSubtypes.codes], { maxLength: 3 }),
      fc.constantFrom(...incidentTypes.codes),
      (type, subtype, ticked) => {
        fc.pre(!type.includes(ticked) && type.length + subtype.length > 0);
        const before: Filter = { ...(type.length > 0 && { type }), ...(subtype.length > 0 && { subtype }) };
        const next = after(before, toggleValue('type', ticked));
        for (const [one, part] of codes) if (shows(before, one, part)) expect(shows(next, one, part)).toBe(true);
        expect(codes.some(([one, part]) => one === ticked && shows(next, one, part))).toBe(true);
      },
    ),
  );
});

test('removing a location removes its regions', () => {
  const filter = after({ country: ['RS', 'XK'] }, toggleValue('region', 'RS-20'), toggleValue('region', 'XK-01'));
  expect(after(filter, toggleValue('country', 'RS'))).toEqual({ country: ['XK'], region: ['XK-01'] });
});

test('a reversed period is turned round, an open one stays open', () => {
  expect(after({}, setPeriod({ from: '2025-01-01', to: '2024-01-01' }))).toEqual({ from: '2024-01-01', to: '2025-01-01' });
  expect(after({ from: '2024-01-01', to: '2024-12-31' }, setPeriod({ to: '2024-06-30' }))).toEqual({ to: '2024-06-30' });
  expect(after({ from: '2024-01-01' }, setPeriod({}))).toEqual({});
});

test('empty text, no victims and no weapons are no constraint', () => {
  expect(after({ q: 'Ниш' }, setText('  '))).toEqual({});
  expect(after({}, setText(' Novi   Sad '))).toEqual({ q: 'Novi Sad' });
  expect(after({ min_victims: 2 }, setLeast('min_victims', 0))).toEqual({});
  expect(after({ min_weapons: 2 }, setLeast('min_weapons', undefined))).toEqual({});
  expect(after({ min_victims: 4 }, setLeast('min_weapons', 5))).toEqual({ min_victims: 4, min_weapons: 5 });
});

test('constraints can be dropped one by one or all at once', () => {
  const filter: Filter = { from: '2024-01-01', country: ['RS'], q: 'Ниш' };
  expect(after(filter, clear('from', 'to'))).toEqual({ country: ['RS'], q: 'Ниш' });
  expect(after(filter, clearAll)).toEqual({});
});

test('choosing incidents that are not on the map removes an area on the map, which would leave nothing', () => {
  expect(after({ bbox: [18, 41, 23, 46], country: ['RS'] }, showWithoutPoint)).toEqual({
    country: ['RS'],
    place_precision: ['jurisdiction', 'region'],
  });
});

test('asking for what is not on the map keeps to the precision that was chosen', () => {
  expect(after({ place_precision: ['region', 'settlement'] }, showWithoutPoint)).toEqual({ place_precision: ['region'] });
  expect(after({ place_precision: ['jurisdiction', 'region'] }, showWithoutPoint)).toEqual({
    place_precision: ['jurisdiction', 'region'],
  });
  // Nothing of it is without a point, so there is nothing to ask for.
  const exact: Filter = { place_precision: ['exact'], bbox: [18, 41, 23, 46] };
  expect(after(exact, showWithoutPoint)).toEqual(exact);
});

test('a record is opened and closed without touching the filter', () => {
  const start = { filter: { country: ['RS'] }, view: defaultView };
  const open = openIncident('0000001')(start);
  expect(open.view.incident).toBe('0000001');
  expect(closeIncident(open)).toEqual(start);
});
