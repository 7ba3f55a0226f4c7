import { jurisdictionCodes } from './jurisdictions.ts';

export interface Region {
  /** ISO 3166-2 code such as `RS-20`; made-up ones (`XK-01` …) where ISO has none. */
  readonly code: string;
  readonly jurisdiction: string;
  /**
   * Name in the local spelling, romanised where the local script is Cyrillic, in English where that is what the
   * statistical office itself prints (North Macedonia); both names in Kosovo*.
   */
  readonly name: string;
}

/**
 * The first-level regions, each as its code and its name. The codes are those of ISO 3166-2, except:
 * - Bosnia and Herzegovina: the ten cantons keep the numbers that ISO 3166-2 gave them until 2015; the regions of Republika
 *   Srpska have no code anywhere and take that of the entity with two letters more.
 * - Kosovo*: the seven districts, numbered here in the order of their names.
 * - Moldova: the left bank of the Dniester and Bender are one unit, since the boundary data does not part them.
 * - North Macedonia: the eight statistical regions with the number of their NUTS 3 code (MK001 to MK008), because some 80
 *   municipalities are too fine for a map of the whole region.
 * Montenegro has the 21 municipalities it had before 2013: the boundary data has no newer ones.
 */
const table = `
AL-01 Berat; AL-02 Durrës; AL-03 Elbasan; AL-04 Fier; AL-05 Gjirokastër; AL-06 Korçë; AL-07 Kukës; AL-08 Lezhë; AL-09 Dibër
AL-10 Shkodër; AL-11 Tiranë; AL-12 Vlorë
BA-01 Unsko-sanski kanton; BA-02 Posavski kanton; BA-03 Tuzlanski kanton; BA-04 Zeničko-dobojski kanton
BA-05 Bosansko-podrinjski kanton; BA-06 Srednjobosanski kanton; BA-07 Hercegovačko-neretvanski kanton
BA-08 Zapadnohercegovački kanton; BA-09 Kanton Sarajevo; BA-10 Kanton 10; BA-BRC Brčko distrikt; BA-SRPBI Bijeljina
BA-SRPBL Banja Luka; BA-SRPDO Doboj; BA-SRPFO Foča; BA-SRPSR Sarajevo-Romanija; BA-SRPTR Trebinje; BA-SRPVL Vlasenica
XK-01 Ferizaj / Uroševac; XK-02 Gjakovë / Đakovica; XK-03 Gjilan / Gnjilane; XK-04 Mitrovicë / Mitrovica; XK-05 Pejë / Peć
XK-06 Prishtinë / Priština; XK-07 Prizren
MD-AN Anenii Noi; MD-BA Bălți; MD-BR Briceni; MD-BS Basarabeasca; MD-CA Cahul; MD-CL Călărași; MD-CM Cimișlia; MD-CR Criuleni
MD-CS Căușeni; MD-CT Cantemir; MD-CU Chișinău; MD-DO Dondușeni; MD-DR Drochia; MD-DU Dubăsari; MD-ED Edineț; MD-FA Fălești
MD-FL Florești; MD-GA Găgăuzia; MD-GL Glodeni; MD-HI Hîncești; MD-IA Ialoveni; MD-LE Leova; MD-NI Nisporeni; MD-OC Ocnița
MD-OR Orhei; MD-RE Rezina; MD-RI Rîșcani; MD-SD Șoldănești; MD-SI Sîngerei; MD-SN Stînga Nistrului și Bender; MD-SO Soroca
MD-ST Strășeni; MD-SV Ștefan Vodă; MD-TA Taraclia; MD-TE Telenești; MD-UN Ungheni
ME-01 Andrijevica; ME-02 Bar; ME-03 Berane; ME-04 Bijelo Polje; ME-05 Budva; ME-06 Cetinje; ME-07 Danilovgrad; ME-08 Herceg Novi
ME-09 Kolašin; ME-10 Kotor; ME-11 Mojkovac; ME-12 Nikšić; ME-13 Plav; ME-14 Pljevlja; ME-15 Plužine; ME-16 Podgorica; ME-17 Rožaje
ME-18 Šavnik; ME-19 Tivat; ME-20 Ulcinj; ME-21 Žabljak
MK-001 Vardar; MK-002 East; MK-003 Southwest; MK-004 Southeast; MK-005 Pelagonia; MK-006 Polog; MK-007 Northeast; MK-008 Skopje
RS-00 Beograd; RS-01 Severna Bačka; RS-02 Srednji Banat; RS-03 Severni Banat; RS-04 Južni Banat; RS-05 Zapadna Bačka
RS-06 Južna Bačka; RS-07 Srem; RS-08 Mačva; RS-09 Kolubara; RS-10 Podunavlje; RS-11 Braničevo; RS-12 Šumadija; RS-13 Pomoravlje
RS-14 Bor; RS-15 Zaječar; RS-16 Zlatibor; RS-17 Moravica; RS-18 Raška; RS-19 Rasina; RS-20 Nišava; RS-21 Toplica; RS-22 Pirot
RS-23 Jablanica; RS-24 Pčinja
BG-01 Blagoevgrad; BG-02 Burgas; BG-03 Varna; BG-04 Veliko Tarnovo; BG-05 Vidin; BG-06 Vratsa; BG-07 Gabrovo; BG-08 Dobrich
BG-09 Kardzhali; BG-10 Kyustendil; BG-11 Lovech; BG-12 Montana; BG-13 Pazardzhik; BG-14 Pernik; BG-15 Pleven; BG-16 Plovdiv
BG-17 Razgrad; BG-18 Ruse; BG-19 Silistra; BG-20 Sliven; BG-21 Smolyan; BG-22 Sofia City; BG-23 Sofia Province; BG-24 Stara Zagora
BG-25 Targovishte; BG-26 Haskovo; BG-27 Shumen; BG-28 Yambol
BY-BR Brest; BY-HM Minsk City; BY-HO Homyel; BY-HR Hrodna; BY-MA Mahilyow; BY-MI Minsk Region; BY-VI Vitsyebsk
HR-01 Zagrebačka; HR-02 Krapinsko-zagorska; HR-03 Sisačko-moslavačka; HR-04 Karlovačka; HR-05 Varaždinska
HR-06 Koprivničko-križevačka; HR-07 Bjelovarsko-bilogorska; HR-08 Primorsko-goranska; HR-09 Ličko-senjska
HR-10 Virovitičko-podravska; HR-11 Požeško-slavonska; HR-12 Brodsko-posavska; HR-13 Zadarska; HR-14 Osječko-baranjska
HR-15 Šibensko-kninska; HR-16 Vukovarsko-srijemska; HR-17 Splitsko-dalmatinska; HR-18 Istarska; HR-19 Dubrovačko-neretvanska
HR-20 Međimurska; HR-21 Grad Zagreb
RO-AB Alba; RO-AG Argeș; RO-AR Arad; RO-B București; RO-BC Bacău; RO-BH Bihor; RO-BN Bistrița-Năsăud; RO-BR Brăila; RO-BT Botoșani
RO-BV Brașov; RO-BZ Buzău; RO-CJ Cluj; RO-CL Călărași; RO-CS Caraș-Severin; RO-CT Constanța; RO-CV Covasna; RO-DB Dâmbovița
RO-DJ Dolj; RO-GJ Gorj; RO-GL Galați; RO-GR Giurgiu; RO-HD Hunedoara; RO-HR Harghita; RO-IF Ilfov; RO-IL Ialomița; RO-IS Iași
RO-MH Mehedinți; RO-MM Maramureș; RO-MS Mureș; RO-NT Neamț; RO-OT Olt; RO-PH Prahova; RO-SB Sibiu; RO-SJ Sălaj; RO-SM Satu Mare
RO-SV Suceava; RO-TL Tulcea; RO-TM Timiș; RO-TR Teleorman; RO-VL Vâlcea; RO-VN Vrancea; RO-VS Vaslui
UA-05 Vinnytsia; UA-07 Volyn; UA-09 Luhansk; UA-12 Dnipropetrovsk; UA-14 Donetsk; UA-18 Zhytomyr; UA-21 Zakarpattia
UA-23 Zaporizhzhia; UA-26 Ivano-Frankivsk; UA-30 Kyiv City; UA-32 Kyiv Oblast; UA-35 Kirovohrad; UA-40 Sevastopol; UA-43 Crimea
UA-46 Lviv; UA-48 Mykolaiv; UA-51 Odesa; UA-53 Poltava; UA-56 Rivne; UA-59 Sumy; UA-61 Ternopil; UA-63 Kharkiv; UA-65 Kherson
UA-68 Khmelnytskyi; UA-71 Cherkasy; UA-74 Chernihiv; UA-77 Chernivtsi
US-AK Alaska; US-AL Alabama; US-AR Arkansas; US-AZ Arizona; US-CA California; US-CO Colorado; US-CT Connecticut
US-DC District of Columbia; US-DE Delaware; US-FL Florida; US-GA Georgia; US-HI Hawaii; US-IA Iowa; US-ID Idaho; US-IL Illinois
US-IN Indiana; US-KS Kansas; US-KY Kentucky; US-LA Louisiana; US-MA Massachusetts; US-MD Maryland; US-ME Maine; US-MI Michigan
US-MN Minnesota; US-MO Missouri; US-MS Mississippi; US-MT Montana; US-NC North Carolina; US-ND North Dakota; US-NE Nebraska
US-NH New Hampshire; US-NJ New Jersey; US-NM New Mexico; US-NV Nevada; US-NY New York; US-OH Ohio; US-OK Oklahoma; US-OR Oregon
US-PA Pennsylvania; US-RI Rhode Island; US-SC South Carolina; US-SD South Dakota; US-TN Tennessee; US-TX Texas; US-UT Utah
US-VA Virginia; US-VT Vermont; US-WA Washington; US-WI Wisconsin; US-WV West Virginia; US-WY Wyoming
`;

