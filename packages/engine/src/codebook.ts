import { chosenColumns, type Codebook } from '@monitor/contract';
import { notices, vocabularies } from '@monitor/domain';
import { jurisdictions, regionsOf } from '@monitor/geography';

/** Who runs an instance. */
export interface Publisher {
  readonly publisher: string;
  readonly contact?: string | undefined;
  readonly licence?: string | undefined;
}

/** All vocabularies with labels and definitions, locations with their regions, and the notices that go with them. */
export function buildCodebook({ publisher, contact, licence }: Publisher): Codebook {
  return {
    vocabularies: Object.fromEntries(Object.entries(vocabularies).map(([name, { terms }]) => [name, [...terms]])),
    groups: Object.fromEntries(
      Object.entries(vocabularies)
        .filter(([, { groups }]) => groups.length > 0)
        .map(([name, { groups }]) => [name, groups.map((group) => ({ ...group, codes: [...group.codes] }))]),
    ),
    locations: jurisdictions.map(({ code, name, note }) => ({
      code,
      name,
      note,
      regions: regionsOf(code).map((region) => ({ code: region.code, name: region.name })),
    })),
    csv_columns: chosenColumns({ compared: true }).map(({ name, hxl, meaning }) => ({ name, hxl, meaning })),
    notices: { ...notices },
    publisher,
    ...(contact === undefined ? {} : { contact }),
    ...(licence === undefined ? {} : { licence }),
  };
}
