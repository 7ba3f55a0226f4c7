-- Internal numbers are in the order of the file. Lists broke ties by them, so whoever has the file could find a sensitive incident by its
-- neighbours. Public identifiers are in no order that anybody knows.

-- No check that waits for the end of the transaction may be left.
set constraints all immediate;
drop index incidents_by_day;
create index incidents_by_day on incidents (occurred_on, public_id) where published;
set constraints all deferred;
comment on column incidents.id is 'Internal number, in the order of entry. Nothing public is sorted by it or contains it.';

-- A correction of what only editors see raises no version, since a version would tell that there was something to correct.

-- Columns of incidents and their parts whose change nobody sees.
create function unseen_columns() returns text[]
language sql immutable
as $$
  select array['batch_id', 'created_at'] || array(
    select split_part(one, '.', 2) from unnest(withheld_columns()) as one
    where split_part(one, '.', 1) in ('incidents', 'people', 'weapons', 'sources')
  )
$$;

create function shown_part(written jsonb) returns jsonb
language sql immutable
as $$
  select written - unseen_columns()
$$;

create or replace function incidents_updated() returns trigger
language plpgsql
as $$
declare
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(
    select n.id
    from old_rows o join new_rows n on n.id = o.id
    where (o.published or n.published) and o is distinct from n and shown_part(to_jsonb(o)) <> shown_part(to_jsonb(n))
    limit 5001
  );
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function parts_updated() returns trigger
language plpgsql
as $$
declare
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(
    select distinct i.id
    from (
      (select incident_id, shown_part(to_jsonb(o)) from old_rows o except all select incident_id, shown_part(to_jsonb(n)) from new_rows n)
      union all
      (select incident_id, shown_part(to_jsonb(n)) from new_rows n except all select incident_id, shown_part(to_jsonb(o)) from old_rows o)
    ) moved
    join incidents i on i.id = moved.incident_id
    where i.published
    limit 5001
  );
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;
