-- Some sources count suicides among the people killed and do not say how many they are. A reader must be told so.

alter table datasets add column killed_includes_suicides boolean not null default false;
comment on column datasets.killed_includes_suicides is 'True where the source counts people who died by suicide among those killed, without saying how many.';

-- The Gun Violence Archive does; what was imported from its files before this column was there is marked here.
update datasets set killed_includes_suicides = true
where id in (select dataset_id from import_batches where format = 'gva');
