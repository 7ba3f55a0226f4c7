/** What is cited. */
export interface Cited {
  readonly publisher: string;
  readonly title: string;
  /** Whether some or all of it is made up. */
  readonly synthetic: 'none' | 'some' | 'all';
  readonly datasetVersion: number;
  /** Address that gives the same selection. */
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly downloadedOn: string;
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

/** How to cite a selection: who publishes it, what it is, which version, where, and when it was read. */
export function citation({ publisher, title: bare, synthetic, datasetVersion, address, downloadedOn }: Cited): Citation {
  const title = bare + labels[synthetic];
  const year = downloadedOn.slice(0, 4);
  const version = `dataset version ${datasetVersion}`;
  return {
    text: `${publisher} (${year}). ${title}, ${version}. ${address} (accessed ${downloadedOn}).`,
    bibtex: [
      `@misc{armed_violence_${datasetVersion},`,
      `  author = {{${braced(publisher)}}},`,
      `  title = {${braced(title)}},`,
      `  year = {${year}},`,
      `  version = {${datasetVersion}},`,
      `  url = {${address}},`,
      `  urldate = {${downloadedOn}}`,
      '}',
      '',
    ].join('\n'),
    ris: [
      'TY  - DATA',
      `AU  - ${publisher}`,
      `TI  - ${title}`,
      `PY  - ${year}`,
      `ET  - ${version}`,
      `UR  - ${address}`,
      `Y2  - ${downloadedOn.replaceAll('-', '/')}`,
      'ER  - ',
      '',
    ].join('\r\n'),
  };
}

/** Text within braces of BibTeX, in which these characters have a meaning. */
function braced(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, String.raw`\$&`);
}
