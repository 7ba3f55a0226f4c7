import { type Static, type TSchema, Type } from 'typebox';
import { Dataset } from '../codebook.ts';
import { component } from '../field-schemas.ts';
import { List } from './verdicts.ts';

/** The answer of a page or of a part of one. @param data what it says */
export function pageOf<Data extends TSchema>(id: string, data: Data) {
  return Type.Object(
    {
      datasetVersion: Type.Integer({ description: 'Version of the published data that everything in this answer is of.' }),
      datasets: List(component(Dataset), 'Datasets with a published incident: the sources of the figures.'),
      isPartial: Type.Optional(
        Type.Boolean({
          description:
            'True while something of this version is still being calculated, which is null here. Ask again after a few seconds.',
        }),
      ),
      leftOut: Type.Optional(
        Type.Object(
          {
            text: Type.String({ description: 'In one sentence.' }),
            parts: List(Type.String(), 'Parts of the record as dataset/location, as the filter `leave_out` takes them.'),
          },
          {
            description:
              'What the comparisons of the page leave out: datasets that do not cover both sides of a comparison, or that cover the same days of a location as another. Totals include it.',
          },
        ),
      ),
      data: Type.Union([data, Type.Null()], { description: 'Null if there is no data to say something of.' }),
    },
    { $id: id },
  );
}

/** The envelope of all pages. */
export type PageAnswer<Data> = Pick<Static<ReturnType<typeof pageOf>>, 'datasetVersion' | 'datasets' | 'isPartial' | 'leftOut'> & {
  readonly data: Data | null;
};
