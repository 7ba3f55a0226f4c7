-- Texts are public only from closed sets (docs/publishing.md): a place is a settlement of the gazetteer, a reported type consists of
-- categories, a publisher is listed or shared by many incidents. Whatever else sources say is kept in columns that readers cannot see. An
-- incident in which somebody was harmed has an exact point and time only where somebody said why. The program applies the same rules to what
-- is on record, in the same transaction (packages/store/src/schema/close-texts.ts).

alter table incidents
  add column withheld_place text check (withheld_place <> '' and length(withheld_place) <= 500),
  add column withheld_type text check (withheld_type <> '' and length(withheld_type) <= 500),
  add column point_basis text collate "C"
    constraint incidents_point_basis_vocabulary check (point_basis in ('mapped_type', 'published_point', 'sensitive')),
  add column public_key text collate "C"
    constraint incidents_public_key check (
      public_key is null
      or (not sensitive and public_key = source_key and public_key ~ '^([0-9]{1,8}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$')
    );
comment on column incidents.withheld_place is 'Place in the words of the source, where the gazetteer does not have it. For editors.';
comment on column incidents.withheld_type is 'Words of the source for the type that are no categories. For editors.';
comment on column incidents.point_basis is 'What was said about the point and the time; null if nothing was.';
comment on column incidents.public_key is 'Identifier given by the source, where it is public.';
comment on column incidents.source_key is 'Identifier given by the source, unique within the dataset. For editors; see public_key.';
comment on column incidents.place is 'Name of the settlement in the gazetteer.';
comment on column incidents.type_as_reported is 'Words of the source for the type that are categories, separated by semicolons.';

alter table incidents drop constraint incidents_subtype_vocabulary;
alter table incidents add constraint incidents_subtype_vocabulary check (subtype in (
  'criminal_context.organized_crime', 'criminal_context.armed_robbery', 'criminal_context.sexual_violence', 'criminal_context.other',
  'domestic_violence.intimate_partner', 'domestic_violence.family_member', 'domestic_violence.sexual_violence',
  'celebratory_shooting.family_celebration', 'celebratory_shooting.public_holiday', 'celebratory_shooting.other',
  'accidental_shooting.handling', 'accidental_shooting.maintenance', 'accidental_shooting.hunting',
  'accidental_shooting.malfunction_or_ricochet',
  'suicide.after_domestic_violence', 'suicide.other'
));

alter table sources
  add column withheld_publisher text check (withheld_publisher <> ''),
  add column withheld_url text,
  add constraint sources_publisher_once check (publisher is null or withheld_publisher is null),
  add constraint sources_url_once check (url is null or withheld_url is null);
comment on column sources.publisher is 'Name of the medium or authority, where it is named.';
comment on column sources.withheld_publisher is 'Name of the medium or authority, where it is not named. For editors.';
comment on column sources.withheld_url is 'Web address of the report, where it is not public. For editors.';

-- What else is public of a dataset, beside places.
create table public_texts (
  dataset_id smallint not null references datasets on delete cascade,
  field text collate "C" not null check (field in ('type_as_reported', 'publisher')),
  text text collate "C" not null check (text <> ''),
  listed boolean not null,
  primary key (dataset_id, field, text)
);
comment on table public_texts is 'Texts of the sources of a dataset that are public.';
comment on column public_texts.dataset_id is 'Dataset whose texts they are.';
comment on column public_texts.field is 'Field that the text is of: a part of a type as reported, or a publisher or the host of a link.';
comment on column public_texts.text is 'The text.';
comment on column public_texts.listed is 'True if the format, the mapping or the list of media has it; false if so many incidents have it.';

create or replace function incident_record(wanted bigint) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
      'occurred_on', i.occurred_on, 'occurred_until', i.occurred_until, 'local_time', i.local_time,
      'part_of_day', i.part_of_day, 'date_precision', i.date_precision, 'country', i.country, 'region', i.region, 'place', i.place,
      'withheld_place', i.withheld_place, 'lon', i.lon, 'lat', i.lat, 'place_precision', i.place_precision,
      'point_basis', i.point_basis, 'exact_lon', i.exact_lon, 'exact_lat', i.exact_lat,
      'setting', i.setting, 'urbanity', i.urbanity, 'type', i.type, 'subtype', i.subtype, 'type_as_reported', i.type_as_reported,
      'withheld_type', i.withheld_type
    ) || jsonb_build_object(
      'killed', i.killed, 'killed_low', i.killed_low, 'killed_high', i.killed_high,
      'injured', i.injured, 'injured_low', i.injured_low, 'injured_high', i.injured_high,
      'threatened', i.threatened, 'suicides', i.suicides,
      'people', coalesce((
        select jsonb_agg(to_jsonb(p) - 'incident_id' - 'position' order by p.position) from people p where p.incident_id = i.id
      ), '[]'),
      'weapons', coalesce((
        select jsonb_agg(to_jsonb(w) - 'incident_id' - 'position' order by w.position) from weapons w where w.incident_id = i.id
      ), '[]'),
      'sources', coalesce((
        select jsonb_agg(to_jsonb(s) - 'incident_id' - 'position' order by s.position) from sources s where s.incident_id = i.id
      ), '[]')
    )
  from incidents i
  where i.id = wanted
$$;

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
