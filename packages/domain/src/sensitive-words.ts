import { remembering } from './remembering.ts';
import { romanised } from './romanise.ts';
import { foldText } from './search-words.ts';

/*
 * Words with which sources say that a child, a suicide or domestic violence was part of an incident, in English and the languages of
 * the region. Each is the beginning of a word, `$` its end; diacritics are folded, and Cyrillic is in Latin letters. A word too many
 * withholds a little more than needed, a word too few exposes somebody.
 */

/** People of 18 or younger. */
const children = [
  // English
  'child', 'minor(?!it)(?! (injur|wound|damage))', 'juvenile', 'underage', 'teen', 'adolescent', 'toddler', 'infant(s|icid|$)',
  'newborn', 'bab(y|ies)$', 'kids?$', 'boys?$', 'girls?$', 'school(child|boy|girl|kid)',
  // Bosnian, Croatian, Montenegrin, Serbian, Macedonian, Bulgarian
  'dete(ta|tu|tom|to)?$', 'dec(a|e|i|u|om|ata)$', 'dijete$', 'djetet', 'djec(a|e|i|u|om)$', 'dj?ec(j|ak)', 'dj?evojcic', 'maloli?j?etn',
  'malodobn', 'beb(a|e|i|u)$', 'novoroden', 'detsa(ta)?$', 'momche$', 'momicheta?$', 'nepalnolet',
  // Albanian
  'femij', 'mitur', 'foshnj', 'adoleshent',
  // Romanian
  'copi(l|i)', 'bebelus',
  // Ukrainian, Russian, Belarusian
  'dyty(n|ach)', 'dytia', 'dit(y|ei|ey|iam|yam|my)$', 'nepovnolitn', 'malolitn', 'nemovl', 'pidlit', 'reben(o|k)',
  'det(i|ei|ey|iam|yam|mi|sk)', 'nesovershennoletn', 'mladent', 'podrost', 'dzits', 'dzets', 'nepaunal',
]; // prettier-ignore

const suicides = ['suicid', 'suitsid', 'sinuci', 'samoubi', 'samouboj', 'vetevras', 'samohub', 'samahub'];

const domesticViolence = [
  'domestic(?! (terror|extrem))', 'intimate partner', 'family (violen|abus|disput|quarrel|trag)', 'violen\\w*( \\w+)? famil', 'femicid', 'feminicid',
  '(porodi|obitelj|semejn|semein|partnersk|domasn|domashn)\\w* (nasil|nasyl|svad|trag)', '(nasil|nasyl)\\w* (u|v|vo) (porodic|obitelj|semej|sem|rodyn)',
  'dhun\\w*( ne)? famil',
]; // prettier-ignore

/** What names one of them without saying that it happened: characteristics of the Gun Violence Archive. */
const denials = / murder accidental suicide\b| not suicide or suicide attempt\b/g;

const sensitive = new RegExp(
  ` (${[...children, ...suicides, ...domesticViolence].map((one) => one.replaceAll('$', '\\b')).join('|')})`,
);

/** True where the words of a source tell of a child, a suicide or domestic violence. */
export const hasSensitiveWords = remembering((text: string): boolean =>
  romanised(text).some((one) => {
    const words = foldText(one).match(/[\p{L}\p{N}]+/gu) ?? [];
    return sensitive.test(
      words
        .map((word) => ` ${word}`)
        .join('')
        .replace(denials, ''),
    );
  }),
);
