import { type Static, Type } from 'typebox';
import { component } from '../field-schemas.ts';
import { Level } from '../signals.ts';
import { pageOf } from './page.ts';
import { SaidClosest, Count, Day, List, PeriodOf, Query, SaidSignal, Sentence } from './verdicts.ts';

/** A week with signals, or weeks without any that follow each other. */
const Weeks = Type.Object({
  monday: { ...Day, description: 'Of the first of them.' },
  name: Type.String({ description: '`Week of 17–23 Nov 2025`' }),
  signals: List(component(SaidSignal)),
  quiet: Type.Optional(Type.String({ description: 'What is said where there is no signal.' })),
});

const Chance = Type.Object(
  {
    title: Sentence,
    reading: Sentence,
    sentence: Sentence,
    real: { ...Count, description: 'How many of the signals are expected not to be chance.' },
    chance: { ...Count, description: 'How many of them are expected to be chance.' },
    levels: List(
      Type.Object({
        level: Level,
        name: Type.String(),
        signals: Count,
        expected: Type.Number({ description: 'How many of these are expected to be chance.' }),
        words: Type.String({ description: 'The same in words: `fewer than 1`.' }),
      }),
      'The rarest first.',
    ),
  },
  { description: 'How many of the signals are expected to be chance.' },
);

const Found = Type.Object({
  weeks: List(Day, 'Mondays of the weeks shown, oldest first.'),
  period: PeriodOf('Their first and last day.'),
  year: Type.Object({ title: Sentence, reading: Sentence, signals: List(Count, 'Signals of each week.') }),
  list: Type.Object({ reading: Sentence, weeks: List(Weeks, 'Newest first.') }),
  closest: Type.Optional(SaidClosest),
  chance: Type.Optional(Chance),
});

/** Answer of `GET /api/v1/pages/signals`: the weeks in which a series rose beyond what its own past leads to expect. */
export const SignalsPage = pageOf(
  'SignalsPage',
  Type.Object({
    title: Sentence,
    lead: Sentence,
    last: Type.Optional(
      Type.Object(
        { sentence: Sentence, title: Type.String(), query: Query('exactly its incidents') },
        { description: 'The last signal, where it is some weeks old.' },
      ),
    ),
    query: Query('the incidents of all series'),
    found: Type.Optional(
      Type.Union([Found, Type.Null()], {
        description: 'Null while it is still being calculated. Absent if too few incidents are known to watch anything.',
      }),
    ),
  }),
);
export type SignalsPage = Static<typeof SignalsPage>;
export type SignalsData = NonNullable<SignalsPage['data']>;
