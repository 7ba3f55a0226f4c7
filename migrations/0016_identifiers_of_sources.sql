-- Identifiers that sources give their incidents can be case numbers of the police, which lead to people. They are public only in datasets
-- that say so: those of archives, which publish them. The program takes the others out of what text search looks at, in the same transaction
-- (packages/store/src/schema/search-texts.ts).

alter table datasets add column public_identifiers boolean not null default false;
comment on column datasets.public_identifiers is 'True if the identifiers that the source gives its incidents are public.';
update datasets d set public_identifiers = true
where d.synthetic
  or (
    exists (select from import_batches b where b.dataset_id = d.id)
    and not exists (select from import_batches b where b.dataset_id = d.id and b.format = 'generic')
  );
comment on column incidents.source_key is 'Identifier given by the source, unique within the dataset. Public only where the dataset says so.';
