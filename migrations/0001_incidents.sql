-- The record: incidents with their people, weapons and sources, where they come from, and what became of them.
-- Codes are text in the order "C", checked against the vocabularies of packages/domain (a database test compares the two).

-- Names of places sort by the rules of their script where the server knows them, and by code point where it does not.
do $$
begin
  create collation place_names (provider = icu, locale = 'und');
exception
  when feature_not_supported or undefined_object or invalid_parameter_value then
    create collation place_names from "C";
end
$$;

create table datasets (
  id smallint generated always as identity primary key,
  slug text collate "C" not null unique
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 60),
  title text not null check (title <> ''),
  description text not null,
  synthetic boolean not null,
  licence text not null,
  licence_url text check (licence_url ~* '^https?://'),
  attribution text not null,
  url text check (url ~* '^https?://')
);
comment on table datasets is 'Bodies of incidents with one origin, one licence and one way of collecting.';
comment on column datasets.id is 'Internal number.';
comment on column datasets.slug is 'Name in addresses and files; never changes.';
comment on column datasets.title is 'Name for people.';
comment on column datasets.description is 'What the dataset covers and how it was collected.';
comment on column datasets.synthetic is 'True for made-up data, which is labelled wherever it appears.';
comment on column datasets.licence is 'Licence under which the data may be used, by its SPDX name where it has one.';
comment on column datasets.licence_url is 'Address of the licence.';
comment on column datasets.attribution is 'Words that must stand beside every use of the data.';
comment on column datasets.url is 'Where the data comes from.';

create table import_batches (
  id integer generated always as identity primary key,
  dataset_id smallint not null references datasets,
  format text not null,
  file_names text[] not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz check (finished_at >= started_at),
  inserted integer not null default 0 check (inserted >= 0),
  updated integer not null default 0 check (updated >= 0),
  unchanged integer not null default 0 check (unchanged >= 0),
  repeated integer not null default 0 check (repeated >= 0)
);
comment on table import_batches is 'Imports, each with what it did; one that failed leaves no row.';
comment on column import_batches.id is 'Internal number.';
comment on column import_batches.dataset_id is 'Dataset imported into.';
comment on column import_batches.format is 'Name of the source format.';
comment on column import_batches.file_names is 'Names of the files read, without their folders.';
comment on column import_batches.started_at is 'When the import began.';
comment on column import_batches.finished_at is 'When its work was complete.';
comment on column import_batches.inserted is 'Incidents that were new.';
comment on column import_batches.updated is 'Incidents whose content differed from the record.';
comment on column import_batches.unchanged is 'Incidents that were on record with the same content.';
comment on column import_batches.repeated is 'Drafts left out because an earlier one of the same import has the same source key.';

create table jurisdictions (
  code text collate "C" primary key check (code ~ '^[A-Z]{2}$'),
  iso3 text collate "C" not null check (iso3 ~ '^[A-Z]{3}$'),
  name text collate place_names not null check (name <> ''),
  note text,
  monitored boolean not null
);
comment on table jurisdictions is 'Places with a code of their own, called locations in the interface.';
comment on column jurisdictions.code is 'ISO 3166-1 alpha-2 code, and XK for Kosovo*.';
comment on column jurisdictions.iso3 is 'ISO 3166-1 alpha-3 code, and XKX for Kosovo*.';
comment on column jurisdictions.name is 'English name as it must be printed, with its asterisk where a footnote belongs to it.';
comment on column jurisdictions.note is 'Footnote of the name.';
comment on column jurisdictions.monitored is 'True for the places of the Armed Violence Monitoring Platform.';

create table regions (
  code text collate "C" primary key check (code ~ '^[A-Z]{2}-[A-Z0-9]{1,8}$'),
  jurisdiction text collate "C" not null references jurisdictions,
  name text collate place_names not null check (name <> ''),
  unique (code, jurisdiction)
);
comment on table regions is 'First-level regions of jurisdictions.';
comment on column regions.code is 'ISO 3166-2 code, or one of ours where ISO has none.';
comment on column regions.jurisdiction is 'Code of the jurisdiction that the region belongs to.';
comment on column regions.name is 'Name as printed.';

