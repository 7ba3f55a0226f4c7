import { filterOfPlace, withoutPlace } from '@monitor/domain';
import { expect, test } from 'vitest';
import { addressOfFilter, readPlaceAddress, settlementAddress, settlementOfAddress } from './place-address.ts';

test('an address names a location, a region or a settlement', () => {
  expect(readPlaceAddress('RS')).toEqual({ kind: 'location', code: 'RS' });
  expect(readPlaceAddress('XK')).toEqual({ kind: 'location', code: 'XK' });
  expect(readPlaceAddress('RS-20')).toEqual({ kind: 'region', code: 'RS-20' });
  expect(readPlaceAddress('RS-20-nis')).toEqual({ kind: 'settlement', within: 'RS-20', name: 'nis' });
  expect(readPlaceAddress('RS-novi-pazar')).toEqual({ kind: 'settlement', within: 'RS', name: 'novi-pazar' });
});

test.each(['', 'ZZ', 'rs', 'RS-99', 'RS-99-nis!', 'RS-', 'RS-20-', 'RS-20-Niš', 'nowhere'])('"%s" is not a place', (text) => {
  expect(readPlaceAddress(text)).toBeUndefined();
});

test.each([
  [{ name: 'Niš', region: 'RS-20', country: 'RS' }, 'RS-20-nis'],
  [{ name: 'Novi Pazar', region: null, country: 'RS' }, 'RS-novi-pazar'],
  [{ name: 'Đakovica / Gjakovë', region: 'XK-02', country: 'XK' }, 'XK-02-dakovica-gjakove'],
  [{ name: 'Київ', region: 'UA-30', country: 'UA' }, 'UA-30-kyiv'],
  [{ name: 'Chișinău', region: null, country: 'MD' }, 'MD-chisinau'],
])('a settlement has an address that people can type: %j', (settlement, address) => {
  expect(settlementAddress(settlement)).toBe(address);
  const read = readPlaceAddress(address);
  if (read?.kind !== 'settlement') throw new Error(address);
  const others = [
    { ...settlement, region: 'RS-08' },
    { ...settlement, name: `${settlement.name} Selo` },
  ];
  expect(settlementOfAddress(read, [...others, settlement])).toBe(settlement);
  expect(settlementOfAddress(read, others)).toBeUndefined();
});

test('a place replaces what the filter says of where', () => {
  expect(withoutPlace({ country: ['AL'], bbox: [0, 0, 1, 1], type: ['suicide'], from: '2024-01-01' })).toEqual({
    type: ['suicide'],
    from: '2024-01-01',
  });
  expect(filterOfPlace('RS')).toEqual({ country: ['RS'] });
  expect(filterOfPlace('RS-20')).toEqual({ country: ['RS'], region: ['RS-20'] });
  expect(filterOfPlace('RS-20', [21.8, 43.2, 22, 43.4])).toEqual({
    country: ['RS'],
    region: ['RS-20'],
    bbox: [21.8, 43.2, 22, 43.4],
  });
});

test('a filter of one whole place leads to its page', () => {
  expect(addressOfFilter({ country: ['RS'], type: ['suicide'] })).toBe('RS');
  expect(addressOfFilter({ country: ['RS', 'AL'], region: ['RS-20'] })).toBe('RS-20');
  expect(addressOfFilter({ region: ['RS-20'] })).toBe('RS-20');
  for (const filter of [
    {},
    { country: ['RS', 'AL'] },
    { country: ['AL'], region: ['RS-20'] },
    { country: ['ZZ'] },
    { country: ['RS'], bbox: [0, 0, 1, 1] as const },
  ])
    expect(addressOfFilter(filter)).toBeUndefined();
});
