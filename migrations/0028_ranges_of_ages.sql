-- Ranges of ages that sources give, such as 25-44: many are in several of our bands. Public, so they are never narrower than a group of
-- official statistics, and of minors alone there is only the band.

alter table people
  add column age_from smallint check (age_from between 0 and 120),
  add column age_to smallint check (age_to between 0 and 120),
  add constraint people_ages_are_wide check (coalesce(age_to, 120) - coalesce(age_from, 0) >= 4 and coalesce(age_to, 120) > 18);
comment on column people.age_from is 'Lowest age in completed years, if the source gives a range of at least five years, not of minors alone; null means no range, or one without a lower limit.';
comment on column people.age_to is 'Highest age of that range; null means no range, or one without an upper limit.';