create table places (
  id integer primary key,
  name text collate place_names not null check (name <> ''),
  jurisdiction text collate "C" not null references jurisdictions,
  region text collate "C",
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  population integer not null check (population >= 0),
  foreign key (region, jurisdiction) references regions (code, jurisdiction)
);
comment on table places is 'Settlements of the gazetteer.';
comment on column places.id is 'GeoNames identifier.';
comment on column places.name is 'Name in the local script and spelling.';
comment on column places.jurisdiction is 'Code of the jurisdiction that the settlement lies in.';
comment on column places.region is 'Code of the first-level region that the settlement lies in.';
comment on column places.lon is 'Longitude of its centre in degrees.';
comment on column places.lat is 'Latitude of its centre in degrees.';
comment on column places.population is 'Inhabitants, 0 where not known.';

-- Columns of fixed width that are never null come first: the server finds those without reading past the others.
create table incidents (
  id bigint generated always as identity primary key,
  occurred_on date not null check (occurred_on >= '1946-01-01'),
  weapon_mask integer not null check (weapon_mask > 0),
  victim_mask integer not null check (victim_mask >= 0),
  outcome_mask smallint not null check (outcome_mask > 0),
  perpetrator_mask smallint not null check (perpetrator_mask >= 0),
  relationship_mask smallint not null check (relationship_mask >= 0),
  source_mask smallint not null check (source_mask >= 0),
  dataset_id smallint not null references datasets,
  sensitive boolean not null,
  published boolean not null generated always as (status = 'published') stored,
  killed integer check (killed >= 0),
  injured integer check (injured >= 0),
  threatened integer check (threatened >= 0),
  suicides integer check (suicides >= 0),
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  -- Web Mercator (EPSG:3857) scaled to a square of side 1; see https://epsg.io/3857. The antimeridian lies at the west, and what
  -- lies beyond the square in the north and south is pulled just inside.
  mercator_x double precision generated always as (
    case when lon = 180 then 0 when lon is not null then (lon + 180) / 360 end
  ) stored,
  mercator_y double precision generated always as (
    case when lat is not null then greatest(0, least(
      0.9999999997671694,
      0.5 - ln(
        (1 + sin(radians(greatest(-85.0511287798066, least(85.0511287798066, lat)))))
        / (1 - sin(radians(greatest(-85.0511287798066, least(85.0511287798066, lat)))))
      ) / (4 * pi())
    )) end
  ) stored,
  type text collate "C" not null
    constraint incidents_type_vocabulary check (type in (
      'weapon_seizure', 'criminal_context', 'public_dispute', 'domestic_violence', 'undetermined_shooting',
      'undetermined_explosion', 'celebratory_shooting', 'accidental_shooting', 'suicide', 'police_encounter',
      'shooting_at_animals', 'weapon_theft', 'political_or_extremist', 'armed_conflict', 'other'
    )),
  country text collate "C" not null references jurisdictions,
  setting text collate "C" not null
    constraint incidents_setting_vocabulary check (setting in (
      'home', 'street', 'hospitality', 'school', 'workplace', 'road', 'border_crossing', 'nature', 'other', 'not_reported'
    )),
  urbanity text collate "C" not null
    constraint incidents_urbanity_vocabulary check (urbanity in ('urban', 'rural', 'not_reported')),
  place_precision text collate "C" not null
    constraint incidents_place_precision_vocabulary check (place_precision in ('exact', 'settlement', 'region', 'jurisdiction')),
  region text collate "C",
  subtype text collate "C"
    constraint incidents_subtype_vocabulary check (subtype in (
      'criminal_context.organized_crime', 'criminal_context.armed_robbery', 'criminal_context.other',
      'domestic_violence.intimate_partner', 'domestic_violence.family_member',
      'celebratory_shooting.family_celebration', 'celebratory_shooting.public_holiday', 'celebratory_shooting.other',
      'accidental_shooting.handling', 'accidental_shooting.maintenance', 'accidental_shooting.hunting',
      'accidental_shooting.malfunction_or_ricochet',
      'suicide.after_domestic_violence', 'suicide.other'
    )),
  date_precision text collate "C" not null
    constraint incidents_date_precision_vocabulary check (date_precision in ('day', 'week', 'month', 'year')),
  status text collate "C" not null
    constraint incidents_status_vocabulary check (status in ('draft', 'in_review', 'published', 'retracted')),
  public_id text collate "C" not null unique check (public_id ~ '^AV-[0-9A-HJKMNP-TV-Z]{12}$'),
  place text collate place_names check (place <> ''),
  local_time text collate "C" check (local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  occurred_until date,
  killed_low integer check (killed_low >= 0),
  killed_high integer check (killed_high >= 0),
  injured_low integer check (injured_low >= 0),
  injured_high integer check (injured_high >= 0),
  exact_lon double precision check (exact_lon between -180 and 180),
  exact_lat double precision check (exact_lat between -90 and 90),
  batch_id integer references import_batches,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  source_key text collate "C" not null check (source_key <> '' and length(source_key) <= 500),
  type_as_reported text check (length(type_as_reported) <= 500),
  content_hash bytea not null check (length(content_hash) = 32),
  search_text text collate "C" not null,
  unique (dataset_id, source_key),
  foreign key (region, country) references regions (code, jurisdiction),
  constraint incidents_period check (occurred_until >= occurred_on),
  constraint incidents_killed_range check (
    killed_low <= killed and killed <= killed_high and killed_low <= killed_high
  ),
  constraint incidents_injured_range check (
    injured_low <= injured and injured <= injured_high and injured_low <= injured_high
  ),
  constraint incidents_subtype_of_type check (split_part(subtype, '.', 1) = type),
  constraint incidents_whole_point check ((lon is null) = (lat is null)),
  constraint incidents_whole_exact_point check ((exact_lon is null) = (exact_lat is null)),
  constraint incidents_point_by_precision check ((place_precision in ('region', 'jurisdiction')) = (lon is null)),
  constraint incidents_no_harm check (not sensitive or place_precision <> 'exact')
);
comment on table incidents is 'Events at one place and time in which a weapon was used, threatened with, discharged, seized, stolen or found.';
comment on column incidents.id is 'Internal number, which breaks ties in sorting.';
comment on column incidents.occurred_on is 'Day of the incident, or its first day, by the local calendar.';
comment on column incidents.weapon_mask is 'Pairs of weapon class and legal status present, one bit each: class × 3 + status, by their places in the vocabularies.';
comment on column incidents.victim_mask is 'Pairs of sex and age band among victims, one bit each: sex × 5 + band, by their places in the vocabularies.';
comment on column incidents.outcome_mask is 'Outcomes present, one bit each by their places in the vocabulary.';
comment on column incidents.perpetrator_mask is 'Sexes among perpetrators, one bit each by their places in the vocabulary.';
comment on column incidents.relationship_mask is 'Relationships of all people, one bit each by their places in the vocabulary.';
comment on column incidents.source_mask is 'Kinds of source, one bit each by their places in the vocabulary.';
comment on column incidents.dataset_id is 'Dataset that the incident belongs to.';
comment on column incidents.sensitive is 'True where an exact public point could expose a person.';
comment on column incidents.published is 'True where the record status is published, for finding those quickly.';
comment on column incidents.killed is 'Best estimate of the people killed, suicides apart; null is not reported.';
comment on column incidents.injured is 'Best estimate of the people injured; null is not reported.';
comment on column incidents.threatened is 'Best estimate of the people threatened; null is not reported.';
comment on column incidents.suicides is 'People who died by suicide; null is not reported.';
comment on column incidents.lon is 'Public longitude in degrees; null where the place is known to region or jurisdiction only.';
comment on column incidents.lat is 'Public latitude in degrees; null where the place is known to region or jurisdiction only.';
comment on column incidents.mercator_x is 'Public point in Web Mercator from the west, 0 up to 1.';
comment on column incidents.mercator_y is 'Public point in Web Mercator from the north, 0 up to 1.';
comment on column incidents.type is 'Incident type as coded by the monitoring team.';
comment on column incidents.country is 'Code of the jurisdiction.';
comment on column incidents.setting is 'Kind of place.';
comment on column incidents.urbanity is 'Urban or rural.';
comment on column incidents.place_precision is 'How well the public point is known.';
comment on column incidents.region is 'Code of the first-level region.';
comment on column incidents.subtype is 'Sub-type, which belongs to the type named before its dot.';
comment on column incidents.date_precision is 'How well the day is known.';
comment on column incidents.status is 'Record status; only published incidents are public.';
comment on column incidents.public_id is 'Identifier for citing, which never changes and is never reused.';
comment on column incidents.place is 'Name of the settlement in its own script.';
comment on column incidents.local_time is 'Local time as HH:MM.';
comment on column incidents.occurred_until is 'Last day of an incident of several days.';
comment on column incidents.killed_low is 'Low estimate of the people killed.';
comment on column incidents.killed_high is 'High estimate of the people killed.';
comment on column incidents.injured_low is 'Low estimate of the people injured.';
comment on column incidents.injured_high is 'High estimate of the people injured.';
comment on column incidents.exact_lon is 'Exact longitude for editors where the public point is coarsened; never published.';
comment on column incidents.exact_lat is 'Exact latitude for editors where the public point is coarsened; never published.';
comment on column incidents.batch_id is 'Import that last wrote the incident.';
comment on column incidents.created_at is 'When the incident was first recorded.';
comment on column incidents.updated_at is 'When its content last changed.';
comment on column incidents.source_key is 'Identifier of the source, unique within the dataset.';
comment on column incidents.type_as_reported is 'The type in the words of the source.';
comment on column incidents.content_hash is 'SHA-256 of the content, by which an import knows it unchanged.';
comment on column incidents.search_text is 'Words that text search looks in, case and diacritics folded.';

create table people (
  incident_id bigint not null references incidents on delete cascade,
  position smallint not null check (position >= 1),
  age smallint check (age between 0 and 120),
  role text collate "C" not null
    constraint people_role_vocabulary check (role in ('victim', 'perpetrator')),
  sex text collate "C" not null
    constraint people_sex_vocabulary check (sex in ('woman', 'man', 'not_reported')),
  age_band text collate "C" not null
    constraint people_age_band_vocabulary check (age_band in ('0-18', '19-35', '36-60', '61-plus', 'not_reported')),
  outcome text collate "C" not null
    constraint people_outcome_vocabulary check (outcome in (
      'killed', 'injured', 'threatened', 'suicide', 'unharmed', 'not_reported'
    )),
  relationship text collate "C" not null
    constraint people_relationship_vocabulary check (relationship in (
      'intimate_partner', 'family_member', 'acquaintance', 'stranger', 'law_enforcement', 'other', 'not_reported'
    )),
  primary key (incident_id, position)
);
comment on table people is 'Victims and perpetrators; there is no column for a name, on purpose.';
comment on column people.incident_id is 'Incident that the person had a part in.';
comment on column people.position is 'Running number within the incident, from 1.';
comment on column people.age is 'Completed years, for editors only; never published.';
comment on column people.role is 'Victim or perpetrator.';
comment on column people.sex is 'Sex.';
comment on column people.age_band is 'Age band in completed years.';
comment on column people.outcome is 'What came of the incident for the person.';
comment on column people.relationship is 'How victim and perpetrator know each other, from the side of the victim.';

create table weapons (
  incident_id bigint not null references incidents on delete cascade,
  position smallint not null check (position >= 1),
  count integer check (count >= 0),
  class text collate "C" not null
    constraint weapons_class_vocabulary check (class in (
      'handgun', 'rifle_or_shotgun', 'automatic_or_military', 'explosive', 'gas_pistol', 'air_gun', 'pyrotechnic', 'ammunition',
      'other', 'not_reported'
    )),
  legal text collate "C" not null
    constraint weapons_legal_vocabulary check (legal in ('legal', 'illegal', 'not_reported')),
  mode text collate "C"
    constraint weapons_mode_vocabulary check (mode in ('seized', 'found', 'surrendered')),
  traced text collate "C" not null
    constraint weapons_traced_vocabulary check (traced in ('yes', 'no', 'not_reported')),
  primary key (incident_id, position)
);
comment on table weapons is 'Weapons used, seized, stolen or found.';
comment on column weapons.incident_id is 'Incident that the weapon had a part in.';
comment on column weapons.position is 'Running number within the incident, from 1.';
comment on column weapons.count is 'How many; null is not reported.';
comment on column weapons.class is 'Kind of weapon.';
comment on column weapons.legal is 'Whether the weapon was possessed legally.';
comment on column weapons.mode is 'How the weapon came into the hands of the authorities.';
comment on column weapons.traced is 'Whether the origin of the weapon was traced.';

create table sources (
  incident_id bigint not null references incidents on delete cascade,
  position smallint not null check (position >= 1),
  published_on date,
  kind text collate "C" not null
    constraint sources_kind_vocabulary check (kind in ('media', 'official', 'ngo', 'other')),
  publisher text,
  url text check (url ~* '^https?://[^[:space:]]+$'),
  language text collate "C",
  primary key (incident_id, position)
);
comment on table sources is 'Published accounts that an incident rests on; headlines are not kept, since they name people.';
comment on column sources.incident_id is 'Incident that the account tells of.';
comment on column sources.position is 'Running number within the incident, from 1.';
comment on column sources.published_on is 'Day of publication.';
comment on column sources.kind is 'Kind of source.';
comment on column sources.publisher is 'Name of the medium or authority.';
comment on column sources.url is 'Address of the account, http or https.';
comment on column sources.language is 'BCP 47 tag of its language.';

create table revisions (
  incident_id bigint not null references incidents on delete cascade,
  revision integer not null check (revision >= 1),
  changed_at timestamptz not null default now(),
  batch_id integer references import_batches,
  change text collate "C" not null check (change in ('created', 'updated', 'retracted', 'restored')),
  fields text[] not null,
  previous jsonb,
  primary key (incident_id, revision),
  constraint revisions_previous check ((previous is null) = (change = 'created'))
);
comment on table revisions is 'History of each incident, oldest first.';
comment on column revisions.incident_id is 'Incident that was changed.';
comment on column revisions.revision is 'Running number within the incident, from 1.';
comment on column revisions.changed_at is 'When the change was made.';
comment on column revisions.batch_id is 'Import that made the change.';
comment on column revisions.change is 'What was done: created, updated, retracted or restored.';
comment on column revisions.fields is 'Names of the fields that changed.';
comment on column revisions.previous is 'The whole record before the change, for editors only.';

create table publication (
  single boolean primary key default true check (single),
  version bigint not null check (version >= 1),
  changed_at timestamptz not null default now()
);
comment on table publication is 'One row: the number of the state of everything that is published.';
comment on column publication.single is 'Always true, so that there is one row.';
comment on column publication.version is 'Dataset version, raised by every change to published content.';
comment on column publication.changed_at is 'When it was last raised.';
insert into publication (version) values (1);

-- The content of an incident in the shape of an incident draft, for comparing and for history.
create function incident_record(wanted bigint) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
      'occurred_on', i.occurred_on, 'occurred_until', i.occurred_until, 'local_time', i.local_time,
      'date_precision', i.date_precision, 'country', i.country, 'region', i.region, 'place', i.place,
      'lon', i.lon, 'lat', i.lat, 'place_precision', i.place_precision, 'exact_lon', i.exact_lon, 'exact_lat', i.exact_lat,
      'setting', i.setting, 'urbanity', i.urbanity, 'type', i.type, 'subtype', i.subtype, 'type_as_reported', i.type_as_reported
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

-- What the queries look for. The list runs by day; a map tile is a range of the Mercator square.
create index incidents_by_day on incidents (occurred_on, id) where published;
create index incidents_by_country on incidents (country, occurred_on) where published;
create index incidents_by_point on incidents (mercator_x, mercator_y) where published and mercator_x is not null;
create index places_by_name on places (jurisdiction, name);

-- Text search by trigrams, where this database may have the extension; without it the same search reads every row.
do $$
begin
  create extension if not exists pg_trgm;
  create index incidents_by_text on incidents using gin (search_text gin_trgm_ops) where published;
exception
  when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
    raise notice 'pg_trgm is not available: text search will read every incident.';
end
$$;

-- Every change to published content raises the version in the same transaction and tells those who listen.
create function raise_publication() returns void
language plpgsql
as $$
declare
  raised bigint;
begin
  update publication set version = version + 1, changed_at = now() returning version into raised;
  perform pg_notify('publication', raised::text);
end
$$;

create function incidents_inserted() returns trigger
language plpgsql
as $$
begin
  if exists (select from new_rows where status = 'published') then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function incidents_deleted() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows where status = 'published') then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function incidents_updated() returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from old_rows o join new_rows n on n.id = o.id
    where 'published' in (o.status, n.status) and o is distinct from n
  ) then
    perform raise_publication();
  end if;
  return null;
