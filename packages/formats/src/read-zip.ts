import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';

/** The files of a small archive by their names, in its order. */
export async function readZip(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entries = await new ZipReader(new Uint8ArrayReader(archive)).getEntries();
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  return files;
}
