import { expect, test } from 'vitest';
import { hotSpotsText } from './map-words.ts';
import { voiceOf } from './voice.ts';

test('too few areas are said with what helps', () => {
  const found = { kind: 'too_few_units', count: 18, least: 30 } as const;
  const said = (leftOut: number) => hotSpotsText({ found, units: 'regions', leftOut }, voiceOf('en'));
  expect(said(0)).toMatch(/^Only 18 areas can be compared\..* choose more locations, or hexagons\.$/);
  expect(said(109)).toMatch(/^Only 18 regions have a rate .* choose Count, hexagons or a later period\.$/);
});
