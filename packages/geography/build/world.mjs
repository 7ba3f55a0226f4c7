import { foldText } from '@monitor/domain';
import polylabel from 'polylabel';
import { feature, quantize } from 'topojson-client';
import { filter, presimplify, simplify } from 'topojson-simplify';
import { dissolve } from './topology.mjs';

/**
 * What is known of each location outside the region: one file each, which is read when incidents lie there. Names and codes of its regions
 * are those of Natural Earth, without its mistakes that can be told by rule.
 */

/** About 500 m. Natural Earth is right to a kilometre. Degrees. */
const tolerance = 0.005;

/** Names that are cut off or mistyped, are those of a part, of the whole or of a neighbour, or have been replaced. */
const corrections = {
  'AF-DAY': 'Daykundi',
  'AF-PAN': 'Panjshir',
  'AZ-LA': 'Lankaran City',
  'BT-31': 'Sarpang',
  'CU-03': 'La Habana',
  'DK-85': 'Sjælland',
  'DO-07': 'Elías Piña',
  'GB-LND': 'City of London',
  'GB-SHN': 'St Helens',
  'GB-WRL': 'Wirral',
  'HU-VM': 'Veszprém City',
  'IQ-KI': 'Kirkuk',
  'KZ-ALA': 'Almaty',
  'KZ-ALM': 'Almaty Region',
  'LA-VT': 'Vientiane Prefecture',
  'LR-GP': 'Gbarpolu',
  'MG-A': 'Toamasina',
  'MG-D': 'Antsiranana',
  'MG-F': 'Fianarantsoa',
  'MG-M': 'Mahajanga',
  'MG-T': 'Antananarivo',
  'MG-U': 'Toliara',
  'MT-65': 'Żebbuġ Gozo',
  'MW-KR': 'Karonga',
  'MX-CMX': 'Ciudad de México',
  'MZ-MPM': 'Cidade de Maputo',
  'NA-CA': 'Zambezi',
  'NP-KO': 'Kosi',
  'PG-NPP': 'Oro',
  'PG-NSB': 'Bougainville',
  'PH-00': 'Metro Manila',
  'PH-COM': 'Davao de Oro',
  'PK-GB': 'Gilgit-Baltistan',
  'PK-IS': 'Islamabad',
  'PK-KP': 'Khyber Pakhtunkhwa',
  'PK-TA': 'Federally Administered Tribal Areas',
  'RU-AL': 'Altai Republic',
  'RU-MAG': 'Magadan',
  'RU-MOS': 'Moscow Oblast',
  'RU-MOW': 'Moscow',
  'RU-SPE': 'Saint Petersburg',
  'RU-ZAB': 'Zabaykalsky Krai',
  'TJ-RA': 'Districts of Republican Subordination',
  'TJ-SU': 'Sughd',
  'TL-OE': 'Oecusse',
  'TM-D': 'Daşoguz',
  'TM-L': 'Lebap',
  'TR-34': 'İstanbul',
  'TR-46': 'Kahramanmaraş',
  'TR-71': 'Kırıkkale',
  'UZ-TO': 'Tashkent Region',
  'VN-39': 'Đồng Nai',
  'VN-53': 'Bắc Kạn',
  'VN-66': 'Hưng Yên',
};

const letters = (text) => foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The name as it is printed: the usual one, with the diacritics that another spelling of it has. */
function printedName({ name, name_en, gn_name, iso_3166_2 }) {
  const usual = name || name_en || gn_name || iso_3166_2;
  const spellings = [name_en, gn_name].filter((one) => one && letters(one) === letters(usual));
  const marks = (text) => [...text].filter((letter) => letter > '\x7f').length;
  return spellings.reduce((best, other) => (marks(other) > marks(best) ? other : best), usual).trim();
}

const ofLanguages = 'ar de el en es fr he hu it pl pt ru sv tr uk zh'.split(' ').map((language) => `name_${language}`);

/**
 * The regions of a location, `[code, name, other names]` each, by code. Several units can have one code: the region is called what the
 * one of them is called that is not a city of its own. What a unit is called is no other name of a region that it is not in: "Moskva" is
 * the city, not the region around it.
 */
function regionsOf(units, nameOf) {
  const isOfAnother = (name, code) => {
    const called = units.filter(({ properties }) => properties.name === name);
    return called.length > 0 && called.every(({ isoRegion }) => isoRegion !== code);
  };
  return [...new Set(units.map(({ isoRegion }) => isoRegion))]
    .filter((code) => code)
    .map((code) => {
      const same = units.filter(({ isoRegion }) => isoRegion === code);
      const [main] = same.toSorted(
        (one, other) => isCity(one) - isCity(other) || one.properties.scalerank - other.properties.scalerank,
      );
      const name = nameOf(code) ?? corrections[code] ?? printedName(main.properties);
      const others = same.flatMap(({ properties }) => [
        properties.name,
        ...(properties.name_alt ?? '').split('|'),
        ...ofLanguages.map((language) => properties[language]),
        properties.gn_name,
      ]);
      const isOther = (one) => one !== '' && one !== name && !isOfAnother(one, code);
      return [code, name, [...new Set(others.map((one) => (one ?? '').trim()))].filter(isOther)];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const isCity = ({ properties }) => Number(/city|municipality|capital/i.test(properties.type_en ?? ''));

const rounded = (degrees) => Math.round(degrees * 1000) / 1000;

/** `[code, [longitude, latitude, room]]` of where the name of a region reads best; see `regionLabels`. */
function labelOf({ properties: { code }, geometry }) {
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).filter(([ring]) => ring);
  if (polygons.length === 0) return [code, null];
  const best = polygons
    .map((polygon) => polylabel(polygon, 0.02))
    .reduce((one, other) => (other.distance > one.distance ? other : one));
  return [code, [...best.slice(0, 2), best.distance].map(rounded)];
}

/**
 * A function of a location's code to its file: `{ regions, outlines }`. The units are `{ jurisdiction, isoRegion, properties }`; names of
 * regions that the product prints otherwise come from `nameOf(code)`.
 */
export function worldFiles(detailed, units, nameOf) {
  const simplified = simplify(presimplify(detailed), tolerance ** 2 / 2);
  const outlines = dissolve(simplified, ({ isoRegion }) => isoRegion);
  const whole = dissolve(simplified, ({ jurisdiction }) => jurisdiction);
  return (code) => {
    const collection = (geometries) => ({
      type: 'GeometryCollection',
      geometries: geometries.map(({ key, geometry }) => ({ ...geometry, properties: { code: key } })),
    });
    const objects = {
      regions: collection(outlines.filter(({ key }) => key.startsWith(`${code}-`))),
      land: collection(whole.filter(({ key }) => key === code)),
    };
    const topology = objects.land.geometries.length === 0 ? null : quantize(filter({ ...simplified, objects }), 1e5);
    // What has no region left becomes a geometry without a type.
    if (topology && !topology.objects.regions.geometries) topology.objects.regions = collection([]);
    const own = units.filter(({ jurisdiction }) => jurisdiction === code);
    const labels = topology && new Map(feature(topology, topology.objects.regions).features.map(labelOf));
    return { regions: regionsOf(own, nameOf).map((row) => [...row, labels?.get(row[0]) ?? null]), outlines: topology };
  };
}
