-- The public identifier of an incident is made of its source key. Source keys can be case numbers or lead to reports, and those of sensitive
-- incidents are never public: nobody must be able to find out which incident a key that they know or guess belongs to. So a secret of this
-- database is part of what identifiers are made of. Datasets that are on record keep theirs, since identifiers never change, and made-up
-- incidents have the same everywhere.

create table identifier_secret (
  single boolean primary key default true check (single),
  secret bytea not null check (length(secret) = 32)
);
comment on table identifier_secret is 'A single row with what makes public identifiers of incidents unguessable.';
comment on column identifier_secret.single is 'Keeps the table to one row.';
comment on column identifier_secret.secret is 'Random bytes, never shown. A backup has them, so that identifiers stay the same.';
alter table datasets add column secret_identifiers boolean not null default false;
alter table datasets alter column secret_identifiers set default true;
comment on column datasets.secret_identifiers is 'True if nobody can work out the public identifiers of its incidents from source keys.';

insert into identifier_secret (secret) values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

create or replace function grant_rights() returns void language plpgsql as $$
declare
  withheld constant text[] = array[
    'incidents.exact_lon', 'incidents.exact_lat', 'revisions.previous', 'identifier_secret.single', 'identifier_secret.secret'
  ];
  reference constant text[] = array['jurisdictions', 'regions', 'places', 'schema_migrations'];
  written constant text[] = array['incidents', 'people', 'weapons', 'sources'];
  one record;
begin
  if (select count(*) from pg_roles where rolname in ('monitor_reader', 'monitor_writer')) < 2 then
    return;
  end if;
  for one in
    select t.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
    from pg_class t
    join pg_class i on i.oid = 'incidents'::regclass and i.relnamespace = t.relnamespace and i.relowner = t.relowner
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      and t.relname || '.' || a.attname <> all (withheld)
    where t.relkind = 'r'
    group by t.relname
  loop
    execute format('revoke all on %I from monitor_reader, monitor_writer', one.name);
    execute format('grant select (%s) on %I to monitor_reader', one.columns, one.name);
    execute format('grant select on %I to monitor_writer', one.name);
    if one.name <> all (reference) then
      execute format('grant insert, update, delete on %I to monitor_writer', one.name);
    end if;
    -- An import tells the planner what it has changed; before version 17 only the owner could.
    if one.name = any (written) and current_setting('server_version_num')::int >= 170000 then
      execute format('grant maintain on %I to monitor_writer', one.name);
    end if;
  end loop;
  -- A table of which everything is withheld is not among those above.
  grant select on identifier_secret to monitor_writer;
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
