import type { IsoDate } from '@monitor/domain';
import type { SyntheticShare } from '@monitor/findings';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';

/** A dataset that a citation names. */
interface Source {
  readonly title: string;
  readonly attribution: string;
  readonly licence: string;
}

/** What is cited: a selection of the data as it was on a day. */
export interface Cited {
  readonly publisher: string;
  /** What the selection is called, in the language of the interface. */
  readonly title: string;
  readonly datasetVersion: number;
  /** The day on which somebody looked. */
  readonly day: IsoDate;
  /** Where to find the same selection again; empty where that is not known. */
  readonly address: string;
  readonly synthetic: SyntheticShare;
  readonly sources: readonly Source[];
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

/** One sentence for a list of references, without the address: `Publisher (2026). Title. Dataset version 7. Accessed 27 Nov 2026.` */
export function citationSentence(cited: Omit<Cited, 'address' | 'sources'>, { t, format }: Words): string {
  const { publisher, day, datasetVersion } = cited;
  return t('cite.sentence', {
    publisher,
    year: format.date.year(day),
    title: titleOf(cited, t),
    version: format.number.count(datasetVersion),
    day: format.date.day(day),
  });
}

/** The same with the address and the sources. */
export function citationText(cited: Cited, words: Words): string {
  return [citationSentence(cited, words), cited.address, ...sourceSentences(cited.sources, words.t)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Which datasets the figures are from, and under which licence each may be used. */
export function sourceSentences(sources: readonly Source[], t: TFunction): string[] {
  return sources.map(({ title, attribution, licence }) => t('cite.source', { title, attribution, licence }));
}

/** An entry for BibTeX. An entry of type `misc`, since classic BibTeX has no type for data; it passes over the fields that it does not know. */
export function bibtex(cited: Cited, { t, format }: Words): string {
  const { publisher, day, datasetVersion, address, sources } = cited;
  const year = day.slice(0, 4);
  const fields: readonly (readonly [name: string, value: string])[] = [
    // In braces of their own, an organisation is not taken for a person and words keep their capitals.
    ['author', `{${texText(publisher)}}`],
    ['title', `{${texText(titleOf(cited, t))}}`],
    ['year', year],
    ['version', String(datasetVersion)],
    ['url', address],
    ['urldate', day],
    ['note', texText(noteText(cited, sources, { t, format }))],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(7)} = {${value}},`);
  return [`@misc{armed-violence-${year}-v${datasetVersion},`, ...lines, '}', ''].join('\n');
}

/** A record of RIS, which Zotero, EndNote and Mendeley read. Its lines end as its specification says. */
export function ris(cited: Cited, { t, format }: Words): string {
  const { publisher, day, datasetVersion, address, sources } = cited;
  const date = day.replaceAll('-', '/');
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', 'DATA'],
    ['AU', publisher],
    ['TI', titleOf(cited, t)],
    ['PB', publisher],
    ['PY', day.slice(0, 4)],
    ['ET', String(datasetVersion)],
    ['UR', address],
    ['Y2', date],
    ['N1', noteText(cited, sources, { t, format })],
    ['ER', ''],
  ];
  return lines
    .filter(([tag, value]) => value !== '' || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`)
    .join('');
}

function titleOf({ title, synthetic }: Pick<Cited, 'title' | 'synthetic'>, t: TFunction): string {
  return synthetic === 'none' ? title : t(`cite.synthetic.${synthetic}`, { title });
}

function noteText({ datasetVersion, day }: Cited, sources: readonly Source[], { t, format }: Words): string {
  const version = t('cite.version', { version: format.number.count(datasetVersion), day: format.date.day(day) });
  return [version, ...sourceSentences(sources, t)].join(' ');
}

/** Characters that TeX does not print as they are. */
const texCharacters: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function texText(text: string): string {
  return oneLine(text).replace(/[\\~^&%$#_{}]/g, (character) => texCharacters[character] ?? `\\${character}`);
}

/** A value of a field: titles of datasets come from files of others. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
