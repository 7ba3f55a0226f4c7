import { expect, test } from 'vitest';
import { seriesFilter, seriesId, seriesKinds, weekAt, weeksToCount } from './week-series.ts';

test('a series is violence, one type or one weapon class of a location', () => {
  const ids = seriesKinds.map((kind) => seriesId('RS', kind));
  expect(ids[0]).toBe('RS.type.violence');
  expect(ids).toContain('RS.type.celebratory_shooting');
  expect(ids).toContain('RS.weapon.explosive');
  expect(ids).not.toContain('RS.weapon.not_reported');
  expect(new Set(ids).size).toBe(ids.length);
});

test('its filter says which incidents it counts, without those that have no week', () => {
  const violence = seriesKinds.find(({ value }) => value === 'violence')!;
  expect(seriesFilter(['RS'], violence)).toEqual({ country: ['RS'], type: violence.codes, date_precision: ['day', 'week'] });
  expect(violence.codes).not.toContain('weapon_seizure');
  const handgun = seriesKinds.find(({ value }) => value === 'handgun')!;
  expect(seriesFilter(['RS', 'XK'], handgun)).toMatchObject({ country: ['RS', 'XK'], weapon: ['handgun'] });
});

test('weeks end with the last Sunday of the data', () => {
  // 2026-11-22 is a Sunday.
  expect(weeksToCount({ from: '2014-01-01', to: '2026-11-22' }, 52)).toEqual({ from: '2025-11-24', weeks: 52 });
  expect(weeksToCount({ from: '2014-01-01', to: '2026-11-28' }, 52)).toEqual({ from: '2025-11-24', weeks: 52 });
  expect(weeksToCount({ from: '2014-01-01', to: '2026-11-29' }, 52)).toEqual({ from: '2025-12-01', weeks: 52 });
});

test('weeks begin with the data, and there are none without a complete one', () => {
  expect(weeksToCount({ from: '2026-11-11', to: '2026-11-22' }, 52)).toEqual({ from: '2026-11-09', weeks: 2 });
  expect(weeksToCount({ from: '2026-11-18', to: '2026-11-21' }, 52)).toBeUndefined();
});

test('a week has seven days', () => {
  expect(weekAt('2026-11-09', 0)).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  expect(weekAt('2026-11-09', -1)).toEqual({ from: '2026-11-02', to: '2026-11-08' });
});
