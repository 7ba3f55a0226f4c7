import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupError } from '@monitor/store';

/**
 * Opens a compressed backup for as long as it is read, so that each reading is of the same file, wherever its name leads meanwhile.
 * @param read gets what gives its bytes, unpacked, from their beginning; they throw `BackupError` where they are not whole
 */
export async function withBackup<Result>(
  path: string,
  read: (unpack: () => AsyncIterable<Buffer>) => Promise<Result>,
): Promise<Result> {
  const file = await open(path);
  try {
    return await read(() => unpacked(file, path));
  } finally {
    await file.close();
  }
}

async function* unpacked(file: FileHandle, path: string): AsyncGenerator<Buffer> {
  const bytes = createGunzip();
  const unpacking = pipeline(bytesOf(file), bytes);
  unpacking.catch(() => undefined);
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR')
      throw new BackupError(`${path} is not complete: its end is missing. Nothing was restored. Use another backup.`);
    if (code?.startsWith('Z_'))
      throw new BackupError(`${path} is damaged, or not a backup. Nothing was restored. Use another backup.`);
    throw error;
  } finally {
    bytes.destroy();
    await unpacking.catch(() => undefined);
  }
}

/** A stream of the handle would close it. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let from = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, from);
    if (bytesRead === 0) return;
    from += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
