import { foldText, romanised, type Vocabulary, vocabularies, type VocabularyName } from '@monitor/domain';
import { noWeapon } from '../generic/mapping-schema.ts';

/*
 * Words by which a sketch knows columns and codes, in English, Bosnian, Croatian, Serbian, Macedonian, Bulgarian, Ukrainian, Albanian, Romanian,
 * Portuguese, Spanish, French, German, Italian, Swedish, Turkish, Hebrew and Arabic: folded, Cyrillic in Latin letters, articles left out. A star
 * stands for any ending, a plus joins words that must all be there.
 */

const killed =
  'kill* dead death* deceased fatal* murder* mort* muert* fallecid* obit* assassinad* deces decede* ubij* poginul* pogin* umrl* mrtv* smrt* ' +
  'pochina* zagin* zahyn* zahyb* ubit* vbyt* vrar* vdekur* decedat* ucis* dod doda dodade dodliga dodsfall* avlid* getotet* tot tote toten decedut* uccis* omicid* ubien* cadaver* homicid* olu ' +
  'oldu* olen olum* הרוג* נהרג* נרצח* מת מתים قتل* قتيل* مقتول* وفا* متوف*';
const injured =
  'injur* wound* hurt battery lesion* ferid* herid* bless* ranjen* povred* povrijed* povreden* ranen* poranen* postradal* plagos* lenduar* ranit* ' +
  'skadad* sarad* ferit* verletz* verwund* yarali* yaralan* פצוע* נפצע* جرح* جريح* مصاب* اصاب*';
const threatened =
  'threat* ameacad* amenaz* menac* prijet* ugroz* zaplash* pogrozh* kercen* amenint* hotad* bedroh* tehdit* מאוים* مهدد*';
/** What makes a crime of killing. */
export const homicide =
  'homicid* femicid* feminicid* murder* manslaught* ubist* ubojst* ubiyst* vbyvst* vrasj* omor* mord drap totung* totschlag* meurtre* omicid* ' +
  'asesinat* assassinat* cinayet* רצח* قتل*';
/** A crime that may have killed nobody. */
export const attempted =
  'attempt* tentativ* intento intentos tentat* forsok versuch* pokus* sprob* pokushen* zamakh* tesebbus* ניסיון* محاول*';
const suicide = 'suicid* samoub* samohub* vetevras* sinucid* sjalvmord* selbstmord* suizid* intihar* התאבד* انتحار* منتحر*';
const perpetrator =
  'perp* suspect* offender* shooter* autor autores autora agressor* agresor* suspeit* sospech* osumnj* pocinil* izvrsil* napadac* storitel* ' +
  'izvursh* izvarsh* zlochin* dyshuar* autori faptuitor* suspec* garningsm* misstankt* tater* tatverd* faili supheli* auteur* חשוד* مشتبه* جاني*';
const victim =
  'vic vict victim* vitim* zrtv* zhertv* poterpil* ostec* viktim* offer offrets opfer* magdur* victime* קורבן* נפגע* ضحية* ضحايا*';
const unknown =
  'unknown* unk u ni undetermined* nao+identificad* sem+identificac* sem+informac* desconhec* desconoc* no+identificad* sin+dato* sin+informac* ' +
  'nepoznat* neutvrd* neizvest* nevidom* nevstanov* panjohur* necunoscut* okand* oklar* unbekannt* inconnu* bilinm* לא+ידוע* غير+معروف* مجهول* ' +
  'not+reported not+stated not+applicable no+report* nicht+angegeb* n+k no+data nao+se+aplica';
const nobody =
  'no none nil zero nobody niko nitko nista nema net nikoho nema nyama asnje hich nici niciun nimeni nenhum* ninguem ningun* nadie aucun* keine* niemand inga ' +
  'ingen yok hic לא אין لا بدون';
