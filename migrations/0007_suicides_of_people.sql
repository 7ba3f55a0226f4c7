-- An incident is sensitive too where a suicide is known from a person on record only, and not from the number of suicides. The exact
-- public point of such an incident is kept for editors, and the public one becomes the nearest settlement's, or is rounded to a tenth of
-- a degree where no settlement is known. This is no revision, since a revision would keep what is taken back. The trigger raises the
-- dataset version.

create temp table exposed on commit drop as
select i.id, i.country, i.lon, i.lat, i.place_precision = 'exact' as exact
from incidents i
where not i.sensitive and exists (select 1 from people where people.incident_id = i.id and people.outcome = 'suicide');

update incidents i
set exact_lon = e.lon, exact_lat = e.lat, place_precision = 'settlement',
  lon = coalesce(near.lon, round(e.lon::numeric, 1)), lat = coalesce(near.lat, round(e.lat::numeric, 1))
from exposed e left join lateral (
  select p.lon, p.lat from places p
  where p.jurisdiction = e.country
  order by ((p.lon - e.lon) * cos(radians(e.lat))) ^ 2 + (p.lat - e.lat) ^ 2
  limit 1
) as near on true
where i.id = e.id and e.exact;

update incidents i set sensitive = true from exposed e where i.id = e.id;
