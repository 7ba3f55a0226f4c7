-- Some datasets cover a part of their locations only, such as one city. A rate divides by everybody who lives in the location.

alter table datasets add column covers text;
comment on column datasets.covers is 'The part of its locations that the data covers, in words, such as one city; null if it covers the whole of them.';
alter table datasets add constraint datasets_covers check (covers <> '' and length(covers) <= 200);

-- What was imported with a format that comes with the program, before this column was there.
update datasets d set covers = parts.covers
from (values
  ('fogo-cruzado', 'the metropolitan areas of Rio de Janeiro, Recife, Salvador and Belém'),
  ('fogo-cruzado-victims', 'the metropolitan areas of Rio de Janeiro, Recife, Salvador and Belém'),
  ('nypd', 'New York City'),
  ('philadelphia', 'Philadelphia'),
  ('police-uk', 'England, Wales and Northern Ireland')
) as parts (format, covers)
where exists (select from import_batches b where b.dataset_id = d.id and b.format = parts.format)
  and not exists (select from import_batches b where b.dataset_id = d.id and b.format <> parts.format);
