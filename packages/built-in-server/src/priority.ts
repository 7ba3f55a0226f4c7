/**
 * Priority, as operating systems count it, of whatever works for those who wait for an answer, PostgreSQL among them: behind the thread
 * that takes and sends requests. A crowd would otherwise take its turns, so that it could not even say that too much is requested.
 */
export const priorityOfWork = 5;
