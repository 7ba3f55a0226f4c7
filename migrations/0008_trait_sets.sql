-- What filters can say of the weapons, victims, … of an incident was kept as bits by the order of the vocabularies, which could hold no
-- more codes. It is kept as text from here on, each different text once, and numbered.

create table trait_sets (
  id integer generated always as identity primary key,
  subject text collate "C" not null
    check (subject in ('outcome', 'weapon', 'victim', 'perpetrator', 'person', 'source')),
  traits text collate "C" not null,
  unique (subject, traits)
);
comment on table trait_sets is 'The different sets of traits that the weapons, victims and other subjects of incidents have, for filters.';
comment on column trait_sets.id is 'Internal number.';
comment on column trait_sets.subject is 'What the traits are of.';
comment on column trait_sets.traits is 'Each different trait of the subjects of one incident, sorted, with spaces between; the codes of one subject with a slash between. Empty without subjects.';

create temp table trait_bits on commit drop as
with
  classes as (
    select code, at - 1 as at from unnest(array[
      'handgun', 'rifle_or_shotgun', 'automatic_or_military', 'explosive', 'gas_pistol', 'air_gun', 'pyrotechnic', 'ammunition',
      'other', 'not_reported'
    ]) with ordinality as listed (code, at)
  ),
  statuses as (select code, at - 1 as at from unnest(array['legal', 'illegal', 'not_reported']) with ordinality as listed (code, at)),
  sexes as (select code, at - 1 as at from unnest(array['woman', 'man', 'not_reported']) with ordinality as listed (code, at)),
  bands as (
    select code, at - 1 as at
    from unnest(array['0-18', '19-35', '36-60', '61-plus', 'not_reported']) with ordinality as listed (code, at)
  ),
  outcomes as (
    select code, at - 1 as at
    from unnest(array['killed', 'injured', 'threatened', 'suicide', 'none', 'not_reported']) with ordinality as listed (code, at)
  ),
  relationships as (
    select code, at - 1 as at from unnest(array[
      'intimate_partner', 'family_member', 'acquaintance', 'stranger', 'law_enforcement', 'other', 'not_reported'
    ]) with ordinality as listed (code, at)
  ),
  kinds as (select code, at - 1 as at from unnest(array['media', 'official', 'ngo', 'other']) with ordinality as listed (code, at))
select 'weapon' as subject, classes.code || '/' || statuses.code as trait, 1 << (classes.at * 3 + statuses.at)::integer as bit
from classes cross join statuses
union all
select 'victim', sexes.code || '/' || bands.code, 1 << (sexes.at * 5 + bands.at)::integer from sexes cross join bands
union all
select 'outcome', code, 1 << at::integer from outcomes
union all
select 'perpetrator', code, 1 << at::integer from sexes
union all
select 'person', code, 1 << at::integer from relationships
union all
select 'source', code, 1 << at::integer from kinds;

create temp table masks on commit drop as
select given.subject, given.mask, coalesce(string_agg(bits.trait, ' ' order by bits.trait collate "C"), '') as traits
from (
  select 'outcome' as subject, outcome_mask::integer as mask from incidents
  union select 'weapon', weapon_mask from incidents
  union select 'victim', victim_mask from incidents
  union select 'perpetrator', perpetrator_mask from incidents
  union select 'person', relationship_mask from incidents
  union select 'source', source_mask from incidents
) as given
left join trait_bits as bits on bits.subject = given.subject and given.mask & bits.bit <> 0
group by given.subject, given.mask;
create index on masks (subject, mask);

insert into trait_sets (subject, traits) select distinct subject, traits from masks order by 1, 2;

create function pg_temp.set_of_mask(kind text, bits integer) returns integer
language sql stable
as $$
  select trait_sets.id
  from pg_temp.masks join trait_sets using (subject, traits)
  where masks.subject = kind and masks.mask = bits
$$;

-- One rewrite of the table, which leaves the columns where they are: those of fixed width before the others.
alter table incidents
  drop constraint incidents_weapon_mask_check,
  drop constraint incidents_victim_mask_check,
  drop constraint incidents_outcome_mask_check,
  drop constraint incidents_perpetrator_mask_check,
  drop constraint incidents_relationship_mask_check,
  drop constraint incidents_source_mask_check,
  alter column weapon_mask type integer using pg_temp.set_of_mask('weapon', weapon_mask),
  alter column victim_mask type integer using pg_temp.set_of_mask('victim', victim_mask),
  alter column outcome_mask type integer using pg_temp.set_of_mask('outcome', outcome_mask),
  alter column perpetrator_mask type integer using pg_temp.set_of_mask('perpetrator', perpetrator_mask),
  alter column relationship_mask type integer using pg_temp.set_of_mask('person', relationship_mask),
  alter column source_mask type integer using pg_temp.set_of_mask('source', source_mask);
alter table incidents rename column weapon_mask to weapon_traits;
alter table incidents rename column victim_mask to victim_traits;
alter table incidents rename column outcome_mask to outcome_traits;
alter table incidents rename column perpetrator_mask to perpetrator_traits;
alter table incidents rename column relationship_mask to person_traits;
alter table incidents rename column source_mask to source_traits;
alter table incidents
  add foreign key (weapon_traits) references trait_sets,
  add foreign key (victim_traits) references trait_sets,
  add foreign key (outcome_traits) references trait_sets,
  add foreign key (perpetrator_traits) references trait_sets,
  add foreign key (person_traits) references trait_sets,
  add foreign key (source_traits) references trait_sets;

comment on column incidents.weapon_traits is 'Weapon class and legal status of each weapon, as a set of traits.';
comment on column incidents.victim_traits is 'Sex and age band of each victim, as a set of traits.';
comment on column incidents.outcome_traits is 'Outcomes, as a set of traits.';
comment on column incidents.perpetrator_traits is 'Sex of each perpetrator, as a set of traits.';
comment on column incidents.person_traits is 'Relationship of each person, as a set of traits.';
comment on column incidents.source_traits is 'Kind of each source, as a set of traits.';
