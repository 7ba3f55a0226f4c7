import { foldText } from '@monitor/domain';
import { kosovoNames } from './kosovo-names.mjs';
import { letterPairs, localCyrillicName, localness, officialLatin } from './romanise.mjs';

/**
 * Names that GeoNames gives in English or in Russian, or that no rule below finds, as `[identifier, name in GeoNames, name
 * in the local language]`.
 */
const corrections = new Map(
  [
    [792680, 'Belgrade', 'Beograd'],
    [3183875, 'Tirana', 'Tiranë'],
    [618426, 'Chisinau', 'Chișinău'],
    [683506, 'Bucharest', 'București'],
    [3246028, 'Starcevica', 'Starčevica'],
    [790977, 'Dubova (Driloni)', 'Dubovë'],
    [690548, 'Uzhgorod', 'Ужгород'],
    [692975, 'Kadiyivka', 'Кадіївка'],
    [691374, 'Chystyakove', 'Чистякове'],
    [694910, 'Saki', 'Саки'],
    [686803, 'Zvenihorodka', 'Звенигородка'],
    [698138, 'Ovidiopol', 'Овідіополь'],
    [705186, "Kal'mius'ke", 'Кальміуське'],
    [700551, 'Shchyolkino', 'Щолкіне'],
    [708953, 'Gaspra', 'Гаспра'],
    [692714, 'Stary Krym', 'Старий Крим'],
    [707860, 'Gurzuf', 'Гурзуф'],
    [712521, "Bilovods'k", 'Біловодськ'],
    [706524, 'Kerch', 'Керч'],
    [703646, 'Kurakhovo', 'Курахове'],
    [692093, 'Svetlodarsk', 'Світлодарськ'],
    [699675, "Novoazovs'k", 'Новоазовськ'],
    [618800, 'Horad Zhodzina', 'Жодзіна'],
    [620391, 'Volkovysk', 'Ваўкавыск'],
    [624494, 'Novolukoml’', 'Новалукомль'],
    [628658, 'Dyatlovo', 'Дзятлава'],
    [8247183, 'Borovlyany', 'Бараўляны'],
    [629634, 'Brest', 'Брэст'],
    [630429, 'Baranovichi', 'Баранавічы'],
    [627751, 'Kalinkavichy', 'Калінкавічы'],
    [624034, 'Asipovichy', 'Асіповічы'],
    [624785, 'Novogrudok', 'Навагрудак'],
    [621729, 'Smaliavičy', 'Смалявічы'],
    [6846555, 'Fanipol', 'Фаніпаль'],
    [628155, 'Gorodok', 'Гарадок'],
    [611866, 'Skidel’', 'Скідзель'],
    [791149, 'Gjorče Petro', 'Ѓорче Петров'],
    [833258, 'Šuto Orizare', 'Шуто Оризари'],
    [785201, 'Sveti Nikole', 'Свети Николе'],
    [791720, 'Чучер - Сандево', 'Чучер-Сандево'],
  ].map(([id, expected, name]) => [id, { expected, name }]),
);

/** Names in another official language that GeoNames lacks, as `[identifier, name in GeoNames, names]`: Albanian ones, by and large. */
const officialNames = new Map(
  [
    [785082, 'Tetovo', ['Tetovë']],
    [787487, 'Ohrid', ['Ohër']],
    [789527, 'Kičevo', ['Kërçovë', 'Kërçova']],
    [791606, 'Debar', ['Dibër']],
    [785387, 'Struga', ['Strugë']],
    [3188516, 'Ulcinj', ['Ulqin']],
    [792173, 'Bujanovac', ['Bujanoc']],
    [788057, 'Medveđa', ['Medvegjë']],
  ].map(([id, expected, names]) => [id, { expected, names }]),
);

/** The name in the table of corrections. */
function corrected(settlement) {
  return ofSettlement(corrections, settlement)?.name;
}

/** What a table has of a settlement. Throws where the identifier has come to mean another settlement. */
function ofSettlement(table, { id, name }) {
  const found = table.get(id);
  if (found && found.expected !== name)
    throw new Error(`GeoNames ${id} is ${name}, not ${found.expected}: check the names of it here`);
  return found;
}