const other =
  'other* outro* outra* otro* otra* drugo ostalo drugi inshe drugo tjeter altele alta ovrigt sonstig* andere* autre* diger* אחר* اخر* اخرى';

/** By which words the name of a column speaks of a field. */
export const headerWords = {
  date: 'date data datum* dato dita fecha* occurred datetime timestamp tarih* תאריך* تاريخ*',
  notDate:
    'birth prec* publish* published created updated modified entry entered reported source rod* nascim* nacim* naissan* geburt* prijav* objav* publica* ' +
    'fodel* dogum* unos* registr* fonte source* izvor*',
  latest:
    'recent latest newest reciente* ultim* poslednj* najnov* najskor* fundit* senast* letzte* neueste* dernier* recente* ostann* אחרונ* اخر*',
  end: 'end* until last kraj zavrset* fim fin hasta termino slut ende bis bitis sfarsit mbarim* סיום نهاية*',
  year: 'year yr ano anio godina godini rik vit viti an anul ar jahr yil annee שנה سنة',
  time: 'time hour hours hr hora horario heure vreme vrijeme cas sat ora ore koha chas tid tidpunkt klocka* uhrzeit stunde saat* שעה* ساعة* وقت*',
  country:
    'country countries pais pays land landet zemlja drzava derzhava krayina strana shtet* tara stat ulke מדינה* دولة* بلد iso2 iso3 nation',
  region:
    'region* state province* provinc* il ili estado uf oblast* okrug* zupanij* kanton* qark* judet* lan county bundesland departament* departement* ' +
    'governorate vilayet adm adm1 admin1 מחוז* محافظة*',
  place:
    'city cities town towns location* place* municip* settlement* village* localit* cidade* ciudad* localidad* canton grad mesto mjesto naselje* opstina opcina qytet* vend ' +
    'vendi oras* misto gorod* naselen* ort stad kommun komun* tatort ville commune comune stadt gemeinde sehir ilce עיר* ישוב* יישוב* مدينة* بلدة* boro',
  name: 'name names nome nombre nom naziv ime imja nazva nume emri emer namn ad adi nazwa שם اسم',
  lon: 'lon lng long longitud* laenge lange duzina dalzhina dovhota gjatesi* langengrad laengengrad boylam x אורך طول',
  lat: 'lat latitud* breite sirina shirina shyrota gjeresi* breitengrad enlem y רוחב عرض',
  coordinates: 'coord* gps geo geom* point* wkt location* koordinat* position* נצ נ احداثيات*',
  killed,
  injured,
  threatened,
  suicides: suicide,
  total: 'total* ukupn* sum suma all gesamt* totalt toplam* vsego vsichk* usogo gjithsej* ensemble סהכ סה مجموع* اجمالي*',
  low: 'low lower min minimum* minim*',
  high: 'high upper max maximum* maxim*',
  perpetrator,
  victim,
  sex: 'sex sexo sexe gender genero genre pol spol stat gjini* gjinia gen kon geschlecht* cinsiyet* מין מגדר جنس',
  age: 'age ages idade edad godine starost* dob vozrast* vazrast vik mosha moshe* varsta alder alter yas yasi גיל* عمر*',
  outcome:
    'outcome* status* situac* condition* estado ishod* stanje* sastoyan* stan gjendj* rezultat* utfall* zustand* folge* durum* sonuc* etat* מצב* תוצאה* حالة* نتيجة*',
  role: 'role* rol uloga papel tipo type participant* roli roll rolle* תפקיד* دور صفة',
  relationship: 'relation* relac* odnos* vrazka* zviazok marredhen* relat* beziehung* verhaltnis* iliski* קשר علاقة* vinculo',
  type: 'type* kind* crm kvalifik* categor* motiv* reason* cause* offence* offense* crime* reato* tipo* tip vrsta* vid vyd lloj* cauza* delit* brott* handelse* delikt* kategor* art typ* tur turu olay suc nature* circumstance* סוג* נסיבות* נוע* نوع*',
  officerInvolved: 'officer+involv* police+involv* ois',
  weapon: 'weapon* gun* firearm* arma armas arme armes oruz* oruzj* zbro* orazh* vapen* waffe* tatmittel* silah* נשק* سلاح* اسلحة*',
  count:
    'count number num n no broj brojka numero cantidad antal anzahl sayi* quantity qty nombre numar kilkist broi numri מספר عدد',
  setting:
    'location* setting* local lugar* mesto mjesto site* premis* venue* scene* plats* tatort ort lieu* yer yeri מקום* مكان* locatie* misce vendi',
  urbanity: 'urban* rural* area* zona*',
  partOfDay: 'part range period* turno doba tid jornada time',
  source: 'source* fonte* fuente* izvor* burim* sursa* kalla* quelle* kaynak* dzherel* iztochnik* מקור* مصدر* link* url* href',
  incident:
    'incident* event* case* ocorrencia* evento* caso* dogad* sluca* slucha* podi* sabiti* handelse* ereign* olay* arende* אירוע* תיק* حادث* وقوع*',
  key: 'id ids key case caso serial num n nº nomer* prepisk* uid uuid guid code number numero no nr broj sifra identif* ref reference clave codigo folio* expedient* kod kodi diarie* aktenzeichen dossier מספר* מזהה* رقم* معرف*',
  /** Numbers that programs give to rows, which are others the next time. */
  rowNumber: 'index unnamed rb fid ogc objectid row rownum',
} as const;

