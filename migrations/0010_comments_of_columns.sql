-- Five sentences of the data dictionary, in plainer words. Nothing else changes.

comment on column incidents.id is 'Internal number, which breaks ties in sorting.';
comment on column incidents.place is 'Name of the settlement in the local script.';
comment on column trait_sets.subject is 'What the traits describe.';
comment on column regions.name is 'Name as it must be printed.';
comment on column incidents.type_as_reported is 'Type in the words of the source.';
