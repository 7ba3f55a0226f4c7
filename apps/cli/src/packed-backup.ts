import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError } from '@monitor/store';

/** The bytes of a compressed backup. Throws `BackupError` where it is not whole. */
export async function* unpackedBackup(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path);
  const bytes = createGunzip();
  packed.on('error', (error) => bytes.destroy(error));
  try {
    yield* packed.pipe(bytes) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR')
      throw new BackupError(`${path} is not complete: its end is missing. Nothing was restored. Use another backup.`);
    if (code?.startsWith('Z_'))
      throw new BackupError(`${path} is damaged, or not a backup. Nothing was restored. Use another backup.`);
    throw error;
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}
