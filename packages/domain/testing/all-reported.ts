/** What made-up figures say where every incident gives every number. */
export const allReported = { notReported: { killed: 0, injured: 0, amount: 0 } } as const;
