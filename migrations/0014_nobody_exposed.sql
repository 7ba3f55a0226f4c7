-- The database holds sensitive incidents to what 0013_part_of_day.sql has made of them.

alter table incidents drop constraint incidents_no_harm;
alter table incidents
  add constraint incidents_no_harm check (not sensitive or (place_precision <> 'exact' and local_time is null)),
  add constraint incidents_part_of_time check (
    local_time is null
    or (part_of_day is not null and part_of_day = (array['night', 'morning', 'afternoon', 'evening'])[left(local_time, 2)::integer / 6 + 1])
  );

create function refuse_fine_places(added bigint[]) returns void
language plpgsql
as $$
begin
  if exists (
    select
    from incidents i
    where i.id = any(added) and i.sensitive and i.place is not null
      and not exists (select from places p where p.jurisdiction = i.country and p.name = i.place)
  ) then
    raise exception 'The place of a sensitive incident must be a settlement.'
      using errcode = 'check_violation', constraint = 'incidents_coarse_place';
  end if;
end
$$;

create function inserted_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  perform refuse_fine_places(array(select id from new_rows where sensitive and place is not null));
  return null;
end
$$;

-- A settlement may leave the gazetteer while incidents have its name, which stays.
create function updated_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  perform refuse_fine_places(array(
    select n.id
    from new_rows n join old_rows o on o.id = n.id
    where n.sensitive and n.place is not null and (not o.sensitive or (n.place, n.country) is distinct from (o.place, o.country))
  ));
  return null;
end
$$;

create function refuse_links(of_incidents bigint[]) returns void
language plpgsql
as $$
begin
  if exists (
    select
    from sources s join incidents i on i.id = s.incident_id
    where i.id = any(of_incidents) and i.sensitive and s.url is not null
  ) then
    raise exception 'The sources of a sensitive incident must not have links.'
      using errcode = 'check_violation', constraint = 'sources_no_link';
  end if;
end
$$;

create function sources_have_no_links() returns trigger
language plpgsql
as $$
begin
  perform refuse_links(array(select distinct incident_id from new_rows where url is not null));
  return null;
end
$$;

create function sensitive_has_no_links() returns trigger
language plpgsql
as $$
begin
  perform refuse_links(array[new.id]);
  return null;
end
$$;

create trigger inserted_places_are_settlements after insert on incidents
  referencing new table as new_rows for each statement execute function inserted_places_are_settlements();
create trigger updated_places_are_settlements after update on incidents
  referencing old table as old_rows new table as new_rows for each statement execute function updated_places_are_settlements();
create trigger inserted_sources_have_no_links after insert on sources
  referencing new table as new_rows for each statement execute function sources_have_no_links();
create trigger updated_sources_have_no_links after update on sources
  referencing new table as new_rows for each statement execute function sources_have_no_links();
-- At the end, since an import writes an incident before it replaces its sources.
create constraint trigger sensitive_has_no_links after update on incidents
  deferrable initially deferred
  for each row when (new.sensitive and not old.sensitive) execute function sensitive_has_no_links();
