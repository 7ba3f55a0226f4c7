import { dateOfDay, type IsoDate, type Source, type SourceKind, sourceKinds } from '@monitor/domain';
import type { MonitoredCode } from './whereabouts.ts';
import { type Draw, numbers, type Random, sharesOf, weighted } from './random.ts';

/** Generic publishers; no real one is named, and no synthetic source has a link. */
const publishers: Readonly<Record<SourceKind, readonly [string, ...string[]]>> = {
  media: [
    ...(['Synthetic daily 1', 'Synthetic daily 2', 'Synthetic daily 3', 'Synthetic daily 4', 'Synthetic daily 5'] as const),
    ...(['Synthetic news portal 1', 'Synthetic news portal 2', 'Synthetic news portal 3'] as const),
    ...(['Synthetic radio 1', 'Synthetic television 1'] as const),
  ],
  official: ['Synthetic police bulletin', 'Synthetic ministry notice', 'Synthetic prosecution notice'],
  ngo: ['Synthetic observatory'],
  other: ['Synthetic social media page'],
};

const firstKinds = sharesOf(sourceKinds, 'media 74, official 24, ngo 1.5, other 0.5');
const furtherKinds = sharesOf(sourceKinds, 'media 84, official 12, ngo 2, other 2');
const sourceNumbers = numbers(0, 58, 30, 12);
/** Days from the incident to the report. */
const delays = numbers(62, 29, 6, 3);

/** Languages of reporting by place, as BCP 47 tags. */
const languages: Readonly<Record<MonitoredCode, Draw<string>>> = {
  AL: weighted(['sq', 'en'], [97, 3]),
  BA: weighted(['bs', 'sr', 'hr', 'en'], [58, 25, 15, 2]),
  XK: weighted(['sq', 'sr', 'en'], [86, 10, 4]),
  MD: weighted(['ro', 'ru', 'en'], [76, 22, 2]),
  ME: weighted(['cnr', 'sr', 'en'], [74, 24, 2]),
  MK: weighted(['mk', 'sq', 'en'], [76, 21, 3]),
  RS: weighted(['sr', 'en'], [97, 3]),
};

/** The days on which reports of an incident appear: that day and the three after it, none after the last day of the data. */
export function reportingDates(day: number, lastDay: number): readonly IsoDate[] {
  return [0, 1, 2, 3].map((delay) => dateOfDay(Math.min(day + delay, lastDay)));
}

/** One to three sources; the first may be official. `dates` as from `reportingDates`. */
export function drawSources(random: Random, country: MonitoredCode, dates: readonly IsoDate[]): Source[] {
  return Array.from({ length: sourceNumbers(random) }, (_, position) => {
    const kind = (position === 0 ? firstKinds : furtherKinds)(random);
    return {
      kind,
      publisher: random.pick(publishers[kind]),
      withheld_publisher: null,
      url: null,
      withheld_url: null,
      published_on: random.chance(0.04) ? null : (dates[delays(random)] ?? null),
      language: languages[country](random),
    };
  });
}
