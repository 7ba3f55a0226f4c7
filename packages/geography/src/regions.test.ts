import { dimensions } from '@monitor/domain';
import { expect, test } from 'vitest';
import { jurisdiction, jurisdictions } from './jurisdictions.ts';
import { knowledgeOf } from './world.ts';
import { learnLocations } from './learn.ts';
import { region, drawnRegions, regions, regionsOf } from './regions.ts';

test('codes are unique, well formed, and belong to a jurisdiction', () => {
  expect(new Set(drawnRegions.map(({ code }) => code)).size).toBe(drawnRegions.length);
  for (const { code, jurisdiction: owner } of drawnRegions) {
    expect(code).toMatch(dimensions.region.values as RegExp);
    expect(code.startsWith(`${owner}-`)).toBe(true);
    expect(jurisdiction(owner)).toBeDefined();
  }
});

test('names are unique within a jurisdiction', () => {
  expect(new Set(drawnRegions.map(({ jurisdiction: owner, name }) => `${owner} ${name}`)).size).toBe(drawnRegions.length);
});

test('every monitored place has regions', () => {
  const owners = new Set(drawnRegions.map((entry) => entry.jurisdiction));
  for (const { code } of jurisdictions.filter(({ monitored }) => monitored)) expect(owners).toContain(code);
});

test('a jurisdiction has its regions by code, also once others were learned', () => {
  const isAsListed = () => {
    for (const { code } of jurisdictions)
      expect(regionsOf(code)).toEqual(regions.filter(({ jurisdiction: owner }) => owner === code));
  };
  isAsListed();
  learnLocations(knowledgeOf(['PT', 'JP']));
  isAsListed();
  expect(regionsOf('JP').length).toBeGreaterThan(40);
  expect(regionsOf('RS')[0]?.code).toBe('RS-00');
  expect(regionsOf('??')).toEqual([]);
});

test.each([
  ['RS-08', 'Mačva'],
  ['XK-02', 'Gjakovë / Đakovica'],
  ['XK-07', 'Prizren'],
  ['UA-30', 'Kyiv City'],
  ['UA-32', 'Kyiv Oblast'],
  ['BG-23', 'Sofia Province'],
  ['BY-MI', 'Minsk Region'],
  ['UA-43', 'Crimea'],
  ['MD-CU', 'Chișinău'],
  ['US-PA', 'Pennsylvania'],
])('%s is %s', (code, name) => {
  expect(region(code)?.name).toBe(name);
});
