import { siteFocus } from '@monitor/geography';
import { exportFormat, type ExportFormat, exportFormatNames } from '@monitor/contract';
import type { DatasetRow } from '@monitor/store';
import { notices } from '@monitor/domain';
import type { Services } from '../services.ts';

/** What a description of the datasets is made of. */
export interface Described {
  /** Scheme and host of this server, as the client reached it. */
  readonly origin: string;
  readonly datasetVersion: number;
  readonly datasets: readonly DatasetRow[];
  readonly settings: Pick<Services['settings'], 'publisher' | 'contact'>;
}

/** Files in which a dataset can be had whole. */
export const downloadFormats: readonly ExportFormat[] = exportFormatNames.map((name) => exportFormat(name));

/** Where the incidents of a dataset are in a format. */
export function downloadAddress(origin: string, { extension }: Pick<ExportFormat, 'extension'>, slug: string): string {
  return `${origin}/api/v1/incidents.${extension}?dataset=${slug}`;
}

export function pageAddress(origin: string, slug: string): string {
  return `${origin}/explore?dataset=${slug}`;
}

/** What a dataset is and covers, in words, with the label of made-up data. */
export function descriptionOf({ description, title, synthetic, covers }: DatasetRow): string {
  const part = covers === null ? [] : [`The data covers ${covers} only.`];
  return [description === '' ? title : description, ...part, ...(synthetic ? [notices.synthetic] : [])].join(' ');
}

export const catalogDescription = () =>
  `Incidents of armed violence in ${siteFocus().region}, as records and as statistics: where, when and how firearms are used.`;
export const keywords = () => [
  'armed violence',
  'firearms',
  'small arms and light weapons',
  'homicide',
  'security',
  siteFocus().region,
];

/** A contact is an email address, a web address or a few words. */
export function kindOfContact(contact: string): 'email' | 'address' | 'words' {
  if (/^\S+@\S+\.\S+$/.test(contact)) return 'email';
  return /^https?:\/\//i.test(contact) ? 'address' : 'words';
}
