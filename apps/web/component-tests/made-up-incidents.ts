import {
  dateOfDay,
  dayNumber,
  type FilteredIncident,
  type IncidentType,
  nothingReported,
  type Person,
  type WeaponClass,
  unknownAges,
  unknownPublication,
} from '@monitor/domain';

/** First and last day of what is made up. */
export const madeUpPeriod = { from: '2019-01-01', to: '2024-12-31' } as const;

const places = [
  { country: 'RS', region: 'RS-00', place: 'Beograd', lon: 20.4651, lat: 44.804 },
  { country: 'RS', region: 'RS-20', place: 'Niš', lon: 21.9033, lat: 43.3247 },
  { country: 'RS', region: 'RS-06', place: 'Novi Sad', lon: 19.8369, lat: 45.2517 },
  { country: 'XK', region: 'XK-05', place: 'Prishtina', lon: 21.1655, lat: 42.6727 },
  { country: 'AL', region: 'AL-11', place: 'Tirana', lon: 19.8189, lat: 41.3275 },
  { country: 'ME', region: 'ME-16', place: 'Podgorica', lon: 19.2636, lat: 42.4411 },
] as const;
const types: readonly IncidentType[] = ['weapon_seizure', 'criminal_context', 'public_dispute', 'celebratory_shooting', 'suicide'];
const weapons: readonly WeaponClass[] = ['handgun', 'rifle_or_shotgun', 'automatic_or_military', 'explosive'];
const settings = ['street', 'home', 'road', 'not_reported'] as const;

const person: Person = {
  ...unknownAges,
  role: 'victim',
  sex: 'man',
  age_band: '19-35',
  outcome: 'killed',
  relationship: 'not_reported',
};

/** Whole numbers from 0 on and below a limit that look like chance and are the same in each run. */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** 2,000 incidents spread over the made-up period, oldest first: about 30 a month, more in later years. */
export const madeUpIncidents: readonly FilteredIncident[] = compositionOf(2000);

function compositionOf(count: number): FilteredIncident[] {
  const draw = chance(23);
  const [first, days] = [dayNumber(madeUpPeriod.from), dayNumber(madeUpPeriod.to) - dayNumber(madeUpPeriod.from)];
  return Array.from({ length: count }, (_, index): FilteredIncident => {
    const place = places[Math.min(draw(8), draw(8), places.length - 1)]!;
    const type = types[Math.min(draw(types.length), draw(types.length))]!;
    const killed = type === 'suicide' || type === 'weapon_seizure' ? 0 : Math.max(0, draw(6) - 3);
    const isExact = draw(3) > 0;
    const hasPoint = draw(12) > 0;
    const time = draw(4) > 0 ? `${String((18 + draw(9)) % 24).padStart(2, '0')}:30` : null;
    return {
      ...nothingReported,
      ...place,
      ...(hasPoint ? {} : { place: null, lon: null, lat: null }),
      id: `AV-${String(index).padStart(12, '0')}`,
      source_key: String(index),
      dataset: 'made-up',
      searched: `${place.place} ${type}`,
      occurred_on: dateOfDay(first + Math.round(days * Math.sqrt(index / (count - 1 || 1)))),
      ...(index % 100 === 50 ? { date_precision: 'month' } : { date_precision: 'day', local_time: time }),
      place_precision: hasPoint ? (isExact ? 'exact' : 'settlement') : 'region',
      setting: settings[draw(settings.length)]!,
      urbanity: draw(2) === 0 ? 'urban' : 'not_reported',
      type,
      type_as_reported: draw(2) === 0 ? 'incident' : null,
      killed,
      injured: type === 'public_dispute' ? draw(3) : 0,
      threatened: draw(5) === 0 ? null : 0,
      suicides: type === 'suicide' ? 1 : 0,
      people: Array.from({ length: killed }, () => ({ ...person, sex: draw(3) === 0 ? 'woman' : 'man' })),
      weapons: [
        { class: weapons[draw(weapons.length)]!, count: 1 + draw(3), legal: 'illegal', mode: null, traced: 'not_reported' },
      ],
      sources: [{ ...unknownPublication, kind: 'media', publisher: 'Danas', url: 'https://example.org/report', language: 'sr' }],
    };
  });
}