end
$$;

-- For people, weapons and sources. Where the incident itself is deleted, its own trigger has raised the version already.
create function parts_inserted() returns trigger
language plpgsql
as $$
begin
  if exists (select from new_rows n join incidents i on i.id = n.incident_id where i.status = 'published') then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function parts_deleted() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows o join incidents i on i.id = o.incident_id where i.status = 'published') then
    perform raise_publication();
  end if;
  return null;
end
$$;

-- Rows of the two sides are compared as sets, since an update may move a part to another incident or position.
create function parts_updated() returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from ((table old_rows except all table new_rows) union all (table new_rows except all table old_rows)) changed
    join incidents i on i.id = changed.incident_id
    where i.status = 'published'
  ) then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function published_truncated() returns trigger
language plpgsql
as $$
begin
  perform raise_publication();
  return null;
end
$$;

-- Title and licence of a dataset are published too.
create function datasets_inserted() returns trigger
language plpgsql
as $$
begin
  if exists (select from new_rows) then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function datasets_deleted() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows) then
    perform raise_publication();
  end if;
  return null;
end
$$;

create function datasets_updated() returns trigger
language plpgsql
as $$
begin
  if exists (select from old_rows o join new_rows n on n.id = o.id where o is distinct from n) then
    perform raise_publication();
  end if;
  return null;
