-- Knives beside the firearms of an incident were weapons of another class, which are counted.

alter table weapons
  drop constraint weapons_class_vocabulary,
  add constraint weapons_class_vocabulary check (class in (
    'handgun', 'rifle_or_shotgun', 'automatic_or_military', 'explosive', 'gas_pistol', 'air_gun', 'pyrotechnic', 'ammunition',
    'bladed', 'other', 'not_reported'
  ));