/** Other ways to harm somebody than by a weapon of this list, and than by a blade. */
const noFirearm =
  'contundent* contond* blunt object* objet* predmet* gegenstand* foremal tup tupi tupim trubbig* stumpf* strangul* estrangul* etrangl* strangol* strypning* ' +
  'erwurg* davljenj* udush* asphyx* asfixi* suffocat* poison* venen* otrov* vergift* fists golpes fuerza forca force fisic* physical';
const anyFirearm = 'firearm* gun atesli fuego fogo vatren* vogne* ognestr* skjutvapen schusswaffe*';

/** What has been added up so far. */
export const cumulative = 'cumulative* cumulat* cumul* kumul* acumulad*';

/** By which words a value of a column means a code; the first code that has a word of it counts. */
const valueWords: { readonly [Name in VocabularyName]?: Readonly<Record<string, string>> } = {
  type: {
    suicide,
    domestic_violence:
      'domestic* family famil* familj* porodic* obitelj* semej* simejn* domashn* femicid* feminicid* partner* spous* intrafamil* hauslich* ' +
      'conjugal* aile* relationsvald* משפח* عائل* اسر* منزلي*',
    weapon_theft:
      'weapon*+theft* theft*+firearm* krad*+oruz* roubo+arma* robo+arma* stold+vapen* vol+armes waffendiebstahl גניבת+נשק سرقة+سلاح',
    weapon_seizure:
      'seiz* confiscat* zaplen* zaplij* zaplijen* apreens* apreend* incaut* decomis* sekuestr* konfisk* beslag* saisie* sicherstell* beschlagnahm* ' +
      'izzet* vyluch* iliuch* תפיס* ضبط* مصادر* possess*+firearm* possess*+gun* posse+arma* porte+arma* port+arme* portacion*+arma* ' +
      'tenencia*+arma* posed*+oruz* posjed*+oruz* drzanj*+oruz* pritezhan*+orazh* zberig*+zbro* mbajtj*+arm* detiner*+arm* innehav*+vapen* besitz*+waffe* ' +
      'bulundurma*+silah* waffenfund* recover*+firearm* recover*+weapon* recover*+gun*',
    police_encounter: 'police policij* policia* policial* polici* polits* officer* polis polisen* polizei* משטר* שוטר* شرط*',
    criminal_context:
      'robber* roub* robo asalt* assalt* razbojn* pljack* hrabez* grabez* grabit* grabizh* obir* ran vjedhj* jaf* talhar* raub* rozbi* uberfall* vol+main braquage* reglement+compte* soygun* gasp* rapin* banditry bandit bandits cattle+raid* cattle+rustl* home+invasion* bandenkriminal* ' +
      'gang* organi* mafi* drug drugs narco* narko* trafic* traffick* latrocin* extor* iznud* sicari* שוד* סחיט* כנופי* עברייני* سرق* سطو* سلب* عصاب*',
    celebratory_shooting:
      'celebrat* wedding* svadb* slavlj* vesil* festiv* dasm* nunt* brollop* hochzeit* dugun* kutlama* boda חתונ* חגיג* عرس* زفاف* افراح* احتفال*',
    accidental_shooting:
      'accidental* acidental* unintention* negligent* slucajn* nehotic* fahrlass* sluchayn* neostorozh* vypadkov* aksident* bala+perdida involunt* vadas* kaza תאונ* פליט* عرضي*',
    political_or_extremist: 'terror* politic* extrem* ekstrem* טרור* לאומני* ارهاب* سياس*',
    armed_conflict: 'armed+conflict* battle* shelling* granatir*',
    public_dispute:
      'disput* quarrel* argument* brawl* fight* briga* rina* pelea* discusion* svad* tuc* sukob* kavg* poboy* tepach* sherr* skandal* sbivan* svarka* konflikt* cearta* ' +
      'bataie* brak lite rissa risse streit* schlager* rixe* bagarre* קטט* סכסוכ* شجار* نزاع* خلاف*',
    undetermined_explosion:
      'explos* eksploz* bomb* grenad* granad* granat* vibuh* vybuh* vzriv* shperth* detona* spreng* sprang* patlama* פיצוץ* מטען* רימון* انفجار* قنبل*',
    undetermined_shooting:
      `${homicide} ` +
      'shoot* shot* gunfire discharge* firearm* tiro* tirote* dispar* balac* pucnj* pucanj* pucnjav* ' +
      'impusc* strel* strilyan* strilb* skjut* skott* schuss schusse schussabgabe* schusswechsel* schies* tir tirs fusillade* ates* silahli* silahla oldurme* yaralama* ' +
      'ירי* اطلاق*',
    other: `${other} possess*`,
  },
  weapon_class: {
    /** No weapon at all, which is not one that is not reported. */
    [noWeapon]:
      'unarmed* desarmad* nenaoruzan* nevooruzh* bezoruzh* neozbroi* neinarmat* unbewaffnet* obevapn* silahsiz* ' +
      'no+weapon* without+weapon* sem+arma* sin+arma* sin+empleo+arma* bez+oruz* sans+arme*',
    gas_pistol: 'gas kurusiki gaz* gasn* gasni schreckschuss* plinsk* gasov* startpist* signaln* signal',
    air_gun: 'air pneumat* vazdus* zracn* luft* airsoft* pellet* bb aire+comprimido ar+comprimido',
    ammunition: 'ammun* munic* munit* fishek* cephane* cartridge* naboj* patron* תחמושת* ذخير*',
    explosive:
      'explos* eksploz* bomb* grenad* granad* granat* vibuh* vybuh* vzriv* sprang* handgranat* spreng* patlay* רימון* מטען* قنبل* متفجر*',
    pyrotechnic: 'pyrotech* pirotehn* firework* petard* vatromet* fyrverk* feuerwerk* foguet*',
    automatic_or_military:
      'automat* avtomat* ak* kalas* kallash* assault* asalto militar* vojn* mitralj* machine+gun* submachine* fuzil* metralh* metrall* subfusil* ' +
      'uzi otomatik* maschinen* kulsprut* סער* עוזי m16 kpist رشاش*',
    handgun: 'handgun* hand+gun* pistol* revolver* rivolver* pishtoll* tabanca* אקדח* مسدس* faustfeuer*',
    rifle_or_shotgun:
      'rifle* shotgun* gjah* pusk* lovack* karabin* sacmar* escopet* espingard* carabin* fusil* gevar* hagelgevar* jaktgev* gewehr* flinte* fucil* pushk* pusca ' +
      'rushn* tufek* tufeg* רובה* بندقي* long+gun*',
    bladed:
      'knife* knives kniv* noz nozem nozom faca cuchill* arma+blanca armas+blancas arma+branca armas+brancas arma+bianca armi+bianche arme+blanche ' +
      'armes+blanches arma+alba arme+albe hladn*+oruz* hladn*+orazh* ladn*+oruz* kholodn*+zbro* holodn*+zbro* ftoht*+arm* arm+ftoht* cortopunz* punzocort* ' +
      'cortant* punzant* coltell* kesici blade* bladed sharp stab stabbing stichwaffe* hiebwaffe* stickvapen messer* thik* cutit* nizh bicak* machete* סכין* سكين*',
    other: `${noFirearm} ${other}`,
    not_reported: `${anyFirearm} ${unknown}`,
  },
  sex: {
    woman:
      'f w k z female* woman* women* girl* zen* zhen* zhin* mulher* fem* mujer* kvinn* flick* frau* weibl* kadin* fille* נ נקבה אישה انثى* امرا*',
    man: 'm h male* man men boy* mus* muz* muzh* mazh* cholov* homem masc* hombre* varon* mashkull* barbat* pojk* mann* erkek* homme* garcon* ז זכר גבר ذكر* رجل*',
    not_reported: `x divers diverse non+binar* nonbinar* transgender* ${unknown}`,
  },
  person_outcome: {
    suicide,
    killed,
    injured,
    threatened,
    unharmed: 'unharmed* uninjured ileso* ilesa* nepovred* neozled* unverletz* oskadd* indemne* ללא+פגיעה سليم* سالم*',
    not_reported: unknown,
  },
  person_role: { victim, perpetrator },
  relationship: {
    intimate_partner:
      'partner* spous* wife husband girlfriend boyfriend suprug* supruz* espos* marido* companheir* conyug* sambo bashkeshort* ehe* conjoint*',
    family_member:
      'father mother brother sister son daughter famil* parent* relativ* rodak* rodbin* otac majka brat sestra padre madre herman* pai mae irmao* slakting verwandt* akraba*',
    acquaintance:
      'acquaint* friend* neighbo* colleague* poznani* prijatelj* komsi* susjed* amig* vizinh* vecin* conhecid* conocid* bekant* granne* nachbar* ami voisin*',
    law_enforcement: 'police* polic* officer*',
    stranger: 'stranger*',
    other,
    not_reported: unknown,
  },
  setting: {
    school: 'school* escola* escuel* skol* shkoll* schul* okul* ecole* univers* בית+ספר مدرس*',
    hospitality:
      'bar bars diner motel club* cafe* kafi* kafan* restaur* hotel* night* disco* diskot* ugost* pub krog* kneip* gaststatt* מסעד* מועדון* مطعم* مقهى*',
    border_crossing: 'border* granicn* fronter* fronteir* grans grenz* kufi*',
    home: 'home hous house* housing residen* dwell* dwelling* apartment* apt pvt kuca* kuci stan dom casa vivienda* domicil* bostad* lagenhet* wohnung* haus shtepi* banes* locuin* konut* maison* בית דירה منزل* بيت*',
    workplace:
      'work* shop* store* grocery* bodega supermarket* salon commercial deli office* trgovin* prodavn* loja* tienda* butik* geschaft* dyqan* comerci* supermerc* bank* עסק* חנות* متجر* محل*',
    road: 'road* transport* vehicle* car autom* carro* veicul* vehicul* rodovia* carretera* auto* vozil* fahrzeug* arac* makin* masin* כביש* רכב* طريق* سيارة* transit*',
    street:
      'street* rua via+publica calle* ulic* vulyts* ulits* trg rrug* strad* gata* torg strasse* platz sokak* cadde* rue park* רחוב* شارع* public*',
    nature: 'forest* sum* woods bosque* river* skog* wald* orman* pyll* padur* יער* غاب*',
    other,
    not_reported: unknown,
  },
  urbanity: { urban: 'urban* city', rural: 'rural* village* selo', not_reported: unknown },
  source_kind: {
    media: 'media* press* impren* prensa* medij* medii* novin* news* stamp* shtyp* zmi presse* basin* תקשורת* اعلام* صحاف*',
    official: 'polic* polits* polis* offic* sluzben* minist* oficial* amtlich* resmi* government* משטר* رسم* شرط*',
    ngo: 'ngo ong nvo civil*',
    other,
  },
  part_of_day: {
    night: 'night* noite noche madrugada natt* noc nochu nate noapte* nich nacht* gece* nuit* לילה* ليل*',
    morning: 'morning* manha manana morgon* jutr* ujutr* mengjes* dimineat* ranok sutrin* vormittag* sabah* matin* בוקר* صباح*',
    afternoon: 'afternoon* tarde* eftermiddag* popodne* poslijepodne pasdite* amiaz* nachmittag* apres* צהריים* ظهر*',
    evening: 'evening* kvall* vece* mbremj* seara vechir* vecher* abend* aksam* soir* ערב* مساء*',
  },
  age_band: {
    '0-18': 'child* crianc* adolesc* minor nino* nina* dete deca barn kind kinder femij* copil* cocuk* enfant* ילד* طفل*',
    not_reported: unknown,
  },
};

