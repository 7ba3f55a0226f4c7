-- The database holds all incidents to what 0021_closed_texts.sql has made of them.

create or replace function refuse_fine_places(added bigint[]) returns void
language plpgsql
as $$
begin
  if exists (
    select
    from incidents i
    where i.id = any(added) and i.place is not null
      and not exists (select from places p where p.jurisdiction = i.country and p.name = i.place)
  ) then
    raise exception 'The place of an incident must be a settlement of the gazetteer.'
      using errcode = 'check_violation', constraint = 'incidents_place_is_settlement';
  end if;
end
$$;

create or replace function inserted_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from (select distinct country, place from new_rows where place is not null) n
    where not exists (select from places p where p.jurisdiction = n.country and p.name = n.place)
  ) then
    raise exception 'The place of an incident must be a settlement of the gazetteer.'
      using errcode = 'check_violation', constraint = 'incidents_place_is_settlement';
  end if;
  return null;
end
$$;

-- A settlement may leave the gazetteer while incidents have its name, which stays.
create or replace function updated_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  perform refuse_fine_places(array(
    select n.id
    from new_rows n join old_rows o on o.id = n.id
    where n.place is not null and (n.place, n.country) is distinct from (o.place, o.country)
  ));
  return null;
end
$$;
