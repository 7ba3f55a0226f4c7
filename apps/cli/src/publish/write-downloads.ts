import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportFormat, wholeFileName, wholeFormatNames } from '@monitor/contract';
import type { Manifest } from '@monitor/engine';
import { incidentNames, writeDownload } from '@monitor/formats';
import { siteFocus } from '@monitor/geography';
import { type Database, openIncidentStream, type SnapshotOptions } from '@monitor/store';
import type { SiteFolder } from './site-folder.ts';

/** Writes the files that have all incidents, and the sums that they can be checked with. Of an edition that was published before, they stay. */
export async function writeDownloads(
  database: Database,
  folder: SiteFolder,
  { publisher, publishedAt }: Manifest,
  origin: string,
  options: SnapshotOptions,
): Promise<void> {
  const sums: string[] = [];
  for (const format of wholeFormatNames) {
    const { tables, mostIncidents } = exportFormat(format);
    const stream = await openIncidentStream(database, { filter: {}, against: undefined }, { ...options, tables });
    try {
      const { datasetVersion, datasets, incidents, table, total } = stream;
      if (mostIncidents !== undefined && total > mostIncidents) continue;
      const about = {
        publisher,
        notes: siteFocus().notes,
        origin,
        selection: { filter: {}, against: undefined },
        datasetVersion,
        // The day of the edition, so that the same edition has the same files.
        downloadedOn: publishedAt.slice(0, 10),
        datasets,
      };
      const names = incidentNames(datasets, origin);
      const pieces = writeDownload(format, { incidents, table, total, names, about, options: {} });
      const name = wholeFileName(format);
      await folder.stream(name, Readable.from(pieces, { objectMode: false }));
      sums.push(`${await hashOf(join(folder.path, name))}  ${name.split('/').at(-1)}`);
    } finally {
      await stream.close();
    }
  }
  await folder.write('downloads/SHA256SUMS', `${sums.join('\n')}\n`);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