/** What a column of flags says. */
export const flagWords = {
  yes: 'yes y true 1 sim si s da tak ja oui evet po כן نعم',
  no: 'no n false 0 nao ne ni nu nej nein non hayir jo לא لا',
} as const;

type Matcher = (tokens: ReadonlySet<string>) => number;

/** How many tokens of a text are among the words of a list. */
function matcher(words: string): Matcher {
  const patterns = withoutFinals(words)
    .split(/\s+/)
    .map((word) => word.split('+').map(patternOf));
  return (tokens) =>
    new Set(
      patterns.flatMap((parts) => {
        const found = parts.map((fits) => [...tokens].filter(fits));
        return found.every((one) => one.length > 0) ? found.flat() : [];
      }),
    ).size;
}

function patternOf(word: string): (token: string) => boolean {
  if (!word.endsWith('*')) return (token) => token === word;
  const start = word.slice(0, -1);
  return (token) => token.startsWith(start);
}

/** The words of a text as the lists have them: folded, Cyrillic in Latin letters, and also without an article before them. */
export function tokensOf(text: string): ReadonlySet<string> {
  const spaced = text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replaceAll(/\bsemi[- ]/gi, 'semi');
  const words = romanised(spaced).flatMap((one) => withoutFinals(foldText(one)).match(/[\p{L}]+|\p{N}+/gu) ?? []);
  return new Set(words.flatMap((word) => [word, ...(/^(?:ال|ה)\p{L}{2}/u.test(word) ? [word.replace(/^(?:ال|ה)/, '')] : [])]));
}

