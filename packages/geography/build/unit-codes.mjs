/**
 * Natural Earth's units in this system's codes, with its mistakes put right. Every correction names the unit by
 * Natural Earth's own `adm1_code`, which is unique, unlike its `iso_3166_2`.
 */

/** Parts of a place that Natural Earth keeps as a place of their own. */
const partOf = { CYN: 'CY', ESB: 'CY', WSB: 'CY', SOL: 'SO', KAB: 'KZ', KAS: 'IN', ALD: 'FI' };

/** Ukraine's by resolution 68/262 of the UN General Assembly; Natural Earth files them under Russia. */
const ukrainianUnits = new Set(['UA-43', 'UA-40']);

/** Overseas parts of France and the Netherlands that have a code of their own in ISO 3166-1. */
const overseas = {
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
};

/** ISO 3166-1 alpha-2 (XK for Kosovo*) of the jurisdiction that a unit belongs to; null if it has none. */
export function jurisdictionOfUnit({ adm0_a3, iso_a2, iso_3166_2 }) {
  if (ukrainianUnits.has(iso_3166_2)) return 'UA';
  const code = partOf[adm0_a3] ?? overseas[iso_3166_2] ?? iso_a2;
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

/** Region codes of units whose `iso_3166_2` is wrong, missing or shared. */
const corrections = {
  // Bosnia and Herzegovina: cantons all carry the code of the entity.
  'BIH-2225': 'BA-01',
  'BIH-3153': 'BA-02',
  'BIH-2887': 'BA-03',
  'BIH-2889': 'BA-04',
  'BIH-2891': 'BA-05',
  'BIH-2226': 'BA-06',
  'BIH-2228': 'BA-07',
  'BIH-2227': 'BA-08',
  'BIH-2890': 'BA-09',
  'BIH-2224': 'BA-10',
  'BIH-4804': 'BA-SRPBI',
  'BIH-4802': 'BA-SRPBL',
  'BIH-4801': 'BA-SRPDO',
  'BIH-4807': 'BA-SRPFO',
  'BIH-4806': 'BA-SRPSR',
  'BIH-4808': 'BA-SRPTR',
  'BIH-4805': 'BA-SRPVL',
  // Požega-Slavonia carries the code and name of its neighbour.
  'HRV-1604': 'HR-11',
  // Moldova: the left bank and Bender (whose outline here takes in Tiraspol) become one; what is called left bank is Dubăsari.
  'MDA-1652': 'MD-SN',
  'MDA-1645': 'MD-SN',
  'MDA-1637': 'MD-SN',
  'MDA-1638': 'MD-SN',
  'MDA-1650': 'MD-SN',
  'MDA-1628': 'MD-DU',
  // Elsewhere: units that carry each other's code, that of the region around them, or none of ISO 3166-2.
  'AFG-1753': 'AF-DAY',
  'AFG-1759': 'AF-PKA',
  'AFG-1769': 'AF-PAN',
  'AFG-3413': 'AF-PIA',
  'BHS-5009': 'BS-NP',
  'COL-1399': 'CO-DC',
  'IRN-5490': 'IR-32',
  'KAZ-3207': 'KZ-ALM',
  'LAO-3283': 'LA-VT',
  'LBR-1458': 'LR-RG',
  'LBR-1459': 'LR-GP',
  'LVA-5727': 'LV-085',
  'LVA-5774': 'LV-086',
  'MDV-5234': 'MV-MLE',
  'MOZ-5854': 'MZ-MPM',
  'MWI-1194': 'MW-KR',
  'RUS-2364': 'RU-MOS',
  'RUS-2365': 'RU-MOW',
  'SDN-5857': 'SD-DE',
  'SDN-5859': 'SD-DC',
  'SLB-3507': 'SB-WE',
  'TJK-368': 'TJ-RA',
};

/** Codes in Natural Earth that ISO 3166-2 does not have, or no longer, by the one that the region has there. */
const replaced = {
  'IN-OR': 'IN-OD',
  'IQ-TS': 'IQ-KI',
  'MX-DIF': 'MX-CMX',
  'PH-MNL': 'PH-00',
  'ZA-GT': 'ZA-GP',
  'ZA-NL': 'ZA-KZN',
};

/** Districts of Kosovo* by the name of the district that Natural Earth gives to each municipality. */
const kosovoDistricts = {
  Uroševac: 'XK-01',
  Đakovica: 'XK-02',
  Gnjilane: 'XK-03',
  'Kosovska Mitrovica': 'XK-04',
  Peć: 'XK-05',
  Pristina: 'XK-06',
  Prizren: 'XK-07',
};

/**
 * Statistical regions of North Macedonia by the municipality's two-digit code (ISO 3166-2 before 2019). Natural Earth has
 * a region field too, but leaves it empty or wrong for a third of the municipalities. Source: the first digit of a
 * municipality's three-digit code in ISO 3166-2 since 2019 is the last of its region in NUTS 3.
 */
const macedonianRegions = {
  'MK-001': ['13', '20', '24', '36', '49', '54', '67', '69', '80'],
  'MK-002': ['03', '14', '23', '33', '37', '42', '51', '60', '63', '81', '83'],
  'MK-003': ['12', '15', '21', '22', '28', '31', '40', '52', '57', '58', '61', '72', '78'],
  'MK-004': ['05', '07', '10', '11', '18', '26', '41', '56', '64', '73'],
  'MK-005': ['04', '25', '27', '45', '46', '53', '55', '62', '66'],
  'MK-006': ['06', '08', '16', '19', '30', '35', '50', '75', '76'],
  'MK-007': ['43', '44', '47', '48', '65', '71'],
  'MK-008': ['01', '02', '09', '17', '29', '32', '34', '38', '39', '68', '70', '74', '77', '79', '82', '84', '85'],
};
const macedonianRegionOf = new Map(
  Object.entries(macedonianRegions).flatMap(([region, units]) => units.map((unit) => [`MK-${unit}`, region])),
);

/** Code of the region that a unit is, or is part of. The caller asks only for jurisdictions that have regions here. */
export function regionOfUnit({ adm0_a3, adm1_code, iso_3166_2, region }) {
  if (adm0_a3 === 'KOS') return kosovoDistricts[region];
  if (adm0_a3 === 'MKD') return macedonianRegionOf.get(iso_3166_2);
  return corrections[adm1_code] ?? iso_3166_2;
}

/** Code of ISO 3166-2 of a unit outside the region, or undefined: Natural Earth makes up others for what has none. */
export function isoRegionOf({ adm1_code, iso_3166_2 }, jurisdiction) {
  const code = corrections[adm1_code] ?? replaced[iso_3166_2] ?? iso_3166_2;
  return /^[A-Z]{2}-(?!X\d)[A-Z\d]{1,3}$/.test(code) && code.startsWith(`${jurisdiction}-`) ? code : undefined;
}
