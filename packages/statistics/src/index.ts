export { aoristicHours, type HourSpan } from './aoristic.ts';
export {
  type ClusterChange,
  type ClusterCount,
  clusterRatio,
  clusterVariance,
  notablePart,
  type Weight,
  withoutLargest,
} from './cluster-ratio.ts';
export { type Concentration, concentration, type PlacesOfCount } from './concentration.ts';
export { earsC1 } from './ears.ts';
export { funnelLimits, funnelShares } from './funnel-limits.ts';
export { type Expectation, farringtonExpectation, noufailyThreshold, type Threshold } from './farrington.ts';
export * from './level-change.ts';
export { type LocalG, localG, localGByDraws } from './local-g.ts';
export { type KnoxCell, type KnoxInput, type KnoxTest, knoxTest } from './knox.ts';
export * from './month-length.ts';
export { positionsOnEarth } from './near-pairs.ts';
export * from './p-value.ts';
export * from './rates.ts';
export * from './seasonal-profile.ts';
export * from './series.ts';
export * from './signal-error-rates.ts';
export { type Slope, slopeOf } from './slope.ts';
export { distanceBand, type MoransI, moransI, type Neighbours, type SpatialWeights } from './spatial-weights.ts';
export { leastWeeks, weekDispersion, type WeekDifferences } from './week-dispersion.ts';
export * from './weekly-signal.ts';
