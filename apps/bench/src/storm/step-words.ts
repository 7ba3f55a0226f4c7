import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from './draw-steps.ts';
import type { ImportedFile } from './model.ts';

export const siteFolderOf = (folder: string) => join(folder, 'site');
export const backupFolderOf = (folder: string) => join(folder, 'backups');

/** The words of the command that does a step, once its files are in a folder. */
export async function wordsOf({ name, file, slug = '', chance }: Step, folder: string): Promise<readonly string[]> {
  switch (name) {
    case 'undo':
      return ['undo', '--yes'];
    case 'remove a dataset':
      return ['remove', slug, '--yes'];
    case 'publish':
      return ['publish', siteFolderOf(folder), ...(chance < 0.5 ? ['--no-downloads'] : [])];
    case 'back up':
      return ['backup', backupFolderOf(folder), '--rotate', '2'];
    case 'restore':
      return ['restore', join(backupFolderOf(folder), 'latest')];
    default:
      return writeTable(file!, folder);
  }
}

async function writeTable({ slug, incidents, unreadable, complete }: ImportedFile, folder: string): Promise<readonly string[]> {
  const [table, mapping] = [join(folder, 'incidents.csv'), join(folder, 'mapping.yaml')];
  const rows = incidents.map((one) => columns.map((name) => one[name] ?? '').join());
  const spoilt = unreadable.map((key) => [key, '2024-13-01', 'RS', 'other', 0, 0, 0].join());
  await writeFile(table, `${[columns.join(), ...rows, ...spoilt].join('\n')}\n`);
  await writeFile(mapping, mappingOf(slug));
  return ['import', table, '--format', 'generic', '--mapping', mapping, ...(complete ? ['--complete', '--yes'] : [])];
}

const columns = ['key', 'occurred_on', 'country', 'type', 'killed', 'injured', 'suicides'] as const;

const mappingOf = (slug: string) => `
dataset: { slug: ${slug}, title: Dataset ${slug}, licence: CC0-1.0, attribution: The storm, public_identifiers: true }
incident:
  source_key: key
  occurred_on: { column: occurred_on, formats: [YYYY-MM-DD] }
  country: country
  type: type
  killed: killed
  injured: injured
  suicides: suicides
`;
