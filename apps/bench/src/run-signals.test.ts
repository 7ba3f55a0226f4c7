import { expect, test } from 'vitest';
import { withSignalRates } from './run-signals.ts';

test('only the list of measured rates is replaced, and what follows it stays', () => {
  const opening = 'export const signalErrorRates: readonly SignalErrorRate[] = [\n';
  const rate = { method: 'ears', dispersion: 1, perWeek: 2, falseSignals: 0.5, found: 0.25 } as const;
  const line = "  { method: 'ears', dispersion: 1, perWeek: 2, falseSignals: 0.5, found: 0.25 },\n";
  expect(withSignalRates(`before\n${opening}  old,\n];\n\nafter [1];\n`, [rate])).toBe(
    `before\n${opening}${line}];\n\nafter [1];\n`,
  );
  expect(() => withSignalRates('nothing', [rate])).toThrow('no list');
});
