import { type SQL, sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';
import { datasets, importBatches, incidents, places, publication, publicationChanges, revisions } from '../schema/tables.ts';

/** What is wrong with an incident, and the condition of it on `i`. */
const ofIncidents: readonly (readonly [fault: string, condition: SQL])[] = [
  [
    'its history has gaps',
    sql`not exists (
      select from ${revisions} r where r.incident_id = i.id having count(*) > 0 and min(r.revision) = 1 and max(r.revision) = count(*)
    )`,
  ],
  [
    'its history does not begin with how it was created',
    sql`exists (select from ${revisions} r where r.incident_id = i.id and (r.revision = 1) <> (r.change = 'created'))`,
  ],
  [
    'it does not belong to the import that last wrote it',
    sql`i.batch_id is distinct from (
      select r.batch_id from ${revisions} r where r.incident_id = i.id and r.change in ('created', 'updated') order by r.revision desc limit 1
    )`,
  ],
  [
    'its history has a place, time or link that could expose a person',
    sql`i.sensitive and exists (
      select from ${revisions} r
      where r.incident_id = i.id and r.previous is not null and (
        r.previous ->> 'local_time' is not null
        or jsonb_path_exists(r.previous, '$.sources[*] ? (@.url != null)')
        or r.previous ->> 'place' is not null and not exists (
          select from ${places} p where p.jurisdiction = r.previous ->> 'country' and p.name = r.previous ->> 'place' and p.part_of is null
        )
      )
    )`,
  ],
];

/** What is wrong with the history. @param most how many faults at most */
export async function findHistoryFaults(run: RunStatement, most: number): Promise<string[]> {
  const faults: string[] = [];
  for (const [fault, condition] of ofIncidents) {
    const found = await run<{ public_id: string }>(
      sql`select i.public_id from ${incidents} i where ${condition} order by i.id limit ${most}`,
    );
    faults.push(...found.map(({ public_id }) => `${public_id}: ${fault}`));
  }
  const imports = await run<{ id: number; slug: string }>(sql`
    select b.id, d.slug
    from ${importBatches} b join ${datasets} d on d.id = b.dataset_id
      left join (
        select batch_id, count(*) filter (where change = 'created') as inserted, count(*) filter (where change = 'updated') as updated
        from ${revisions} group by batch_id
      ) as r on r.batch_id = b.id
    where (b.inserted, b.updated) is distinct from (coalesce(r.inserted, 0), coalesce(r.updated, 0))
    order by b.id limit ${most}`);
  faults.push(...imports.map(({ id, slug }) => `import ${id} into "${slug}" added or changed other incidents than it says`));
  const [versions] = await run<{ behind: boolean }>(sql`
    select count(*) <> 1 or max(version) < coalesce((select max(version) from ${publicationChanges}), 0) as behind from ${publication}`);
  if (versions?.behind === true) faults.push('the dataset version is lower than that of a change on record');
  return faults.slice(0, most);
}
