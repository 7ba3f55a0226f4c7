-- That incidents refer to sets of traits on record is looked at once for each statement: five foreign keys, looked at for each incident,
-- were an eighth of the work of an import.

alter table incidents
  drop constraint incidents_weapon_traits_fkey,
  drop constraint incidents_victim_traits_fkey,
  drop constraint incidents_outcome_traits_fkey,
  drop constraint incidents_perpetrator_traits_fkey,
  drop constraint incidents_source_traits_fkey;

create function written_traits_are_known() returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from (
      select 'weapon' as subject, weapon_traits as id from new_rows
      union select 'victim', victim_traits from new_rows
      union select 'outcome', outcome_traits from new_rows
      union select 'perpetrator', perpetrator_traits from new_rows
      union select 'source', source_traits from new_rows
    ) written
    where not exists (select from trait_sets t where t.id = written.id and t.subject = written.subject)
  ) then
    raise exception 'The traits of an incident must be sets on record, each of its own subject.'
      using errcode = 'foreign_key_violation', constraint = 'incidents_known_traits';
  end if;
  return null;
end
$$;

create trigger inserted_traits_are_known after insert on incidents
  referencing new table as new_rows for each statement execute function written_traits_are_known();
create trigger updated_traits_are_known after update on incidents
  referencing new table as new_rows for each statement execute function written_traits_are_known();

create function deleted_traits_are_unused() returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from incidents
    where weapon_traits in (select id from old_rows) or victim_traits in (select id from old_rows)
      or outcome_traits in (select id from old_rows) or perpetrator_traits in (select id from old_rows)
      or source_traits in (select id from old_rows)
  ) then
    raise exception 'Sets of traits that incidents have must stay.'
      using errcode = 'foreign_key_violation', constraint = 'incidents_known_traits';
  end if;
  return null;
end
$$;

create function trait_sets_stay() returns trigger
language plpgsql
as $$
begin
  raise exception 'Sets of traits keep their number and subject, since incidents may have them.'
    using errcode = 'foreign_key_violation', constraint = 'incidents_known_traits';
end
$$;

create trigger deleted_traits_are_unused after delete on trait_sets
  referencing old table as old_rows for each statement execute function deleted_traits_are_unused();
create trigger trait_sets_stay before truncate or update of id, subject on trait_sets
  for each statement execute function trait_sets_stay();
