export { aoristicHours, type HourSpan } from './aoristic.ts';
export {
  type ClusterChange,
  type ClusterCount,
  clusterRatio,
  clusterVariance,
  type Weight,
  withoutLargest,
} from './cluster-ratio.ts';
export { type Concentration, concentration, type PlacesOfCount } from './concentration.ts';
export * from './count-interval.ts';
export { earsC1 } from './ears.ts';
export { type Estimate, exactCountInterval, exactRate } from './exact-interval.ts';
export * from './exact-rate-ratio.ts';
export * from './false-discovery.ts';
export * from './false-signals.ts';
export { funnelLimits, funnelShares } from './funnel-limits.ts';
export { type Expectation, farringtonExpectation } from './farrington.ts';
export * from './level-change.ts';
export { type LocalG, localG } from './local-g.ts';
export { type KnoxCell, type KnoxInput, type KnoxTest, knoxTest } from './knox.ts';
export { localGByDraws } from './local-g-draws.ts';
export * from './month-length.ts';
export { type MoransI, moransI } from './moran.ts';
export { positionsOnEarth } from './near-pairs.ts';
export * from './normal-quantile.ts';
export * from './noufaily-threshold.ts';
export * from './p-value.ts';
export * from './rate.ts';
export * from './rate-ratio.ts';
export * from './seasonal-profile.ts';
export * from './series.ts';
export * from './signal-error-rates.ts';
export { type Slope, slopeOf } from './slope.ts';
export { distanceBand, type Neighbours, type SpatialWeights } from './spatial-weights.ts';
export * from './weekly-signal.ts';