const byText = (a: Region, b: Region) => (a.code < b.code ? -1 : 1);

/** Codes and names, as the tables of regions have them. */
export function regionOf([code, name]: readonly [code: string, name: string]): Region {
  return { code, jurisdiction: code.slice(0, 2), name };
}

/** First-level regions that the base map draws, by code: those in and around the region and of the United States. */
export const drawnRegions: readonly Region[] = table
  .trim()
  .split(/; |\n/)
  .map((entry) => regionOf([entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]))
  .sort(byText);

const list = [...drawnRegions];

/** All first-level regions that are known in this program, by code: those that are drawn, and those that were learned since. */
export const regions: readonly Region[] = list;

const home: ReadonlySet<string> = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction).filter((code) => code !== 'US'));

/** Whether a jurisdiction is one of those in and around the region, of which everything is known from the start. */
export function isHome(code: string): boolean {
  return home.has(code);
}

const namedByBaseMap: ReadonlySet<string> = new Set(['AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS']);

/** Whether the base map itself names the small settlements of a location: those of the usual focus. */
export function isNamedByBaseMap(code: string): boolean {
  return namedByBaseMap.has(code);
}

const byCode = new Map(regions.map((entry) => [entry.code, entry]));
const byJurisdiction = new Map<string, Region[]>();
arrange();

