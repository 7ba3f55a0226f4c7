import { foldText } from '@monitor/domain';

/**
 * Other names of the regions, for finding them: Natural Earth's in English, Russian, Ukrainian and the local language, with
 * its mistakes left out, and what is missing there.
 */

/** Units whose names are those of another place, or are of a part of the region only. */
const misnamed = new Set([
  'HRV-1604',
  'SRB-833',
  'MDA-1652',
  'MDA-1645',
  'MDA-1637',
  'MDA-1638',
  'MDA-1650',
  'MDA-1628',
  'BLR-4825',
  'USA-3556',
]);

const wrongNames = new Set([
  'Kosova',
  'Kossovo',
  'Dobritch',
  'Dobrici',
  'Bazargic',
  'Hagi Oglu',
  'Federation of Bosnia and Herzegovina',
  'Danube',
  'Stalin',
]);

const added = {
  'AL-11': ['Tirana'],
  'BA-01': ['Una-Sana', 'Una-Sana Canton', 'Unsko-sanska županija'],
  'BA-02': ['Posavina', 'Županija Posavska'],
  'BA-03': ['Tuzla'],
  'BA-04': ['Zenica-Doboj'],
  'BA-05': ['Bosnian-Podrinje', 'Bosansko-podrinjski kanton Goražde', 'Goražde'],
  'BA-06': ['Central Bosnia'],
  'BA-07': ['Herzegovina-Neretva', 'Hercegovačko-neretvanska županija'],
  'BA-08': ['West Herzegovina', 'Zapadnohercegovačka županija'],
  'BA-09': ['Sarajevo', 'Kanton Sarajevo', 'Sarajevo Canton'],
  'BA-10': ['Canton 10', 'Livno', 'Hercegbosanska županija', 'Herceg-Bosna', 'Livanjski kanton'],
  'BA-BRC': ['Brčko', 'Brčko District', 'Брчко дистрикт'],
  'BG-22': [
    'Sofia-grad',
    'Sofia (stolitsa)',
    'Sofia-Capital',
    'Grad Sofiya',
    'София-град',
    'София (столица)',
    'Столична',
    'Столична община',
  ],
  'BG-23': ['Sofia', 'София', 'Софийска'],
  'BY-HM': ['Horad Minsk', 'City of Minsk', 'Minsk City', 'горад Мінск', 'город Минск'],
  'BY-MI': ['Minsk'],
  'HR-11': ['Požega-Slavonia', 'Požeško-slavonska županija'],
  'HR-12': ['Brod-Posavina', 'Brodsko-posavska županija'],
  'HR-21': ['Zagreb', 'City of Zagreb'],
  'MD-DU': ['Dubossary', 'Дубоссары'],
  'MD-GA': ['Gagauzia', 'UTA Gagauzia', 'Гагаузия'],
  'MD-SN': [
    'Transnistria',
    'Transdniestria',
    'Left Bank of the Dniester',
    'Stânga Nistrului',
    'Stînga Nistrului',
    'Bender',
    'Приднестровье',
  ],
  'MK-001': ['Vardar Region', 'Вардарски'],
  'MK-002': ['Eastern', 'East Region', 'Источен'],
  'MK-003': ['Southwestern', 'South-West', 'Југозападен'],
  'MK-004': ['Southeastern', 'South-East', 'Југоисточен'],
  'MK-005': ['Pelagonija', 'Пелагониски'],
  'MK-006': ['Polog Region', 'Полошки'],
  'MK-007': ['Northeastern', 'North-East', 'Североисточен'],
  'MK-008': ['Skopje Region', 'Скопски', 'Greater Skopje'],
  'RO-B': ['Bucharest', 'Bucuresti', 'Municipiul București'],
  'RS-00': ['Belgrade', 'City of Belgrade', 'Grad Beograd', 'Београд'],
  'RS-01': ['Severnobački', 'Севернобачки'],
  'RS-02': ['Srednjobanatski', 'Средњобанатски', 'Central Banat'],
  'RS-03': ['Severnobanatski'],
  'RS-04': ['Južnobanatski'],
  'RS-05': ['Zapadnobački'],
  'RS-06': ['Južnobački'],
  'RS-13': ['Pomoravski', 'Pomoravlje', 'Поморавски'],
  'RS-19': ['Rasinski', 'Rasina', 'Расински'],
  'UA-12': ['Dnipro', 'Dnepropetrovsk'],
  'UA-30': [
    'Kyiv misto',
    'Misto Kyiv',
    'City of Kyiv',
    'Kiev City',
    'Kiev Special Republican city',
    'м. Київ',
    'місто Київ',
    'город Киев',
  ],
  'UA-32': ['Kyiv', 'Kiev', 'Київ', 'Київська', 'Киев', 'Киевская', 'Kyivska'],
  'UA-35': ['Kropyvnytskyi'],
  'UA-40': ['Misto Sevastopol', 'Севастополь', 'City of Sevastopol'],
  'UA-43': ['Autonomous Republic of Crimea', 'AR Crimea', 'Крим', 'Крым', 'Автономна Республіка Крим'],
  'US-DC': ['D.C.', 'Washington, D.C.', 'Washington DC'],
  'XK-01': ['Ferizaj', 'Uroševac', 'Урошевац'],
  'XK-02': ['Gjakovë', 'Gjakova', 'Đakovica', 'Ђаковица'],
  'XK-03': ['Gjilan', 'Gnjilane', 'Гњилане'],
  'XK-04': ['Mitrovicë', 'Mitrovica', 'Kosovska Mitrovica', 'Митровица', 'Косовска Митровица'],
  'XK-05': ['Pejë', 'Peja', 'Peć', 'Пећ'],
  'XK-06': ['Prishtinë', 'Prishtina', 'Pristina', 'Priština', 'Приштина'],
  'XK-07': ['Призрен'],
};

/**
 * Names by region code. The units are Natural Earth's, with `region` as this system codes it. What is printed or added here
 * for one region is no other name of another ("Zagreb" is the city, not the county around it).
 */
export function regionNames(units, regions) {
  const owners = new Map();
  for (const { code, jurisdiction, name } of regions) {
    for (const own of [name, ...(added[code] ?? [])]) owners.set(`${jurisdiction} ${foldText(own)}`, code);
  }
  const names = new Map(regions.map(({ code }) => [code, new Set(added[code] ?? [])]));
  for (const { region, jurisdiction, properties } of units) {
    if (!region || jurisdiction === 'XK' || jurisdiction === 'MK' || misnamed.has(properties.adm1_code)) continue;
    for (const name of namesOfUnit(properties)) {
      const owner = owners.get(`${jurisdiction} ${foldText(name)}`) ?? region;
      if (owner === region && !wrongNames.has(name)) names.get(region).add(name);
    }
  }
  return Object.fromEntries(regions.map(({ code, name }) => [code, [...names.get(code)].filter((other) => other !== name)]));
}

function namesOfUnit({ name, name_alt, name_local, name_en, name_ru, name_uk, gn_name, woe_name }) {
  return [name, ...(name_alt ?? '').split('|'), name_local, name_en, name_ru, name_uk, gn_name, woe_name]
    .map((text) => (text ?? '').trim())
    .filter((text) => text !== '');
}
