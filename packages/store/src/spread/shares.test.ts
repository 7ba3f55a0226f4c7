import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkShares, serverOf } from './shares.ts';

const url = 'postgres://owner:secret@host:5432/monitor';

test.each<[unknown, RegExp]>([
  [{}, /there must be 1 to 100 servers/],
  [{ a: { url, locations: ['RS'] } }, /no server has the locations that are not named/],
  [{ a: { url }, b: { url } }, /a and b both have all other locations in some years/],
  [{ a: { url, until: 2019 }, b: { url, from: 2019 } }, /a and b both have/],
  [{ a: { url, until: 2019 }, b: { url, from: 2022 } }, /no server has all other locations from 2020 to 2021/],
  [{ a: { url, from: 2019 } }, /no server has all other locations before 2019/],
  [{ a: { url, until: 2019 } }, /no server has all other locations after 2019/],
  [{ a: { url }, b: { url, locations: ['RS', 'ME'] }, c: { url, locations: ['RS'] } }, /RS is in two different lists/],
  [{ a: { url }, b: { url, locations: 'RS' } }, /"locations" of b must be a list/],
  [{ a: { url }, b: { url, locations: ['RS'], until: '2019' } }, /"until" of b must be a year/],
  [{ 'A b': { url } }, /the name "A b" must be/],
  [{ a: { url: 'host' } }, /a needs "url"/],
])('refuses %j', (list, reason) => {
  expect(() => checkShares(list)).toThrow(reason);
});

test('each incident belongs to one server, which has its location and year', () => {
  const servers = checkShares({
    old: { url, until: 2019 },
    new: { url, from: 2020 },
    west: { url, locations: ['RS', 'ME'], until: 2021 },
    later: { url, locations: ['ME', 'RS'], from: 2022 },
  });
  const find = serverOf(servers);
  fc.assert(
    fc.property(fc.constantFrom('RS', 'ME', 'AL'), fc.integer({ min: 1946, max: 2100 }), (country, year) => {
      const { name } = find({ country, occurred_on: `${year}-12-31` });
      const wanted = country === 'AL' ? (year < 2020 ? 'old' : 'new') : year < 2022 ? 'west' : 'later';
      expect(name).toBe(wanted);
    }),
  );
});
