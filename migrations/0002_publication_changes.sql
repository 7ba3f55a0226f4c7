-- Which incidents each dataset version changed, so that those who keep a copy of the numbers need not read everything again.

create table publication_changes (
  version bigint not null check (version >= 1),
  incident_id bigint
);
create index publication_changes_by_version on publication_changes (version);
comment on table publication_changes is 'Incidents whose published content a dataset version changed, for the latest ten thousand versions.';
comment on column publication_changes.version is 'Dataset version that the change made.';
comment on column publication_changes.incident_id is 'Incident that was changed, on record or not; null where the change was too large to list.';

drop function raise_publication();

-- The incidents changed are given up to one more than is listed; null stands for "unknown".
create function raise_publication(changed bigint[]) returns void
language plpgsql
as $$
declare
  most_listed constant integer := 5000;
  raised bigint;
begin
  update publication set version = version + 1, changed_at = now() returning version into raised;
  if changed is null or cardinality(changed) > most_listed then
    insert into publication_changes (version, incident_id) values (raised, null);
  else
    insert into publication_changes (version, incident_id) select raised, id from unnest(changed) as id;
  end if;
  delete from publication_changes where version <= raised - 10000;
  perform pg_notify('publication', raised::text);
end
$$;

create or replace function incidents_inserted() returns trigger
language plpgsql
as $$
declare
  changed bigint[] := array(select id from new_rows where published limit 5001);
begin
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function incidents_deleted() returns trigger
language plpgsql
as $$
declare
  changed bigint[] := array(select id from old_rows where published limit 5001);
begin
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function incidents_updated() returns trigger
language plpgsql
as $$
declare
  changed bigint[] := array(
    select n.id
    from old_rows o join new_rows n on n.id = o.id
    where (o.published or n.published) and o is distinct from n
    limit 5001
  );
begin
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function parts_inserted() returns trigger
language plpgsql
as $$
declare
  changed bigint[] := array(
    select distinct i.id from new_rows n join incidents i on i.id = n.incident_id where i.published limit 5001
  );
begin
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function parts_deleted() returns trigger
language plpgsql
as $$
declare
  changed bigint[] := array(
    select distinct i.id from old_rows o join incidents i on i.id = o.incident_id where i.published limit 5001
  );
begin
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
  changed bigint[] := array(
    select distinct i.id
    from ((table old_rows except all table new_rows) union all (table new_rows except all table old_rows)) moved
    join incidents i on i.id = moved.incident_id
    where i.published
    limit 5001
  );
begin
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;

create or replace function published_truncated() returns trigger
language plpgsql
as $$
begin
  perform raise_publication(null);
  return null;
end
$$;

-- Title and licence of a dataset are published, and part of no incident.
create or replace function datasets_inserted() returns trigger
language plpgsql
as $$
begin
  if exists (select from new_rows) then
    perform raise_publication('{}');
  end if;
  return null;
end
$$;

create or replace function datasets_deleted() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows) then
    perform raise_publication('{}');
  end if;
  return null;
end
$$;

create or replace function datasets_updated() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows o join new_rows n on n.id = o.id where o is distinct from n) then
    perform raise_publication('{}');
  end if;
  return null;
end
$$;
