/**
 * The one mapping table: other codes and names that files use for a jurisdiction, folded before they are compared.
 * The code itself, its alpha-3 and the printed name need no mention.
 */
const aliases = `
AL = Republic of Albania = Shqipëri = Shqipëria = Republika e Shqipërisë = Albanija = Албанија = Албания = Албанія
BA = BiH = Bosnia = Bosnia-Herzegovina = Bosnia and Herz. = Bosnia-Hercegovina = Bosna i Hercegovina = Bosna and Herzegovina =
Босна и Херцеговина = Боснія і Герцеговина = Босния и Герцеговина = Bosnje dhe Hercegovine = Bosnja dhe Hercegovina
XK = UNK = KOS = XKO = XKV = KV = RKS = Kosovo = Kosovo (UNSCR 1244) = Kosovo under UNSCR 1244 = Kosovo (under UNSC res. 1244) =
Republic of Kosovo = Kosova = Kosovë = Republika e Kosovës = Kosovo and Metohija = Kosovo i Metohija = Косово = Косово и Метохија
MD = Republic of Moldova = Moldova, Republic of = Moldova (Republic of) = Moldavia = Republica Moldova = Moldavija = Молдова =
Молдавия = Молдавија = Республика Молдова
ME = Crna Gora = Црна Гора = Mali i Zi = Черногория = Чорногорія = Черна гора
MK = Macedonia = FYROM = FYR Macedonia = Republic of North Macedonia = Republic of Macedonia =
Former Yugoslav Republic of Macedonia = The former Yugoslav Republic of Macedonia = Macedonia, FYR = N. Macedonia = Makedonija =
Severna Makedonija = Sjeverna Makedonija = Македонија = Северна Македонија = Република Северна Македонија = Северна Македония =
Северная Македония = Македония = Північна Македонія = Maqedonia e Veriut = Maqedoni e Veriut = Maqedonia
RS = Republic of Serbia = Srbija = Republika Srbija = Србија = Република Србија = Serbi = Сербия = Сербія = Сърбия
AT = Österreich = Oesterreich = Austrija = Аустрија = Австрия = Австрія
BY = Republic of Belarus = Byelorussia = Belorussia = Bielarus = Беларусь = Білорусь = Белоруссия = Белорусија
BG = Republic of Bulgaria = Bulgariya = Bugarska = България = Бугарска = Бугарија = Болгария = Болгарія
HR = Republic of Croatia = Hrvatska = Republika Hrvatska = Хрватска = Хорватия = Хорватія = Хърватия = Kroacia
CZ = Czech Republic = Česko = Česká republika = Češka = Чешка = Чехия = Чехія
GR = EL = Hellas = Hellenic Republic = Ελλάδα = Grčka = Грчка = Грција = Греция = Греція = Гърция = Greqia
HU = Magyarország = Mađarska = Мађарска = Унгарија = Унгария = Венгрия = Угорщина
IT = Italia = Italija = Италија = Италия = Італія
LV = Latvija = Латвия = Латвія
LT = Lietuva = Литва
PL = Polska = Poljska = Пољска = Полша = Польша = Польща
RO = ROM = România = Rumania = Roumania = Rumunija = Румунија = Румъния = Румыния = Румунія
RU = Russia = Rossiya = Россия = Российская Федерация = Росія = Rusija = Русија = Русия
SK = Slovak Republic = Slovensko = Slovačka = Словачка = Словакия = Словаччина
SI = Slovenija = Словенија = Словения = Словенія
TR = Turkey = Turkiye = Republic of Türkiye = Republic of Turkey = Turska = Турска = Турција = Турция = Туреччина = Turqia
UA = Україна = Ukraina = Украина = Украйна = Украјина = Ukrajina
US = U.S. = U.S.A. = United States of America = United States of America (the) = The United States = America =
Sjedinjene Američke Države = Сједињене Америчке Државе = США
AE = UAE
BN = Brunei Darussalam
BO = Bolivia (Plurinational State of) = Plurinational State of Bolivia
CD = DR Congo = DRC = Congo, Democratic Republic of the = Congo, Dem. Rep. = Congo (Democratic Republic of the) = Zaire
CG = Republic of the Congo = Congo, Rep. = Congo, Republic of the
CI = Ivory Coast
CN = People's Republic of China
FM = Micronesia, Federated States of = Federated States of Micronesia
GB = UK = U.K. = Great Britain = United Kingdom of Great Britain and Northern Ireland
IR = Iran, Islamic Republic of = Iran (Islamic Republic of) = Islamic Republic of Iran
KP = DPRK = Democratic People's Republic of Korea = Korea, Democratic People's Republic of
KR = Republic of Korea = Korea, Republic of = Korea, Rep.
LA = Lao PDR = Lao People's Democratic Republic
MM = Burma
NL = Holland = The Netherlands
PS = State of Palestine = Palestinian Territories = Palestinian Territory = Palestine, State of = West Bank and Gaza
SY = Syrian Arab Republic
SZ = Swaziland
TL = East Timor
TW = Taiwan, Province of China = Chinese Taipei
TZ = United Republic of Tanzania = Tanzania, United Republic of
VA = Holy See
VE = Venezuela, Bolivarian Republic of = Venezuela (Bolivarian Republic of)
`;

/** Each code with its aliases. */
export const aliasRows: readonly (readonly string[])[] = aliases
  .trim()
  .replaceAll('=\n', '= ')
  .split('\n')
  .map((line) => line.split(' = '));
