import type { Database, Transaction } from '../connection/database.ts';
import { inTransaction } from '../connection/in-transaction.ts';

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

/**
 * Brings jurisdictions, regions and places of the database into line with the given ones. Does nothing where they are the same
 * already. Jurisdictions and regions that incidents lie in are kept even where they are not given.
 */
export async function loadReferenceData(database: Database, data: ReferenceData): Promise<void> {
  await inTransaction(database, 'read write', async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    await transaction`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor reference data'))`;
    await writeJurisdictions(transaction, data.jurisdictions);
    await writeRegions(transaction, data.regions);
    await writePlaces(transaction, data.places);
    await removeOthers(transaction, data);
  });
}

async function writeJurisdictions(transaction: Transaction, given: ReferenceData['jurisdictions']): Promise<void> {
  await transaction`
    insert into jurisdictions as recorded (code, iso3, name, note, monitored)
    select * from unnest(
      ${given.map((one) => one.code)}::text[], ${given.map((one) => one.iso3)}::text[], ${given.map((one) => one.name)}::text[],
      ${given.map((one) => one.note)}::text[], ${given.map((one) => String(one.monitored))}::text[]::boolean[]
    )
    on conflict (code) do update
    set iso3 = excluded.iso3, name = excluded.name, note = excluded.note, monitored = excluded.monitored
    where recorded is distinct from excluded`;
}

async function writeRegions(transaction: Transaction, given: ReferenceData['regions']): Promise<void> {
  await transaction`
    insert into regions as recorded (code, jurisdiction, name)
    select * from unnest(
      ${given.map((one) => one.code)}::text[], ${given.map((one) => one.jurisdiction)}::text[],
      ${given.map((one) => one.name)}::text[]
    )
    on conflict (code) do update set jurisdiction = excluded.jurisdiction, name = excluded.name
    where recorded is distinct from excluded`;
}

async function writePlaces(transaction: Transaction, given: ReferenceData['places']): Promise<void> {
  await transaction`
    insert into places as recorded (id, name, jurisdiction, region, lon, lat, population)
    select * from unnest(
      ${given.map((one) => one.id)}::integer[], ${given.map((one) => one.name)}::text[],
      ${given.map((one) => one.jurisdiction)}::text[], ${given.map((one) => one.region)}::text[],
      ${given.map((one) => one.lon)}::double precision[], ${given.map((one) => one.lat)}::double precision[],
      ${given.map((one) => one.population)}::integer[]
    )
    on conflict (id) do update
    set name = excluded.name, jurisdiction = excluded.jurisdiction, region = excluded.region, lon = excluded.lon,
      lat = excluded.lat, population = excluded.population
    where recorded is distinct from excluded`;
}

async function removeOthers(transaction: Transaction, data: ReferenceData): Promise<void> {
  await transaction`delete from places where id <> all(${data.places.map((one) => one.id)}::integer[])`;
  await transaction`
    delete from regions where code <> all(${data.regions.map((one) => one.code)}::text[])
      and not exists (select from incidents where incidents.region = regions.code)
      and not exists (select from places where places.region = regions.code)`;
  await transaction`
    delete from jurisdictions where code <> all(${data.jurisdictions.map((one) => one.code)}::text[])
      and not exists (select from incidents where incidents.country = jurisdictions.code)
      and not exists (select from regions where regions.jurisdiction = jurisdictions.code)
      and not exists (select from places where places.jurisdiction = jurisdictions.code)`;
}