end
$$;

create trigger incidents_inserted after insert on incidents
  referencing new table as new_rows for each statement execute function incidents_inserted();
create trigger incidents_updated after update on incidents
  referencing old table as old_rows new table as new_rows for each statement execute function incidents_updated();
create trigger incidents_deleted after delete on incidents
  referencing old table as old_rows for each statement execute function incidents_deleted();
create trigger incidents_truncated after truncate on incidents for each statement execute function published_truncated();

create trigger people_inserted after insert on people
  referencing new table as new_rows for each statement execute function parts_inserted();
create trigger people_updated after update on people
  referencing old table as old_rows new table as new_rows for each statement execute function parts_updated();
create trigger people_deleted after delete on people
  referencing old table as old_rows for each statement execute function parts_deleted();
create trigger people_truncated after truncate on people for each statement execute function published_truncated();

create trigger weapons_inserted after insert on weapons
  referencing new table as new_rows for each statement execute function parts_inserted();
create trigger weapons_updated after update on weapons
  referencing old table as old_rows new table as new_rows for each statement execute function parts_updated();
create trigger weapons_deleted after delete on weapons
  referencing old table as old_rows for each statement execute function parts_deleted();
create trigger weapons_truncated after truncate on weapons for each statement execute function published_truncated();

create trigger sources_inserted after insert on sources
  referencing new table as new_rows for each statement execute function parts_inserted();
create trigger sources_updated after update on sources
  referencing old table as old_rows new table as new_rows for each statement execute function parts_updated();
create trigger sources_deleted after delete on sources
  referencing old table as old_rows for each statement execute function parts_deleted();
create trigger sources_truncated after truncate on sources for each statement execute function published_truncated();

create trigger datasets_inserted after insert on datasets
  referencing new table as new_rows for each statement execute function datasets_inserted();
create trigger datasets_updated after update on datasets
  referencing old table as old_rows new table as new_rows for each statement execute function datasets_updated();
create trigger datasets_deleted after delete on datasets
  referencing old table as old_rows for each statement execute function datasets_deleted();
create trigger datasets_truncated after truncate on datasets for each statement execute function published_truncated();
