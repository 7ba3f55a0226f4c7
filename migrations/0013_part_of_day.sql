-- What could expose a person is withheld from more incidents, and more is withheld: of the place all that is finer than the settlement, of
-- the time all but the part of the day, and links. The program does so in the same transaction
-- (packages/store/src/schema/withhold-details.ts), since SQL knows neither what is sensitive nor the settlements. This is no revision,
-- since a revision would keep what is withheld. The triggers raise the dataset version.

alter table incidents add column part_of_day text collate "C"
  constraint incidents_part_of_day_vocabulary check (part_of_day in ('night', 'morning', 'afternoon', 'evening'));
comment on column incidents.part_of_day is 'Part of the day in local time, which every incident with a local time has.';
comment on column incidents.local_time is 'Local time as HH:MM; null for sensitive incidents.';
comment on column incidents.sensitive is 'True if an exact place, an exact time or a link could expose a person.';
comment on column incidents.place is 'Name of the settlement in the local script. Nothing finer for sensitive incidents.';
comment on column sources.url is 'Web address of the report (http or https), kept only if it cannot name anyone and the incident is not sensitive.';

create or replace function incident_record(wanted bigint) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
      'occurred_on', i.occurred_on, 'occurred_until', i.occurred_until, 'local_time', i.local_time,
      'part_of_day', i.part_of_day, 'date_precision', i.date_precision, 'country', i.country, 'region', i.region, 'place', i.place,
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

-- A record of the history without what a sensitive incident must not have. Its coordinates are for editors.
create function without_details(record jsonb) returns jsonb
language sql immutable
as $$
  select record || jsonb_build_object('place', null, 'local_time', null, 'sources', coalesce((
    select jsonb_agg(source || '{"url": null}' order by position)
    from jsonb_array_elements(record -> 'sources') with ordinality as listed (source, position)
  ), '[]'))
$$;
