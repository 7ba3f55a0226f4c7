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

/** Lets an English text say `{{place, the}}` and, where a sentence begins with the name, `{{place, starting}}`. */
export function learnArticles(texts: i18n): void {
  texts.services.formatter?.add('the', (value) => withArticle(value, 'the') as string);
  texts.services.formatter?.add('starting', (value) => withArticle(value, 'The') as string);
}
