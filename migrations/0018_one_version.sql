-- What a transaction publishes is one version, however many statements it takes: an import writes in portions. Once too much has changed
-- to list it, the statements after it need not look for what they changed.

-- Whether this transaction has raised the version for more incidents than are listed.
create function everything_is_outdated() returns boolean
language sql stable
as $$
  -- The transaction that wrote the row last is this one if it has raised the version.
  select exists (
    select from publication p join publication_changes c using (version)
    where p.xmin = pg_current_xact_id_if_assigned()::xid and c.incident_id is null
  )
$$;

create or replace function raise_publication(changed bigint[]) returns void
language plpgsql
as $$
declare
  most_listed constant integer := 5000;
  raised bigint;
begin
  if everything_is_outdated() then
    return;
  end if;
  update publication set version = version + 1, changed_at = now()
  where xmin <> pg_current_xact_id()::xid
  returning version into raised;
  if found then
    delete from publication_changes where version <= raised - 10000;
    perform pg_notify('publication', raised::text);
  else
    select version into raised from publication;
    if changed is not null then
      changed := array(select unnest(changed) union select incident_id from publication_changes where version = raised);
    end if;
    delete from publication_changes where version = raised;
  end if;
  if changed is null or cardinality(changed) > most_listed then
    insert into publication_changes (version, incident_id) values (raised, null);
  else
    insert into publication_changes (version, incident_id) select raised, id from unnest(changed) as id;
  end if;
end
$$;

create or replace function incidents_inserted() returns trigger
language plpgsql
as $$
declare
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(select id from new_rows where published limit 5001);
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
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(
    select n.id
    from old_rows o join new_rows n on n.id = o.id
    where (o.published or n.published) and o is distinct from n
    limit 5001
  );
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
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(select id from old_rows where published limit 5001);
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
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(
    select distinct i.id from new_rows n join incidents i on i.id = n.incident_id where i.published limit 5001
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
    from ((table old_rows except all table new_rows) union all (table new_rows except all table old_rows)) moved
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

create or replace function parts_deleted() returns trigger
language plpgsql
as $$
declare
  changed bigint[];
begin
  if everything_is_outdated() then
    return null;
  end if;
  changed := array(
    select distinct i.id from old_rows o join incidents i on i.id = o.incident_id where i.published limit 5001
  );
  if cardinality(changed) > 0 then
    perform raise_publication(changed);
  end if;
  return null;
end
$$;
