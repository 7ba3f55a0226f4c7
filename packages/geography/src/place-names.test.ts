import { beforeAll, expect, test } from 'vitest';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

/**
 * The capital first, then ten large places: name as printed, then names in English and in the official languages and scripts of the
 * location, with and without diacritics.
 */
const namesByLocation: Readonly<Record<string, readonly (readonly [printed: string, ...others: string[]])[]>> = {
  AL: [
    ['Tiranë', 'Tirana', 'Tirane'],
    ['Durrës', 'Durres'],
    ['Vlorë', 'Vlora', 'Vlore'],
    ['Elbasan', 'Elbasani'],
    ['Shkodër', 'Shkodra', 'Shkoder'],
    ['Korçë', 'Korça', 'Korce', 'Korca'],
    ['Fier', 'Fieri'],
    ['Berat', 'Berati'],
    ['Lushnjë', 'Lushnja', 'Lushnje'],
    ['Kavajë', 'Kavaja', 'Kavaje'],
    ['Gjirokastër', 'Gjirokastra', 'Gjirokaster'],
  ],
  BA: [
    ['Sarajevo', 'Сарајево'],
    ['Banja Luka', 'Бања Лука'],
    ['Tuzla', 'Тузла'],
    ['Zenica', 'Зеница'],
    ['Mostar', 'Мостар'],
    ['Bijeljina', 'Бијељина'],
    ['Brčko', 'Brcko', 'Брчко'],
    ['Bihać', 'Bihac', 'Бихаћ'],
    ['Prijedor', 'Приједор'],
    ['Trebinje', 'Требиње'],
    ['Doboj', 'Добој'],
  ],
  XK: [
    ['Prishtinë / Priština', 'Pristina', 'Prishtina', 'Prishtinë', 'Priština', 'Приштина'],
    ['Prizren', 'Prizreni', 'Призрен'],
    ['Ferizaj / Uroševac', 'Ferizaj', 'Urosevac', 'Урошевац'],
    ['Pejë / Peć', 'Peja', 'Pejë', 'Peć', 'Pec', 'Пећ'],
    ['Gjakovë / Đakovica', 'Gjakova', 'Gjakovë', 'Djakovica', 'Đakovica', 'Ђаковица'],
    ['Mitrovicë / Mitrovica', 'Mitrovica', 'Mitrovicë', 'Kosovska Mitrovica', 'Косовска Митровица'],
    ['Gjilan / Gnjilane', 'Gjilan', 'Gnjilane', 'Гњилане'],
    ['Podujevë / Podujevo', 'Podujeva', 'Podujevo', 'Подујево'],
    ['Vushtrri / Vučitrn', 'Vushtrri', 'Vucitrn', 'Вучитрн'],
    ['Suharekë / Suva Reka', 'Suhareka', 'Suva Reka', 'Сува Река'],
    ['Rahovec / Orahovac', 'Rahovec', 'Orahovac', 'Ораховац'],
  ],
  MD: [
    ['Chișinău', 'Chisinau', 'Kishinev', 'Кишинев', 'Кишинёв'],
    ['Bălți', 'Balti', 'Бельцы'],
    ['Tiraspol', 'Тирасполь'],
    ['Bender', 'Tighina', 'Bendery', 'Бендеры'],
    ['Cahul', 'Кагул'],
    ['Ungheni', 'Унгены'],
    ['Soroca', 'Сороки'],
    ['Orhei', 'Оргеев'],
    ['Comrat', 'Комрат'],
    ['Edineț', 'Edinet', 'Единцы'],
    ['Dubăsari', 'Dubasari', 'Дубоссары'],
  ],
  ME: [
    ['Podgorica', 'Подгорица'],
    ['Nikšić', 'Niksic', 'Никшић'],
    ['Pljevlja', 'Пљевља'],
    ['Bijelo Polje', 'Бијело Поље'],
    ['Cetinje', 'Цетиње'],
    ['Bar', 'Бар'],
    ['Herceg Novi', 'Херцег Нови'],
    ['Berane', 'Беране'],
    ['Budva', 'Будва'],
    ['Kotor', 'Котор'],
    ['Ulcinj', 'Ulqin', 'Улцињ'],
  ],
  MK: [
    ['Скопје', 'Skopje', 'Shkup'],
    ['Битола', 'Bitola', 'Manastir'],
    ['Куманово', 'Kumanovo', 'Kumanova'],
    ['Прилеп', 'Prilep'],
    ['Тетово', 'Tetovo', 'Tetova', 'Tetovë'],
    ['Велес', 'Veles'],
    ['Штип', 'Stip', 'Štip', 'Shtip'],
    ['Охрид', 'Ohrid', 'Ohër'],
    ['Гостивар', 'Gostivar'],
    ['Струмица', 'Strumica'],
    ['Кавадарци', 'Kavadarci'],
  ],
  RS: [
    ['Beograd', 'Belgrade', 'Београд'],
    ['Novi Sad', 'Нови Сад', 'Újvidék'],
    ['Niš', 'Nis', 'Nish', 'Ниш'],
    ['Kragujevac', 'Крагујевац'],
    ['Subotica', 'Суботица', 'Szabadka'],
    ['Zrenjanin', 'Зрењанин'],
    ['Pančevo', 'Pancevo', 'Панчево'],
    ['Čačak', 'Cacak', 'Чачак'],
    ['Kraljevo', 'Краљево'],
    ['Novi Pazar', 'Нови Пазар'],
    ['Šabac', 'Sabac', 'Шабац'],
  ],
  BY: [
    ['Мінск', 'Minsk', 'Минск'],
    ['Гомель', 'Gomel', 'Homyel', 'Homiel'],
    ['Магілёў', 'Mogilev', 'Mahilyow', 'Могилёв', 'Могилев'],
    ['Віцебск', 'Vitebsk', 'Vitsyebsk', 'Витебск'],
    ['Гродна', 'Grodno', 'Hrodna', 'Гродно'],
    ['Брэст', 'Brest', 'Брест'],
    ['Бабруйск', 'Bobruisk', 'Babruysk', 'Бобруйск'],
    ['Баранавічы', 'Baranovichi', 'Baranavichy', 'Барановичи'],
    ['Барысаў', 'Borisov', 'Barysaw', 'Борисов'],
    ['Пінск', 'Pinsk', 'Пинск'],
    ['Орша', 'Orsha'],
  ],
  UA: [
    ['Київ', 'Kyiv', 'Kiev', 'Киев'],
    ['Харків', 'Kharkiv', 'Kharkov', 'Харьков'],
    ['Одеса', 'Odesa', 'Odessa', 'Одесса'],
    ['Дніпро', 'Dnipro', 'Днепр'],
    ['Донецьк', 'Donetsk', 'Донецк'],
    ['Запоріжжя', 'Zaporizhzhia', 'Zaporizhzhya', 'Запорожье'],
    ['Львів', 'Lviv', 'Львов'],
    ['Кривий Ріг', 'Kryvyi Rih', 'Кривой Рог'],
    ['Миколаїв', 'Mykolaiv', 'Николаев'],
    ['Луганськ', 'Luhansk', 'Lugansk', 'Луганск'],
    ['Сімферополь', 'Simferopol', 'Симферополь'],
  ],
  BG: [
    ['София', 'Sofia'],
    ['Пловдив', 'Plovdiv'],
    ['Варна', 'Varna'],
    ['Бургас', 'Burgas'],
    ['Стара Загора', 'Stara Zagora'],
    ['Русе', 'Ruse', 'Rousse'],
    ['Плевен', 'Pleven'],
    ['Сливен', 'Sliven'],
    ['Добрич', 'Dobrich'],
    ['Шумен', 'Shumen'],
    ['Перник', 'Pernik'],
  ],
  HR: [
    ['Zagreb', 'Загреб'],
    ['Split', 'Spalato'],
    ['Rijeka', 'Fiume'],
    ['Osijek', 'Осијек'],
    ['Zadar', 'Zara'],
    ['Slavonski Brod'],
    ['Pula', 'Pola'],
    ['Karlovac'],
    ['Sisak'],
    ['Varaždin', 'Varazdin'],
    ['Dubrovnik', 'Ragusa'],
  ],
  RO: [
    ['București', 'Bucharest', 'Bucuresti', 'Bucureşti'],
    ['Cluj-Napoca', 'Cluj Napoca', 'Kolozsvár'],
    ['Timișoara', 'Timisoara', 'Temesvár'],
    ['Iași', 'Iasi', 'Jassy'],
    ['Constanța', 'Constanta'],
    ['Craiova'],
    ['Brașov', 'Brasov', 'Brassó'],
    ['Galați', 'Galati'],
    ['Ploiești', 'Ploiesti'],
    ['Oradea', 'Nagyvárad'],
    ['Sibiu', 'Hermannstadt'],
  ],
};

const rows = Object.entries(namesByLocation).flatMap(([code, places]) =>
  places.map(([printed, ...others]) => [code, printed, [printed, ...others]] as const),
);

test.each(rows)(
  'in %s, an import finds %s by its names in English and in the official languages',
  (jurisdiction, printed, names) => {
    expect(names.map((name) => [name, gazetteer.findPlace(name, { jurisdiction })?.name])).toEqual(
      names.map((name) => [name, printed]),
    );
  },
);

test.each(rows)(
  'in %s, a search finds %s by its names in English and in the official languages',
  (jurisdiction, printed, names) => {
    const found = (text: string) =>
      gazetteer.searchPlaces(text).some((place) => place.jurisdiction === jurisdiction && place.name === printed);
    expect(names.filter((name) => !found(name))).toEqual([]);
  },
);
