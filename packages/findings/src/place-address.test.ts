import { expect, test } from 'vitest';
import { placeOf, readPlaceAddress, settlementAddress, settlementOfAddress } from './place-address.ts';

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

test('a settlement is the one with its name in its region, and its incidents are those in its area', () => {
  const bbox = [21.8, 43.2, 22, 43.4] as const;
  const nis = { name: 'Niš', region: 'RS-20', country: 'RS', incidents: 9, bbox: [...bbox] as [number, number, number, number] };
  expect(placeOf('RS-20-nis', [nis])).toEqual({
    kind: 'settlement',
    address: 'RS-20-nis',
    name: 'Niš',
    code: 'RS-20',
    country: 'RS',
    filter: { country: ['RS'], region: ['RS-20'], bbox },
  });
  expect(placeOf('RS-20-nis', [])).toBeUndefined();
  expect(placeOf('RS-20', [])).toMatchObject({ kind: 'region', country: 'RS', filter: { country: ['RS'], region: ['RS-20'] } });
});
