/** A normal variable lies within so many standard deviations of its mean in 95% of cases. */
export const normalQuantile = 1.959964;
