import { expect, test } from 'vitest';
import { funnelSide } from './funnel.ts';

test('a place is above or below where chance alone would hardly leave it', () => {
  expect(funnelSide(215, 574)).toBe('below');
  expect(funnelSide(492, 139)).toBe('above');
  expect(funnelSide(251, 275)).toBe('within');
  expect([funnelSide(335, 275), funnelSide(335, 275, 3)]).toEqual(['above', 'within']);
  expect(funnelSide(0, 3)).toBe('within');
});
