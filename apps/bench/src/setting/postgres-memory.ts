import { readFile } from 'node:fs/promises';

/**
 * Bytes of memory of PostgreSQL's processes; what they share counts once. Throws where the system is not Linux.
 * @param postmaster identifier of the first of them
 */
export async function postgresMemory(postmaster: number): Promise<number> {
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const sizes = await Promise.all([postmaster, ...children.trim().split(' ').map(Number)].map(shareOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function shareOf(process: number): Promise<number> {
  // It may have ended since it was listed.
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}
