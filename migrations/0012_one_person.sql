-- Constraints on people speak of one and the same person from here on: a trait of a victim has the outcome and the relationship too, one
-- of a perpetrator the age band, one of a weapon how it was obtained and whether it was traced. Each says how many have it, so that
-- people and weapons can be counted without looking at them again.

create temp table new_traits on commit drop as
with
  entries as (
    select incident_id, 'victim' as subject, concat_ws('/', sex, age_band, outcome, relationship) as trait, 1::bigint as number
    from people where role = 'victim'
    union all
    select incident_id, 'perpetrator', concat_ws('/', sex, age_band), 1
    from people where role = 'perpetrator'
    union all
    select incident_id, 'weapon', concat_ws('/', class, legal, coalesce(mode, '-'), traced), count
    from weapons
  ),
  numbered as (
    select incident_id, subject, trait || case
      when count(number) = 0 then '*?'
      when sum(number) = 1 then ''
      else '*' || sum(number)
    end as trait
    from entries
    group by incident_id, subject, trait, number is null
  )
select incident_id, subject, string_agg(trait, ' ' order by trait collate "C") collate "C" as traits
from numbered
group by incident_id, subject;

alter table trait_sets drop constraint trait_sets_subject_check;
alter table incidents
  drop constraint incidents_weapon_traits_fkey,
  drop constraint incidents_victim_traits_fkey,
  drop constraint incidents_perpetrator_traits_fkey,
  drop column person_traits;
delete from trait_sets where subject in ('weapon', 'victim', 'perpetrator', 'person');
insert into trait_sets (subject, traits)
select distinct subject, traits from new_traits
union
values ('weapon', 'not_reported/not_reported/-/not_reported*?'), ('victim', ''), ('perpetrator', '')
order by 1, 2;
alter table trait_sets
  add constraint trait_sets_subject_check check (subject in ('outcome', 'weapon', 'victim', 'perpetrator', 'source'));

create temp table set_ids on commit drop as
select new_traits.incident_id, new_traits.subject, trait_sets.id
from new_traits join trait_sets using (subject, traits);
create unique index on set_ids (incident_id, subject);
analyze set_ids;

create function pg_temp.set_of(kind text, incident bigint, without integer) returns integer
language sql stable
as $$
  select coalesce((select id from pg_temp.set_ids where incident_id = incident and subject = kind), without)
$$;
create function pg_temp.set_without(kind text) returns integer
language sql immutable
as $$
  select id from trait_sets
  where subject = kind and traits = case kind when 'weapon' then 'not_reported/not_reported/-/not_reported*?' else '' end
$$;

-- One rewrite of the table, which leaves the columns where they are.
alter table incidents
  alter column weapon_traits type integer using pg_temp.set_of('weapon', id, pg_temp.set_without('weapon')),
  alter column victim_traits type integer using pg_temp.set_of('victim', id, pg_temp.set_without('victim')),
  alter column perpetrator_traits type integer using pg_temp.set_of('perpetrator', id, pg_temp.set_without('perpetrator'));
alter table incidents
  add foreign key (weapon_traits) references trait_sets,
  add foreign key (victim_traits) references trait_sets,
  add foreign key (perpetrator_traits) references trait_sets;

select raise_publication(null);

comment on column trait_sets.traits is 'Each different trait of the subjects of one incident, sorted, with spaces between; the codes of one subject with a slash between, then a star and how many have it unless that is 1, or ? where it is not reported. Empty without subjects.';
comment on column incidents.weapon_traits is 'Class, legal status, way of being obtained and tracing of each weapon, as a set of traits.';
comment on column incidents.victim_traits is 'Sex, age band, outcome and relationship of each victim, as a set of traits.';
comment on column incidents.perpetrator_traits is 'Sex and age band of each perpetrator, as a set of traits.';
