import type { NamedDataset, Selection } from '@monitor/contract';
import { citation, comparedFilter, filterQuery, selectionQuery } from '@monitor/contract/without-schemas';
import { type Filter, type IsoDate, notices, safeText } from '@monitor/domain';

/** What a download says of a dataset that its rows are from. */
export interface ExportedDataset extends NamedDataset {
  readonly covers: string | null;
  readonly slug: string;
  readonly title: string;
  readonly licence_url: string | null;
  readonly url: string | null;
}

/** Where a download comes from and what may be done with it. */
export interface About {
  readonly publisher: string;
  /** Sentences that go with every file of the instance. */
  readonly notes: readonly string[];
  /** Scheme and host of the site, as the client reached it. */
  readonly origin: string;
  readonly selection: Selection;
  readonly datasetVersion: number;
  readonly downloadedOn: IsoDate;
  /** The datasets that are selected from. */
  readonly datasets: readonly ExportedDataset[];
}

export const title = 'Incidents of armed violence';

/** The datasets that a selection is from, as far as they have incidents. */
export function selectedDatasets<Dataset extends { readonly slug: string; readonly incidents: number }>(
  datasets: readonly Dataset[],
  selection: Selection,
): Dataset[] {
  const filters = [selection.filter, comparedFilter(selection) ?? selection.filter];
  return datasets.filter(
    ({ slug, incidents }) => incidents > 0 && filters.some((filter) => filter.dataset?.includes(slug) ?? true),
  );
}

/** The address under a path of the site with the selection. @param more parameters after it */
export function addressOf({ origin, selection }: Pick<About, 'origin' | 'selection'>, path: string, more = ''): string {
  const query = [selectionQuery(selection), more].filter((part) => part !== '').join('&');
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}

/** What has to be said beside names, maps and made-up data, and of what is counted. */
export function notesOf({ datasets, notes }: Pick<About, 'datasets' | 'notes'>): string[] {
  const synthetic = datasets.filter((dataset) => dataset.synthetic).map((dataset) => dataset.title);
  const together = datasets.filter((dataset) => dataset.killed_includes_suicides).map((dataset) => dataset.title);
  return [
    ...(synthetic.length === 0 ? [] : [notices.synthetic.replace(/\.$/, ` (${synthetic.join(', ')}).`)]),
    ...(together.length === 0
      ? []
      : [`${together.join(', ')}: the source includes suicides in the number of people killed without saying how many.`]),
    ...datasets.flatMap(({ title: name, covers }) => (covers === null ? [] : [`${name}: the data covers ${covers} only.`])),
    `* ${notices.kosovo}`,
    notices.designations,
    ...notes,
    'An empty value means not reported, which is not zero.',
    notices.sensitive,
    'Text that a spreadsheet would run as a formula has an apostrophe in front. Control characters and marks that change the direction of writing are left out.',
  ];
}

function syntheticOf({ datasets }: About): 'none' | 'some' | 'all' {
  if (!datasets.some(({ synthetic }) => synthetic)) return 'none';
  return datasets.every(({ synthetic }) => synthetic) ? 'all' : 'some';
}

/** What the file is, in the words of all formats: name and value, in order. */
export function factsOf(about: About): [name: string, value: string][] {
  const other = comparedFilter(about.selection);
  const facts: [string, string][] = [
    ['Title', title],
    ['Publisher', about.publisher],
    [other === undefined ? 'Filter' : 'Filter of side A', filterText(about.selection.filter)],
    ...(other === undefined ? [] : [['Filter of side B', filterText(other)] as [string, string]]),
    ['Address', addressOf(about, '/explore')],
    ['Dataset version', String(about.datasetVersion)],
    ['Downloaded on', about.downloadedOn],
    ...about.datasets.map(({ title: name, licence, licence_url: url, attribution }): [string, string] => [
      'Licence and attribution',
      `${name}: ${licence}${url === null ? '' : ` (${url})`}. ${attribution}`,
    ]),
    ['Cite as', citation({ ...about, title, synthetic: syntheticOf(about), address: addressOf(about, '/explore') }).text],
    ...notesOf(about).map((note): [string, string] => ['Note', note]),
  ];
  return facts.map(([name, value]) => [name, safeText(value)]);
}

function filterText(filter: Filter): string {
  return filterQuery(filter) || 'None: all published incidents';
}

/** The same for formats that keep one value a name: those of a name that is repeated are joined. */
export function factsByName(about: About): Record<string, string> {
  const byName: Record<string, string> = {};
  for (const [name, value] of factsOf(about)) {
    const key = name.toLowerCase().replaceAll(' ', '_');
    byName[key] = byName[key] === undefined ? value : `${byName[key]}\n${value}`;
  }
  return byName;
}
