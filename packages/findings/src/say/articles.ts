import type { i18n } from 'i18next';
import { placeName } from './term-resources.ts';

/* English says "in the Netherlands", and "Netherlands" in lists, tables and charts, as the names of places are written here. */

/** Codes of the places whose English names have an article in a sentence. */
const codes = 'AE AX BQ BS CC CD CF CG CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH PN RU SB TC TF UM US VG VI US-DC'.split(' ');
let names: ReadonlySet<string> | undefined;

function withArticle(value: unknown, article: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, at) => withArticle(one, at === 0 ? article : 'the'));
  names ??= new Set(codes.map(placeName));
  return typeof value === 'string' && names.has(value) ? `${article} ${value}` : value;
}

/** Lets a text say `{{place, the}}` and, where it begins with the name, `{{place, starting}}`. */
export function learnArticles(texts: i18n): void {
  texts.services.formatter?.add('the', (value) => withArticle(value, 'the') as string);
  texts.services.formatter?.add('starting', (value) => withArticle(value, 'The') as string);
}

const ofPlaces = '(places?|locations?|regions?|names?|highest|lowest|whole|others?|rose|fell)';
const within = new RegExp(String.raw`\b([Aa]bout|above|and|below|excludes|for|from|in|of|than|to|with) \{\{${ofPlaces}\b`, 'g');
const atStart = new RegExp(
  String.raw`(^|\. )\{\{${ofPlaces}\b([^}]*\}\} (?:are|changed|differs|does|had|has|have|is|recorded|stands?) )`,
  'g',
);

/** English texts in which the names of places have their article: after a preposition, and before the verb. */
export function withArticles<Texts>(texts: Texts): Texts {
  if (typeof texts === 'string')
    return texts.replace(within, '$1 {{$2, the').replace(atStart, '$1{{$2, starting$3') as Texts & string;
  if (Array.isArray(texts)) return texts.map((one: unknown) => withArticles(one)) as Texts & unknown[];
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, withArticles<unknown>(text)])) as Texts;
}
