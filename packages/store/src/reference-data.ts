import type { Database } from './database.ts';

export interface ReferenceData {
  readonly jurisdictions: readonly {
    readonly code: string;
    readonly iso3: string;
    readonly name: string;
    readonly note: string | null;
    readonly monitored: boolean;
  }[];
  readonly regions: readonly { readonly code: string; readonly jurisdiction: string; readonly name: string }[];
  readonly places: readonly {
    readonly id: number;
    readonly name: string;
    readonly jurisdiction: string;
    readonly region: string | null;
    readonly lon: number;
    readonly lat: number;
    readonly population: number;
  }[];
}

/** Brings jurisdictions, regions and places of the database into line with the given ones. Does nothing where they are the same already. */
export async function loadReferenceData(_database: Database, _data: ReferenceData): Promise<void> {
  throw new Error('not built yet');
}
