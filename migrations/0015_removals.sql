-- A dataset can be removed and an import undone. The addresses of their incidents then say what was removed and when, and an import keeps
-- how its dataset was described before, so that undoing it brings that back.

create table removals (
  id integer generated always as identity primary key,
  dataset text collate "C" not null,
  title text not null,
  removed_at timestamptz not null default now()
);
comment on table removals is 'Removals of incidents on purpose: of a dataset, or of what an import had added.';
comment on column removals.id is 'Internal number.';
comment on column removals.dataset is 'Short name of the dataset that the incidents belonged to.';
comment on column removals.title is 'Title of the dataset at that time.';
comment on column removals.removed_at is 'When they were removed.';

create table removed_incidents (
  public_id text collate "C" primary key check (public_id ~ '^AV-[0-9A-HJKMNP-TV-Z]{12}$'),
  removal_id integer not null references removals
);
comment on table removed_incidents is 'Public identifiers of removed incidents. Nothing else is kept of them.';
comment on column removed_incidents.public_id is 'Public identifier, which an import of the same incident gives it again.';
comment on column removed_incidents.removal_id is 'Last removal of the incident.';

alter table import_batches add column dataset_before jsonb;
comment on column import_batches.dataset_before is 'Description of the dataset before the import; null if the import created the dataset.';
