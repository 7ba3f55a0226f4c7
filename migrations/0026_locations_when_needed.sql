-- Regions and settlements of a location outside the region come with the first import from there, which may therefore add them.
create or replace function grant_rights() returns void language plpgsql as $$
declare
  withheld constant text[] = array[
    'incidents.exact_lon', 'incidents.exact_lat', 'incidents.withheld_place', 'incidents.withheld_type', 'incidents.source_key',
    'incidents.content_hash', 'people.age', 'sources.withheld_publisher', 'sources.withheld_url', 'revisions.previous',
    'import_batches.file_names', 'identifier_secret.single', 'identifier_secret.secret', 'public_texts.dataset_id', 'public_texts.field',
    'public_texts.text', 'public_texts.listed'
  ];
  reference constant text[] = array['jurisdictions', 'regions', 'places', 'schema_migrations'];
  written constant text[] = array['incidents', 'people', 'weapons', 'sources'];
  one record;
begin
  if (select count(*) from pg_roles where rolname in ('monitor_reader', 'monitor_writer')) < 2 then
    return;
  end if;
  for one in
    select t.relname as name,
      string_agg(quote_ident(a.attname), ', ') filter (where t.relname || '.' || a.attname <> all (withheld)) as columns
    from pg_class t
    join pg_class i on i.oid = 'incidents'::regclass and i.relnamespace = t.relnamespace and i.relowner = t.relowner
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relkind = 'r'
    group by t.relname
  loop
    execute format('revoke all on %I from monitor_reader, monitor_writer', one.name);
    if one.columns is not null then
      execute format('grant select (%s) on %I to monitor_reader', one.columns, one.name);
    end if;
    execute format('grant select on %I to monitor_writer', one.name);
    if one.name <> all (reference) and one.name <> 'identifier_secret' then
      execute format('grant insert, update, delete on %I to monitor_writer', one.name);
    end if;
    -- An import adds what the gazetteer has of a location that nothing was imported from before.
    if one.name in ('regions', 'places') then
      execute format('grant insert on %I to monitor_writer', one.name);
    end if;
    -- An import tells the planner what it has changed; before version 17 only the owner could.
    if one.name = any (written) and current_setting('server_version_num')::int >= 170000 then
      execute format('grant maintain on %I to monitor_writer', one.name);
    end if;
  end loop;
  for one in
    select t.relname as name from pg_class t
    join pg_class i on i.oid = 'incidents'::regclass and i.relnamespace = t.relnamespace and i.relowner = t.relowner
    where t.relkind = 'S'
  loop
    execute format('grant usage on sequence %I to monitor_writer', one.name);
  end loop;
  -- What anybody may do unless told otherwise: fill the disk with temporary tables, large objects and messages.
  begin
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant temporary on database %I to monitor_writer', current_database());
    execute format('revoke create on schema %I from public', current_schema());
    for one in
      select oid::regprocedure as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace
        and proname in ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lowrite', 'pg_logical_emit_message')
    loop
      execute format('revoke execute on function %s from public', one.name);
    end loop;
  exception when insufficient_privilege then
    raise notice 'Only the owner of the database can keep users from making temporary tables and large objects.';
  end;
end $$;
