import { kilometresBetween, nearestOf } from '../dist/distance.js';
import { printedName, searchNames } from './place-names.mjs';

/** Quarters that are numbers only ("Sector 3" of București) and name no settlement. */
const numberedQuarter = /^Sector \d$/;

/** GeoNames' codes of first-level units where Natural Earth does not give them, as `jurisdiction.admin1` or `….admin1/admin2`. */
const regionsOfCodes = {
  'BA.BRC': 'BA-BRC',
  'HR.11': 'HR-11',
  'HR.02': 'HR-12',
  'MD.58': 'MD-SN',
  'MD.62': 'MD-SN',
  'MD.72': 'MD-DU',
  'MK.F6': 'MK-008',
  'XK.10096138': 'XK-01',
  'XK.10096859': 'XK-02',
  'XK.10097357': 'XK-03',
  'XK.10097358': 'XK-04',
  'XK.10097359': 'XK-05',
  'XK.10097360': 'XK-06',
  'XK.10097361': 'XK-07',
  'UA.11': 'UA-43',
  'UA.20': 'UA-40',
};

/**
 * Region by GeoNames' own coding of a settlement, which is better than a polygon near a boundary: a function of the
 * settlement. Natural Earth's units carry GeoNames' codes, hence the units.
 */
export function regionByCodes(units) {
  const byCode = new Map();
  for (const { region: home, isoRegion, geonames } of units) {
    const region = home ?? isoRegion;
    if (region && /^[A-Z]{2}\.\w+$/.test(geonames ?? '') && !geonames.startsWith('BA.')) byCode.set(geonames, region);
  }
  for (const [code, region] of Object.entries(regionsOfCodes)) byCode.set(code, region);
  return ({ jurisdiction, admin1, admin2 }) => {
    if (jurisdiction === 'RS') return /^\d+$/.test(admin2) ? `RS-${admin2.padStart(2, '0')}` : undefined;
    return byCode.get(`${jurisdiction}.${admin1}`);
  };
}

/**
 * How far outside the outline of its region by code a settlement may lie, in kilometres: lines are generalised and towns straddle them.
 * GeoNames has single settlements under the code of a region far away. In and around the region, codes are better than outlines.
 */
const besideOutline = 15;
const besideRegionalOutline = 45;

/** A code is another region's if at least this many settlements have it and none of them lies in the outline. */
const enoughToTell = 3;

const kilometresOfDegree = 111;

/** Points around a settlement in sixteen directions, every three kilometres. */
function* around({ lon, lat }, withinKilometres) {
  for (let kilometres = 3; kilometres <= withinKilometres; kilometres += 3) {
    const degrees = kilometres / kilometresOfDegree;
    for (let direction = 0; direction < 16; direction += 1) {
      const angle = (direction * Math.PI) / 8;
      yield [lon + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(angle)];
    }
  }
}

/**
 * A function of a settlement to its region: that of its code if the outlines bear it out, or else that of the outline. GeoNames has new
 * codes of some locations, which Natural Earth does not know (the Philippines, France), and larger units in some (Hungary, Latvia).
 */
function regionOfSettlement(settlements, { regional, regionOf, regionAt }) {
  const outlineOf = ({ lon, lat, jurisdiction }) => regionAt(lon, lat, jurisdiction) ?? null;
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = (code, outline) => counts.get(`${code} ${outline}`) ?? 0;
  for (const settlement of settlements) {
    const [code, outline] = [regionOf(settlement), outlineOf(settlement)];
    for (const key of [`${code} ${outline}`, `${code} any`, `any ${outline}`]) add(key);
  }
  return (settlement) => {
    const [code, outline] = [regionOf(settlement), outlineOf(settlement)];
    if (code === undefined || code === outline) return outline;
    if (count(code, code) === 0) return count(code, 'any') < enoughToTell ? code : outline;
    const hasOwnCode = count(outline, 'any') > 0;
    if (!hasOwnCode && outline !== null && count(code, outline) > count('any', outline) / 2) return outline;
    const points = [...around(settlement, regional.has(settlement.jurisdiction) ? besideRegionalOutline : besideOutline)];
    return points.some(([lon, lat]) => regionAt(lon, lat, settlement.jurisdiction) === code) ? code : outline;
  };
}

/** Outside the region, cities of this many people are found under their other names too ("New York", "Wien"). */
const largeCity = 100_000;

/** Scripts by their code of ISO 15924, as regular expressions name them. */
const scripts = {
  Arab: 'Arabic',
  Armn: 'Armenian',
  Beng: 'Bengali',
  Cyrl: 'Cyrillic',
  Deva: 'Devanagari',
  Ethi: 'Ethiopic',
  Geor: 'Georgian',
  Grek: 'Greek',
  Hans: 'Han',
  Hant: 'Han',
  Hebr: 'Hebrew',
  Jpan: 'Han',
  Khmr: 'Khmer',
  Kore: 'Hangul',
  Laoo: 'Lao',
  Mymr: 'Myanmar',
  Sinh: 'Sinhala',
  Thaa: 'Thaana',
  Thai: 'Thai',
};

/** Where two scripts are official. */
const secondScripts = { IL: 'Arabic' };

