/* The distributions that are used here, for what bundles them. */
export { default as betaCdf } from '@stdlib/stats-base-dists-beta-cdf';
export { default as betaQuantile } from '@stdlib/stats-base-dists-beta-quantile';
export { default as gammaCdf } from '@stdlib/stats-base-dists-gamma-cdf';
export { default as gammaQuantile } from '@stdlib/stats-base-dists-gamma-quantile';
export { default as negativeBinomialQuantile } from '@stdlib/stats-base-dists-negative-binomial-quantile';
export { default as normalCdf } from '@stdlib/stats-base-dists-normal-cdf';
export { default as normalQuantile } from '@stdlib/stats-base-dists-normal-quantile';
export { default as poissonQuantile } from '@stdlib/stats-base-dists-poisson-quantile';
export { default as tCdf } from '@stdlib/stats-base-dists-t-cdf';
export { default as tQuantile } from '@stdlib/stats-base-dists-t-quantile';
