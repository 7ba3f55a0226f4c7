/** Milliseconds that an answer may take. Whoever would have to wait for longer is told to try again. */
export const answerLimits = {
  /** Of each answer that has no limit of its own. */
  answer: 30_000,
  /** Of a health check, for the database: a silent one counts as away. */
  readiness: 3000,
  /** Of a whole download, and of what comes before its first byte. */
  download: 30 * 60_000,
  downloadBeginning: 120_000,
} as const;
