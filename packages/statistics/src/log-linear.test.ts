import { expect, test } from 'vitest';
import { fitLogLinear } from './log-linear.ts';
import { randomCounts } from './random-counts.ts';

test('Dobson’s randomised trial: the published coefficients, errors and deviance', () => {
  // Dobson, An Introduction to Generalized Linear Models, 1990, table 9.3: the example of glm in R. counts ~ outcome + treatment, quasi-Poisson.
  const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
  const covariates = [1, 2].map((of) => Float64Array.from(counts, (_, row) => (Math.floor(row / 3) === of ? 1 : 0)));
  const fit = fitLogLinear({ counts, group: Uint8Array.from(counts, (_, row) => row % 3), groups: 3, covariates })!;
  expect(fit.predict(0, [0, 0]).logMean).toBeCloseTo(3.0445, 4);
  expect(Math.sqrt(fit.predict(0, [0, 0]).variance)).toBeCloseTo(0.1709, 4);
  expect(fit.predict(1, [0, 0]).logMean - fit.predict(0, [0, 0]).logMean).toBeCloseTo(-0.4543, 4);
  expect(fit.predict(2, [0, 0]).logMean - fit.predict(0, [0, 0]).logMean).toBeCloseTo(-0.293, 3);
  expect(fit.slopes[0]).toBeCloseTo(0, 6);
  expect(Math.sqrt(fit.inverse[0]![0]!)).toBeCloseTo(0.2, 4);
  expect(fit.deviance).toBeCloseTo(5.1291, 4);
  expect(fit.dispersion).toBeCloseTo(1.2933, 4);
  expect(fit.degreesOfFreedom).toBe(4);
  // The trace of the hat matrix is the number of parameters.
  expect(fit.leverages.reduce((sum, leverage) => sum + leverage, 0)).toBeCloseTo(5, 9);
});

test('it finds the slope, dispersion and groups that counts were made with', () => {
  const random = randomCounts(3);
  const rows = 4000;
  const times = Float64Array.from({ length: rows }, (_, row) => row / rows);
  const group = Uint8Array.from({ length: rows }, (_, row) => row % 4);
  const exposure = Float64Array.from({ length: rows }, (_, row) => 28 + (row % 3));
  const counts = Float64Array.from(times, (time, row) =>
    random((exposure[row]! / 10) * (1 + group[row]!) * Math.exp(0.7 * time), 2),
  );
  const fit = fitLogLinear({ counts, group, groups: 4, covariates: [times], exposure })!;
  expect(fit.slopes[0]).toBeCloseTo(0.7, 1);
  expect(fit.dispersion).toBeCloseTo(2, 0);
  for (const at of [0, 1, 2, 3]) expect(Math.exp(fit.predict(at, [0]).logMean) * 10).toBeCloseTo(1 + at, 0);
});

test('a step with nothing on one side, and a covariate that is constant, cannot be fitted', () => {
  const counts = [5, 7, 4, 0, 0, 0];
  const step = Float64Array.from(counts, (_, row) => (row < 3 ? 0 : 1));
  const data = { counts, group: new Uint8Array(6), groups: 1 };
  expect(fitLogLinear({ ...data, covariates: [step] })).toBeUndefined();
  expect(fitLogLinear({ ...data, covariates: [new Float64Array(6).fill(1)] })).toBeUndefined();
  expect(fitLogLinear({ ...data, covariates: [] })?.predict(0, []).logMean).toBeCloseTo(Math.log(16 / 6), 12);
});
