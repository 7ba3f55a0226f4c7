import { type Static, type TSchema, Type } from 'typebox';
import type { PublicRecord } from './public-record.ts';

/*
 * What an import tells, once: `report-text.ts` makes the report for people from it, and `monitor import --json` prints it as it is.
 * docs/import-report.schema.json is made from it.
 */

const Count = (description: string) => Type.Integer({ minimum: 0, description });
const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** People or things of which a source may not say how many. */
const Reported = (what: string) =>
  Type.Object({
    number: Count(`${what}, added up where the number is reported.`),
    notReported: Count('Incidents (weapons: entries) that do not say how many. This is not zero.'),
  });

const Word = Type.Object({
  word: Type.String({ description: 'In quotation marks.' }),
  incidents: Count('Incidents that have it.'),
});

const Findings = Type.Array(
  Type.Object({
    kind: Type.String({ description: 'Stable code of the kind.' }),
    meaning: Type.String(),
    incidents: Count('Incidents of this kind.'),
    examples: Type.Array(Type.String({ description: 'File, line and message.' })),
    words: Type.Array(Word, { description: 'Words that a list does not have, and that at least 20 incidents have.' }),
  }),
);

const Places = Type.Object({
  most: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), incidents: Count('Incidents in it.') }), {
    description: 'Those with most incidents, the most frequent first.',
  }),
  more: Count('How many others there are.'),
  notKnown: Count('Incidents of which it is not known.'),
});

/** Everything that the report of an import says. */
export const ImportSummary = Type.Object(
  {
    dryRun: Type.Boolean({ description: 'True if nothing was written.' }),
    dataset: Nullable(Type.String({ description: 'Short name of the dataset.' })),
    files: Type.Array(
      Type.Object({
        name: Type.String(),
        about: Type.String({ description: 'How it was read: kind of file, encoding, delimiter.' }),
        notRead: Type.Object({
          columns: Type.Array(Type.String(), { description: 'Names of the first columns that are not read.' }),
          more: Count('How many others are not read.'),
        }),
      }),
    ),
    incidents: Type.Object({
      read: Count('Incidents in the files.'),
      accepted: Count('Incidents that are imported, or would be.'),
      rejected: Count('Incidents that are not.'),
      rejectedRows: Count('Their rows.'),
      rowsLeftOut: Count('Rows that the mapping does not want (`where`).'),
      stored: Nullable(
        Type.Object(
          {
            inserted: Count('New incidents.'),
            updated: Count('Incidents that were on record with other content.'),
            changedFields: Type.Array(Type.Object({ field: Type.String(), incidents: Count('Incidents in which it changed.') }), {
              description: 'What changed in the updated incidents.',
            }),
            unchanged: Count('Incidents that were on record with the same content.'),
            restored: Count('Incidents that an earlier import had retracted, and that are in the files again.'),
            retracted: Nullable(Count('Incidents that are not in the files any more. Null without --complete.')),
          },
          { description: 'Compared with the record. Null if a dry run had nothing to compare with.' },
        ),
      ),
    }),
    contents: Type.Object(
      {
        killed: Reported('People killed'),
        injured: Reported('People injured'),
        victims: Count('Victims described.'),
        perpetrators: Count('Perpetrators described.'),
        weapons: Nullable(Reported('Weapons described')),
        firstDay: Nullable(Type.String({ format: 'date' })),
        lastDay: Nullable(Type.String({ format: 'date', description: 'The last first day of an incident.' })),
        locations: Places,
        regions: Places,
      },
      { description: 'What the accepted incidents have.' },
    ),
    fewRegions: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        incidents: Count('Its incidents whose region is known.'),
        regions: Count('Regions with incidents.'),
        allRegions: Count('All of its regions.'),
      }),
      {
        description:
          'Locations of which at least 100 incidents are all in at most a fifth of the regions, if the mapping does not say what the data covers.',
      },
    ),
    swappedDates: Nullable(
      Type.Object(
        {
          dates: Count('Rows whose date is one. Its day is never over 12.'),
          texts: Count('Rows whose date is a text with a day over 12.'),
        },
        { description: 'Dates in which a spreadsheet has probably swapped the day and the month. Null if nothing shows it.' },
      ),
    ),
    strayPoints: Nullable(
      Type.Object(
        {
          points: Count('All of them.'),
          hints: Type.Array(
            Type.Object({
              text: Type.String({ description: 'What seems to be wrong.' }),
              points: Count('How many of them would then be among the other points.'),
              from: Type.String({ description: 'One of them as it is, to about a kilometre.' }),
              to: Type.String({ description: 'Where it would be.' }),
            }),
          ),
        },
        { description: 'Points in no location, such as those at sea more than 50 km from land. Null if there are none.' },
      ),
    ),
    otherwise: Type.Array(
      Type.Object({
        field: Type.String(),
        recordedAs: Nullable(Type.String({ description: 'Null for "not reported".' })),
        incidents: Count('Incidents with such a word.'),
        words: Type.Array(Word, { description: 'Those that at least 20 incidents have.' }),
        otherWords: Count('Different words that fewer incidents have. They are not shown.'),
      }),
      { description: 'Words that only "otherwise" of the mapping covers.' },
    ),
    rejected: Findings,
    warnings: Findings,
    publication: Type.Object({
      shares: Type.Array(
        Type.Object({
          what: Type.String(),
          part: Count('How many of them are.'),
          all: Count('How many there are.'),
          notes: Type.Array(Type.String()),
        }),
        { description: 'How much of what the accepted incidents have is public.' },
      ),
      publishedWhole: Type.Array(Type.String(), { description: 'Every text that is published because of "publish: all".' }),
    }),
    sharedPoints: Type.Object({
      most: Type.Array(Type.Object({ point: Type.String(), incidents: Count('Incidents at it.') })),
      more: Count('How many other points at least 25 incidents share.'),
    }),
    examples: Type.Array(
      Type.Unsafe<PublicRecord>({ type: 'object', description: 'The fields that everybody sees, under the names of the API.' }),
      { description: 'The first three incidents as everybody will see them.' },
    ),
    rejectedFile: Nullable(Type.String({ description: 'The file that lists the rejected rows.' })),
    seconds: Nullable(Type.Number({ minimum: 0, description: 'Time taken.' })),
    address: Nullable(Type.String({ description: 'Where the product shows the dataset: a path if its address is not known.' })),
  },
  { title: 'Report of an import', description: 'What monitor import --json prints.' },
);
export type ImportSummary = Static<typeof ImportSummary>;
