import { type Static, Type } from 'typebox';

/** RFC 9457 problem details, sent as `application/problem+json`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the description of this error, relative to the server.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable. Use this in programs.' }),
    detail: Type.String({ description: 'What happened and what to do, for people to read.' }),
    requestId: Type.Optional(Type.String()),
    problems: Type.Optional(
      Type.Array(
        Type.Object({
          parameter: Type.String(),
          code: Type.String(),
          value: Type.String(),
          message: Type.String(),
          allowed: Type.Optional(Type.Array(Type.String())),
        }),
      ),
    ),
    removal: Type.Optional(
      Type.Object(
        {
          dataset_title: Type.String({ description: 'Title of the dataset that the incident was part of.' }),
          removed_on: Type.String({ format: 'date', description: 'Day of the removal, in UTC.' }),
        },
        { description: 'Of the code `removed`.' },
      ),
    ),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;
