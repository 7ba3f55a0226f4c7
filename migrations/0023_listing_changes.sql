-- What an import listed, so that undoing it takes that back.

alter table import_batches add column listing_changes jsonb not null default '[]';
comment on column import_batches.listing_changes is 'Texts that the import listed (listed is true) or listed no more (false), unlike before. For editors.';

-- What readers cannot see, apart from the function that grants the rights, so that another column needs no copy of that.
create function withheld_columns() returns text[] language sql immutable as $$
  select array[
    'incidents.exact_lon', 'incidents.exact_lat', 'incidents.withheld_place', 'incidents.withheld_type', 'incidents.source_key',
    'incidents.content_hash', 'people.age', 'sources.withheld_publisher', 'sources.withheld_url', 'revisions.previous',
    'import_batches.file_names', 'import_batches.listing_changes', 'identifier_secret.single', 'identifier_secret.secret',
    'public_texts.dataset_id', 'public_texts.field', 'public_texts.text', 'public_texts.listed'
  ]
$$;

do $$
begin
  execute regexp_replace(pg_get_functiondef('grant_rights()'::regprocedure), 'array\[\s+''incidents.exact_lon[^]]*]', 'withheld_columns()');
end $$;
