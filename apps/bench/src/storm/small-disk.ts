import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statfs } from 'node:fs/promises';
import type { BenchContext } from '../setting/cleanup.ts';

const mebibyte = 2 ** 20;
/** Bytes of the disk while nothing is wrong. It takes memory only for what is on it. */
const roomy = 8_192 * mebibyte;

/** A disk of its own for a folder, which can be filled up without writing anything: it shrinks to what is on it. */
export interface SmallDisk {
  /** Words that go before a command so that it sees the disk, and replace themselves by the command. */
  readonly before: readonly string[];
  /** The path under which this process sees a path of the disk. */
  readonly seen: (path: string) => string;
  /** Leaves about this many bytes free. */
  shrink(left: number): Promise<void>;
  makeRoom(): void;
}

/** Mounts the disk where only the commands of a night see it. Undefined if this machine does not let us: only root of Linux can do it. */
export async function openSmallDisk(folder: string, { cleanup, tell }: BenchContext): Promise<SmallDisk | undefined> {
  const script = 'mount -t tmpfs -o size="$2" tmpfs "$1"; echo mounted; exec cat';
  // Without this process the standard input ends, and with it the one that keeps the disk.
  const holder = spawn('unshare', ['--mount', '--', '/bin/sh', '-ec', script, 'sh', folder, String(roomy)], { detached: true });
  const answer = await Promise.race([once(holder.stdout, 'data'), once(holder, 'error'), once(holder, 'close')]);
  if (!String(answer[0]).startsWith('mounted')) {
    tell('  The disk is never full here: only root of Linux can make a small one.');
    return undefined;
  }
  cleanup.add(async () => {
    const closed = once(holder, 'close');
    holder.stdin.end();
    await closed;
  });
  const enter = ['--target', String(holder.pid), '--mount', '--'];
  const before = ['nsenter', ...enter];
  const seen = (path: string) => `/proc/${holder.pid}/root${path}`;
  const resize = (bytes: number) => spawnSync('nsenter', [...enter, 'mount', '-o', `remount,size=${bytes}`, folder]).status === 0;
  return {
    before,
    seen,
    async shrink(left) {
      // What has been written meanwhile no longer fits.
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const { blocks, bfree, bsize } = await statfs(seen(folder));
        if (resize((blocks - bfree) * bsize + left)) return;
      }
    },
    makeRoom: () => void resize(roomy),
  };
}
