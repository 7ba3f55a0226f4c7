import { expect, test } from 'vitest';
import { withSignalFigures, withSignalRates } from './signals-document.ts';

const rates = [
  { method: 'farrington', dispersion: 1, perWeek: 0.5, falseSignals: 0.04, found: 0.1 },
  { method: 'farrington', dispersion: 1, perWeek: 5, falseSignals: 0.06, found: 0.7 },
  { method: 'ears', dispersion: 1, perWeek: 5, falseSignals: 0.2, found: 0.05 },
] as const;
const results = { rates, runs: 1000, yearOfSeries: 20 };
const machine = { cores: 2, processor: 'a processor', date: '2026-01-31' };

test('the figures replace those between the marks, and say what is not met', () => {
  const document = 'Before\n\n<!-- Written by bench signals: begin -->\n\nold\n\n<!-- Written by bench signals: end -->\nAfter\n';
  const text = withSignalFigures(document, results, machine);
  expect(text).toMatch(/^Before\n[^]*\nAfter\n$/);
  expect(text).not.toContain('old');
  expect(text).toContain('| ≤ 8 | 5 | met |');
  expect(text).toContain('| ≥ 80% | 70% | **missed** |');
  expect(text).toContain('| 5 | 1 | 20.0 | 5% |');
  expect(withSignalFigures(text, results, machine)).toBe(text);
  expect(() => withSignalFigures('Nothing', results, machine)).toThrow('has no');
});

test('the rates replace those of the program', () => {
  const program = '/** What. */\nexport const signalErrorRates: readonly SignalErrorRate[] = [\n  { old },\n];\n';
  const text = withSignalRates(program, rates);
  expect(text).toContain('perWeek: 0.5, falseSignals: 0.04, found: 0.1 },\n');
  expect(text).not.toContain('old');
  expect(withSignalRates(text, rates)).toBe(text);
});