const cyrillic = /^[\p{Script=Cyrillic}\p{M}'’ -]+$/u;

/** Ukrainian names of adjectives end in -не, -ний where Russian ones end in -ное, -ный. */
function isUkrainianTwin(name, others) {
  const [neuter, masculine] = [`${name.slice(0, -1)}ое`, name.replace(/ий$/, 'ый')];
  return (/[^о]е$/.test(name) && others.includes(neuter)) || (masculine !== name && others.includes(masculine));
}

/** The local Cyrillic name where romanisation finds none: the one spelling that can be in no other language. */
function onlyLocalSpelling({ jurisdiction, name, alternates }) {
  if (!['UA', 'BY', 'MK'].includes(jurisdiction)) return undefined;
  if (cyrillic.test(name)) return name;
  const local = alternates.filter((alternate) => {
    const { possible, certain } = localness(alternate, jurisdiction);
    return certain || (possible && jurisdiction === 'UA' && isUkrainianTwin(alternate, alternates));
  });
  return local.length === 1 ? local[0] : undefined;
}

/** Comma below instead of cedilla in Romanian, the right capital of đ in Serbo-Croatian. */
function inLocalLetters(name, jurisdiction) {
  if (jurisdiction === 'RO' || jurisdiction === 'MD')
    return name.replace(/[şţŞŢíÍ]/g, (letter) => ({ ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț', í: 'i', Í: 'I' })[letter]);
  if (['RS', 'HR', 'BA', 'ME'].includes(jurisdiction)) return name.replace(/Ð/g, 'Đ');
  return name;
}

/** The name in Latin letters beside a Cyrillic one. Soft signs are left out: names search and read better without. */
function latinName(local, { name, jurisdiction }) {
  return officialLatin(local, jurisdiction) ?? (cyrillic.test(name) ? null : name.replace(/['’ʼ]/g, ''));
}

/** `{ name, latin, parts }`: as printed, romanised where the printed name is not Latin (else null), and further names it is made of. */
export function printedName(settlement) {
  const { id, name, jurisdiction } = settlement;
  const pair = kosovoNames.get(id);
  if (pair) return { name: pair.join(' / '), latin: null, parts: pair };
  const local = corrected(settlement) ?? localCyrillicName(settlement) ?? onlyLocalSpelling(settlement);
  if (local !== undefined && cyrillic.test(local)) return { name: local, latin: latinName(local, settlement), parts: [] };
  return { name: local ?? inLocalLetters(name, jurisdiction), latin: null, parts: [] };
}

const serbianCyrillic = letterPairs(
  'dž џ lj љ nj њ a а b б v в g г d д đ ђ e е ž ж z з i и j ј k к l л m м n н o о p п r р s с t т ć ћ u у f ф h х c ц č ч š ш',
);

/** Serbian is written in both alphabets, and its Latin letters say exactly which Cyrillic ones are meant. */
function inSerbianCyrillic(name) {
  return name.toLowerCase().replace(/dž|lj|nj|[a-zđžćčš]/g, (letters) => serbianCyrillic[letters] ?? letters);
}

const searchable = /^(?=\p{Lu})[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’ .()/-]+$/u;
const airportCode = /^[A-Z]{3}$/;

/** Other names under which the settlement is found, Latin and Cyrillic, without those that fold to the same text. */
export function searchNames(settlement, { name, latin, parts }) {
  const { jurisdiction, ascii, alternates } = settlement;
  const latinNames = [settlement.name, ascii, ...parts];
  const serbian = ['RS', 'BA', 'ME', 'XK'].includes(jurisdiction) ? [...latinNames, ...parts].map(inSerbianCyrillic) : [];
  const known = new Set([name, latin ?? name].map(foldText));
  const result = [];
  for (const candidate of [
    ...latinNames,
    ...(ofSettlement(officialNames, settlement)?.names ?? []),
    ...alternates.filter((text) => searchable.test(text) && !airportCode.test(text)),
    ...serbian,
  ]) {
    const folded = foldText(candidate);
    if (known.has(folded)) continue;
    known.add(folded);
    result.push(candidate);
  }
  return result;
}