/** Hebrew letters at the end of a word as they are in the middle. */
function withoutFinals(text: string): string {
  return text.replaceAll(/[ךםןףץ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
}

const once = new Map<string, Matcher>();

/** How many tokens are among words. */
export function matched(words: string, tokens: ReadonlySet<string>): number {
  const known = once.get(words) ?? matcher(words);
  once.set(words, known);
  return known(tokens);
}

/**
 * The code of a vocabulary that a value of a file means; undefined if no word of it is known, or one is not: that may name somebody.
 * @param isAny whether one known word is enough
 */
export function codeOf(name: VocabularyName, value: string, isAny = false): string | undefined {
  const vocabulary: Vocabulary = vocabularies[name];
  const folded = foldText(value);
  const own = vocabulary.terms.find(({ code, label }) => code === value || foldText(label) === folded);
  if (own) return own.code;
  const words = valueWords[name] ?? {};
  const known = everyWord.get(name) ?? [...Object.values(words), unknown, common].join(' ').replaceAll('+', ' ');
  everyWord.set(name, known);
  if (!isAny && !hasOnly(known, value)) return undefined;
  const tokens = tokensOf(value);
  return Object.entries(words).find(([, some]) => matched(some, tokens) > 0)?.[0];
}

/** Words that say nothing by themselves, and others of what such files are about. */
const common =
  `${attempted} ` +
  'a an of the and or by with without in at on from to de da do das dos la el los las un una uno con sin por em en na no com sem para ao e y o ou et du des ' +
  'le les au aux avec sans par di i u sa s od za po ili med mot och eller av den det en ett der die das ein eine mit ohne und oder von am im z w dhe me nga ' +
  'te si prin cu din ve ile fire fuego fogo firearm* arma armas arm armed mano gun weapon* vatren* oruz* intent* ' +
  'violen* nasilj* nasilstv* nasylstv* gewalt* siddet* vald dhune dhuna nara relation cattle home made homemade hechiz* artesanal* intencional* volontaire* kasten alet aletle silah av ici ne ' +
  'schwer schwere leicht leichte tesko lako lakse vazhko lehko legko agir hafif grave leve severe* minor aggravated simple first second cargas carga cis illegal* ilegal* ilicit* unlawful* unlicen* nelegal* nezakon* nedozvol* nepovlast* neovlast* olaglig* unerlaubt* ruhsatsiz* action operation acao operacao encontro multi build building bldg attack* napad* napadeni* ataque* sulm* atac* angrepp* angriff* saldiri* pobut* bytov* street armed* ozbroj* oruzhn*';

const everyWord = new Map<VocabularyName, string>();

/** True for a text all of whose words are among words, or single numbers. */
function hasOnly(known: string, text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words.every((word) => (/^\p{N}/u.test(word) ? word.length <= 3 : matched(known, tokensOf(word)) > 0));
}

/** What a text says in a column of numbers of people: nobody, or a number before words that are those of the field; undefined if neither. */
export function countOf(field: 'suicides' | 'killed' | 'injured' | 'threatened', text: string): string | undefined {
  const { sex, person_role: role } = valueWords;
  const own = [headerWords[field], common, 'person* people persons', role!.victim, sex!.man, sex!.woman].join(' ').replaceAll('+', ' '); // prettier-ignore
  const number = /^\D?\d+(?:\s*[-–—]\s*\d+|\+)?(?=[\s(])/.exec(text)?.[0];
  const rest = text.slice(number?.length);
  if (number !== undefined) return /\p{N}/u.test(rest) || !hasOnly(own, rest) ? undefined : number;
  return matched(nobody, tokensOf(text)) > 0 && hasOnly(`${nobody} ${own}`, text) ? '0' : undefined;
}

/** True for a word of a column of weapons that means no weapon, a blade, or another way to harm somebody than with a weapon. */
export function isNoFirearm(text: string): boolean {
  const code = codeOf('weapon_class', text);
  const has = (words: string) => matched(words, tokensOf(text)) > 0;
  return code === noWeapon || (code === 'bladed' && !has(anyFirearm)) || (code === 'other' && has(noFirearm));
}

const unknownWords = `${unknown} ${common}`.replaceAll('+', ' ');

/** True for a word that means "not known". */
export function isUnknown(value: string): boolean {
  const isKnown = matched(unknown, tokensOf(value)) > 0 && hasOnly(unknownWords, value);
  return isKnown || /^(?:[-–—?.*]+|-9+)$/.test(value);
}
