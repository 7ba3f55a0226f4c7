import { dateOfDay, type IsoDate, type Source, type SourceKind } from '@monitor/domain';
import type { MonitoredCode } from './assumed-levels.ts';
import type { Random } from './random.ts';
import { weighted, weightedCodes } from './weighted.ts';

/** Generic publishers; no real one is named, and no synthetic source has a link. */
const publishers: Readonly<Record<SourceKind, readonly [string, ...string[]]>> = {
  media: [
    ...(['Synthetic daily 1', 'Synthetic daily 2', 'Synthetic daily 3', 'Synthetic daily 4', 'Synthetic daily 5'] as const),
    ...([
      'Synthetic news portal 1',
      'Synthetic news portal 2',
      'Synthetic news portal 3',
      'Synthetic radio 1',
      'Synthetic television 1',
    ] as const),
  ],
  official: ['Synthetic police bulletin', 'Synthetic ministry notice', 'Synthetic prosecution notice'],
  ngo: ['Synthetic observatory'],
  other: ['Synthetic social media page'],
};

const firstKinds = weightedCodes<SourceKind>({ media: 74, official: 24, ngo: 1.5, other: 0.5 });
const furtherKinds = weightedCodes<SourceKind>({ media: 84, official: 12, ngo: 2, other: 2 });
const numbers = weighted<number>([
  [1, 58],
  [2, 30],
  [3, 12],
]);
/** Days from the incident to the report. */
const delays = weighted<number>([
  [0, 62],
  [1, 29],
  [2, 6],
  [3, 3],
]);

/** Languages of reporting by place, as BCP 47 tags. */
const languages = {
  AL: weightedCodes({ sq: 97, en: 3 }),
  BA: weightedCodes({ bs: 58, sr: 25, hr: 15, en: 2 }),
  XK: weightedCodes({ sq: 86, sr: 10, en: 4 }),
  MD: weightedCodes({ ro: 76, ru: 22, en: 2 }),
  ME: weightedCodes({ cnr: 74, sr: 24, en: 2 }),
  MK: weightedCodes({ mk: 76, sq: 21, en: 3 }),
  RS: weightedCodes({ sr: 97, en: 3 }),
} as const satisfies Record<MonitoredCode, unknown>;

/** The days on which reports of an incident appear: that day and the three after it, none after the last day of the data. */
export function reportingDates(day: number, lastDay: number): readonly IsoDate[] {
  return [0, 1, 2, 3].map((delay) => dateOfDay(Math.min(day + delay, lastDay)));
}

/** One to three sources; the first may be official. `dates` as from `reportingDates`. */
export function drawSources(random: Random, country: MonitoredCode, dates: readonly IsoDate[]): Source[] {
  const count = numbers.draw(random);
  const sources: Source[] = [];
  for (let position = 0; position < count; position += 1) {
    const kind = (position === 0 ? firstKinds : furtherKinds).draw(random);
    sources.push({
      kind,
      publisher: random.pick(publishers[kind]),
      withheld_publisher: null,
      url: null,
      withheld_url: null,
      published_on: random.chance(0.04) ? null : (dates[delays.draw(random)] ?? null),
      language: languages[country].draw(random),
    });
  }
  return sources;
}