/** The whole world has thousands, so that nothing should look for those of each jurisdiction among them all. */
function arrange(): void {
  list.sort(byText);
  byJurisdiction.clear();
  for (const one of list) {
    const own = byJurisdiction.get(one.jurisdiction);
    if (own) own.push(one);
    else byJurisdiction.set(one.jurisdiction, [one]);
  }
}

/** The regions of a jurisdiction, by code. */
export function regionsOf(jurisdiction: string): readonly Region[] {
  return byJurisdiction.get(jurisdiction) ?? [];
}

/** The region of a code, or undefined. */
export function region(code: string): Region | undefined {
  return byCode.get(code);
}

const regionCodes = regions.map(({ code }) => code);

/** All codes that a filter can name, by its parameter. */
export const knownCodes: { readonly country: readonly string[]; readonly region: readonly string[] } = {
  country: jurisdictionCodes,
  region: regionCodes,
};

/** Makes regions elsewhere known in this program. A browser learns those of the locations that it shows, before it shows anything. */
export function learnRegions(some: readonly Region[]): void {
  const fresh = some.filter(({ code }) => !byCode.has(code));
  for (const one of fresh) byCode.set(one.code, one);
  list.push(...fresh);
  arrange();
  regionCodes.push(...fresh.map(({ code }) => code));
}
