import { readFile } from 'node:fs/promises';

/** Bytes of memory of PostgreSQL's processes. */
export interface PostgresMemory {
  /** What each has for itself, together with its programs. */
  readonly own: number;
  /** Of what they share, which is reserved at the start and fills with pages of data, that which has been filled. */
  readonly shared: number;
}

/**
 * What PostgreSQL's processes use. Throws where the system is not Linux.
 * @param postmaster identifier of the first of them
 */
export async function postgresMemory(postmaster: number): Promise<PostgresMemory> {
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const sizes = await Promise.all([postmaster, ...children.trim().split(' ').map(Number)].map(sharesOf));
  return {
    own: sizes.reduce((sum, { own }) => sum + own, 0),
    shared: sizes.reduce((sum, { shared }) => sum + shared, 0),
  };
}

/** The process's share of each page, so that the sum over all of them counts it once. */
async function sharesOf(process: number): Promise<PostgresMemory> {
  // It may have ended since it was listed.
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  const bytesOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
  const shared = bytesOf('Pss_Shmem');
  return { own: bytesOf('Pss') - shared, shared };
}
