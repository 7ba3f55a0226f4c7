/** What is cited. */
export interface Cited {
  readonly publisher: string;
  readonly title: string;
  /** Whether some or all of it is made up. */
  readonly synthetic: 'none' | 'some' | 'all';
  readonly datasetVersion: number;
  /** Address that gives the same selection; empty if it is not known. */
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly downloadedOn: string;
  /** Public id of the record, where one is cited. */
  readonly record?: string | undefined;
  /** The datasets that it is from, where they are to be named. */
  readonly sources?: readonly CitedSource[];
}

export interface CitedSource {
  readonly title: string;
  readonly attribution: string;
  readonly licence: string;
}

/** A citation as text, and for programs that manage references. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
  readonly ris: string;
}

const labels: Readonly<Record<Cited['synthetic'], string>> = {
  none: '',
  some: ' [includes synthetic data]',
  all: ' [synthetic data]',
};

/**
 * How to cite a selection: who publishes it, what it is, which version, where, and when it was read. In English in every language of the
 * interface, so that a reference is the same wherever it was copied.
 */
export function citation({
  publisher,
  title: bare,
  synthetic,
  datasetVersion,
  address,
  downloadedOn,
  record,
  sources = [],
}: Cited): Citation {
  const title = bare + labels[synthetic];
  const year = downloadedOn.slice(0, 4);
  const version = `dataset version ${datasetVersion}`;
  const data = sources.map((source) => `${source.title} (${source.attribution}), licence ${source.licence}`).join('; ');
  const note = data === '' ? [] : [`Data: ${data}.`];
  const where = address === '' ? version : `${version}. ${address}`;
  return {
    text: [`${publisher} (${year}). ${title}, ${where} (accessed ${downloadedOn}).`, ...note].map(oneLine).join(' '),
    // Classic BibTeX has no type for data, and passes over the fields that it does not know. In two braces, an organisation is not taken
    // for a person.
    bibtex: [
      // Several records of one version can stand in one list of references.
      `@misc{armed_violence_${[datasetVersion, ...(record === undefined ? [] : [record])].join('_')},`,
      `  author = {{${texText(publisher)}}},`,
      `  title = {${texText(title)}},`,
      `  year = {${year}},`,
      `  version = {${datasetVersion}},`,
      ...(address === '' ? [] : [`  url = {${address}},`]),
      ...note.map((text) => `  note = {${texText(text)}},`),
      `  urldate = {${downloadedOn}}`,
      '}',
      '',
    ].join('\n'),
    // Read by Zotero, EndNote and Mendeley. Its lines end as its specification says.
    ris: [
      'TY  - DATA',
      `AU  - ${oneLine(publisher)}`,
      `TI  - ${oneLine(title)}`,
      `PY  - ${year}`,
      `ET  - ${version}`,
      ...(address === '' ? [] : [`UR  - ${address}`]),
      ...note.map((text) => `N1  - ${oneLine(text)}`),
      `Y2  - ${downloadedOn.replaceAll('-', '/')}`,
      'ER  - ',
      '',
    ].join('\r\n'),
  };
}

/** Text within braces of BibTeX, in which these characters have a meaning. */
function texText(text: string): string {
  return oneLine(text)
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, String.raw`\$&`)
    .replace(/[~^]/g, String.raw`\$&{}`);
}

/** A value of a field: names and titles come from files of others. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
