export { type ClusterChange, type ClusterCount, clusterRatio, type Weight } from './cluster-ratio.ts';
export * from './count-interval.ts';
export * from './normal-quantile.ts';
export * from './rate-ratio.ts';
export * from './rate.ts';
export * from './series.ts';