/** A function of a location's code to a test for words in its own letters, which its files are written in. */
const ownLetters = (jurisdiction) => {
  const script = scripts[new Intl.Locale(`und-${jurisdiction}`).maximize().script];
  const own = [script, secondScripts[jurisdiction]].filter((one) => one !== undefined);
  return own.length === 0 ? undefined : new RegExp(own.map((one) => `\\p{Script=${one}}`).join('|'), 'u');
};

/** Whether a region lies in the entity of Bosnia and Herzegovina that GeoNames gives, the only code it has there. */
function isOfEntity(region, admin1) {
  if (admin1 === '01') return /^BA-\d\d$/.test(region);
  return admin1 !== '02' || region.startsWith('BA-SRP');
}

/**
 * Gazetteer entries `{ id, name, latin, jurisdiction, region, lon, lat, population, names, partOf }` of the settlements, by
 * identifier. `regional` are the jurisdictions whose names are printed in the local language and searched in several,
 * `regionOf(settlement)` the region by codes, `regionAt(lon, lat, jurisdiction)` the one by polygon.
 */
export function gazetteerEntries(settlements, { regional, withRegions, regionOf, regionAt }) {
  const regionOfOne = regionOfSettlement(settlements, { regional, regionOf, regionAt });
  const entries = settlements
    .filter(({ name }) => !numberedQuarter.test(name))
    .map((settlement) => {
      const { id, jurisdiction, admin1, lon, lat, population, feature } = settlement;
      const printed = regional.has(jurisdiction) ? printedName(settlement) : { name: settlement.name, latin: null, parts: [] };
      const names = regional.has(jurisdiction) || population >= largeCity ? searchNames(settlement, printed) : [];
      const own = regional.has(jurisdiction) ? undefined : ownLetters(jurisdiction);
      if (own) names.push(...settlement.alternates.filter((other) => own.test(other) && !names.includes(other)));
      let region = withRegions.has(jurisdiction) ? regionOfOne(settlement) : null;
      if (jurisdiction === 'BA' && region !== null && !isOfEntity(region, admin1)) region = null;
      const isSection = feature === 'PPLX';
      return { id, name: printed.name, latin: printed.latin, jurisdiction, admin1, region, lon, lat, population, names, isSection };
    })
    .sort((a, b) => a.id - b.id);
  for (const entry of entries) {
    if (entry.region === null && withRegions.has(entry.jurisdiction)) entry.region = regionOfNearest(entry, entries);
  }
  const areaOf = ({ jurisdiction, region }) => `${jurisdiction} ${region}`;
  for (const area of new Set(entries.map(areaOf))) findQuarters(entries.filter((entry) => areaOf(entry) === area));
  return entries;
}

/** GeoNames marks few quarters as such. A settlement that a city reaches and that has so many times fewer people is one, too. */
const timesFewer = 20;

/** How far a city reaches from its centre: 3 km with 100,000 people, 10 km with a million. */
const reach = ({ population }) => Math.sqrt(population) / 100;

/** Where no city reaches a quarter, it is taken for part of the largest settlement that is this near. Kilometres. */
const besideQuarter = 10;

/** Gives each quarter among the settlements of a region the identifier `partOf` of the settlement that it is part of. */
function findQuarters(entries) {
  const cities = entries.filter(({ population, isSection }) => population >= largeCity && !isSection);
  const reaching = (entry) => cities.filter((city) => city !== entry && kilometresBetween(city, entry) <= reach(city));
  const isQuarter = (entry) => entry.isSection || reaching(entry).some((city) => city.population >= timesFewer * entry.population);
  const quarters = new Set(entries.filter(isQuarter));
  const settlements = entries.filter((entry) => !quarters.has(entry));
  for (const quarter of quarters) {
    const nearest = (among) => nearestOf(among, quarter, Number.POSITIVE_INFINITY);
    const whole =
      nearest(reaching(quarter).filter((city) => !quarters.has(city))) ??
      settlements
        .filter((other) => kilometresBetween(other, quarter) <= besideQuarter)
        .toSorted((one, other) => other.population - one.population)[0] ??
      nearest(settlements);
    quarter.partOf = whole?.id;
  }
}

/**
 * Where code and polygon contradict each other or there is neither: the region of the nearest settlement under the same code, or else of
 * the nearest; null if none has a region.
 */
function regionOfNearest(entry, entries) {
  const distance = (other) => Math.hypot((other.lon - entry.lon) * Math.cos((entry.lat * Math.PI) / 180), other.lat - entry.lat);
  const others = entries.filter((other) => other.region !== null && other.jurisdiction === entry.jurisdiction);
  const alike = others.filter(({ admin1 }) => admin1 === entry.admin1);
  const [first = null, ...rest] = alike.length > 0 ? alike : others;
  return rest.reduce((nearest, other) => (distance(other) < distance(nearest) ? other : nearest), first)?.region ?? null;
}

/**
 * One line an entry: identifier, name, romanised name, jurisdiction, region, longitude, latitude, population, names split by `|`, and the
 * identifier of the settlement that it is a quarter of.
 */
export function asTable(entries) {
  return entries
    .map(({ id, name, latin, jurisdiction, region, lon, lat, population, names, partOf }) =>
      [id, name, latin ?? '', jurisdiction, region ?? '', lon, lat, population, names.join('|'), partOf ?? ''].join('\t'),
    )
    .join('\n');
}
