import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PublishedRecord, PublishedSite, type RecordSource, signalFeed, signalNames, writeRecord } from '@monitor/engine';
import { signalList, weeksShown } from '@monitor/findings';
import { isHome, learnFocus } from '@monitor/geography';
import { baseFile, baseFiles, locationsDrawn } from '@monitor/geography/atlas';
import { readFocusOf } from '@monitor/geography/read-focus';
import { type CommandContext, siteAddress } from '../command-context.ts';
import { progressBar } from '../progress-bar.ts';
import { drawPages, fileOfPath, otherPage, readWebBuild, sitePage } from '../publish/draw-pages.ts';
import { hostFiles } from '../publish/host-files.ts';
import { withEdition } from '../publish/read-edition.ts';
import { readSiteAddress } from '../publish/read-site-address.ts';
import { SiteFolder } from '../publish/site-folder.ts';
import { writeDownloads } from '../publish/write-downloads.ts';
import { withDatabase } from '../with-database.ts';

export interface PublishOptions {
  /** Whether to write the files of all incidents. */
  readonly downloads: boolean;
  /** Whether to remove the edition before at once. */
  readonly onlyNewest?: boolean;
  /** Of the site, which may be in a folder of its host. */
  readonly address?: string;
}

/** `monitor publish`: a complete site in a folder, which any host can give out as it is. */
export async function publishCommand(name: string, options: PublishOptions, context: CommandContext): Promise<void> {
  const { signal, errors } = context;
  const focus = readFocusOf(process.env, context.folder);
  learnFocus(focus);
  const build = await readWebBuild();
  const { address: origin, base } = readSiteAddress(siteAddress(options.address));
  const folder = await SiteFolder.open(resolve(context.folder, name));
  const bar = progressBar(errors);
  try {
    await withDatabase(context, (database) =>
      withEdition(database, signal, async (edition) => {
        const source: RecordSource = {
          ...edition,
          publisher: process.env.PUBLISHER_NAME?.trim() || focus.title,
          contact: process.env.CONTACT?.trim() || undefined,
          licence: process.env.LICENCE?.trim() || undefined,
        };
        const { name: manifestName, manifest: written } = await writeRecord(source, async (file, bytes) => {
          signal.throwIfAborted();
          if (!(await folder.has(`record/${file}`))) await folder.write(`record/${file}`, bytes);
        });
        const manifest = await folder.once(`record/${manifestName}`, () => ({ ...written, publishedAt: new Date().toISOString() }));
        await copyBuild(build.folder, folder);
        const record = new PublishedRecord(manifest, async (file) => ({
          bytes: new Uint8Array(await readFile(join(folder.path, 'record', file))),
          isWhole: true,
        }));
        const site = new PublishedSite(record, origin);
        const feed = { origin, self: '/signals.atom', page: '/signals', hasApi: false, ...source };
        const signals = signalList(edition.signals, { lines: 'none', weeks: weeksShown, filter: {} });
        await folder.write('signals.atom', signalFeed(signals, signalNames(edition.datasets.datasets), feed));
        if (options.downloads) await writeDownloads(database, folder, manifest, origin, { signal, snapshot: edition.snapshot });
        const datasets = edition.datasets.datasets;
        // Where everything lies in the region, the web app has all that maps need.
        const drawn = locationsDrawn(datasets);
        if (!drawn.every(isHome))
          for (const layer of baseFiles) await folder.write(`api/v1/basemap/${layer}`, JSON.stringify(baseFile(layer, drawn)));
        const page = { base, manifest: manifestName, publishedAt: manifest.publishedAt, hasDownloads: options.downloads };
        const shell = sitePage(build, page);
        const countries = [...new Set(datasets.flatMap((dataset) => dataset.countries))];
        const pages: { path: string }[] = [];
        for await (const { path, html } of drawPages(build, { page, shell, answers: site }, countries, signal)) {
          await folder.write(fileOfPath(path), html);
          pages.push({ path });
        }
        await folder.write('404.html', otherPage(shell));
        await folder.write('site-files.json', JSON.stringify(filesToKeep(folder.files, pages)));
        for (const [file, text] of hostFiles(pages, options.address === undefined ? undefined : origin, base))
          await folder.write(file, text);
      }),
    );
    const { files, written, bytes, removed } = await folder.finish(options.onlyNewest === true ? 1 : 2);
    context.notify(`${folder.path} has the site: ${files} files, ${bytes} bytes; ${written} written, ${removed} old ones removed.`);
  } finally {
    bar.stop();
    await folder.close();
  }
}

/** The built web app, without what helps to develop it and what hosts make themselves. */
async function copyBuild(from: string, folder: SiteFolder): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(from.length + 1);
    if (!entry.isFile() || /\.(?:map|br)$|^\./.test(name) || name === 'index.html' || name === 'pages.json') continue;
    await folder.write(name, await readFile(path));
  }
}

/** Addresses within the site of all that a browser keeps to work without a network: of the pages, the one that each kind begins as. */
function filesToKeep(files: Iterable<string>, pages: readonly { readonly path: string }[]): string[] {
  const single = pages.map(({ path }) => path).filter((path) => path.split('/').length === 2);
  return [
    ...single.map((path) => (path === '/' ? '' : `${path.slice(1)}/`)),
    '404.html',
    ...[...files].filter((name) => !name.endsWith('.html') && !name.startsWith('downloads/')),
  ];
}
