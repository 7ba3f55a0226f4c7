-- The sentences of the data dictionary, in plainer words. Nothing else changes.

comment on table datasets is 'Collections of incidents with one origin, one licence and one way of collecting.';
comment on column datasets.slug is 'Name in addresses and files. It never changes.';
comment on column datasets.title is 'Name shown to people.';
comment on column datasets.synthetic is 'True for made-up data, which is labelled as such wherever it appears.';
comment on column datasets.licence is 'Licence for using the data, by its SPDX name if it has one.';
comment on column datasets.attribution is 'Words that must accompany every use of the data.';
comment on column datasets.killed_includes_suicides is 'True if the source includes suicides in the number of people killed without saying how many.';

comment on table import_batches is 'Imports and what each of them did. A failed import leaves no row.';
comment on column import_batches.dataset_id is 'Dataset that was imported into.';
comment on column import_batches.file_names is 'Names of the files that were read, without their folders.';
comment on column import_batches.started_at is 'When the import started.';
comment on column import_batches.finished_at is 'When the import was complete.';
comment on column import_batches.updated is 'Incidents whose content was different from the record.';
comment on column import_batches.unchanged is 'Incidents whose content was the same as the record.';
comment on column import_batches.repeated is 'Drafts left out because an earlier one in the same import has the same source key.';

comment on column incidents.id is 'Internal number, which settles the order of equals in sorting.';
comment on column incidents.occurred_on is 'Day of the incident, or its first day, in the local calendar.';
comment on column incidents.occurred_until is 'Last day of an incident that lasted several days.';
comment on column incidents.dataset_id is 'Dataset that the incident belongs to.';
comment on column incidents.sensitive is 'True if an exact public point could expose a person.';
comment on column incidents.published is 'True if the record status is published; makes these incidents quick to find.';
comment on column incidents.killed is 'Best estimate of the number of people killed, not counting suicides unless the dataset says so in killed_includes_suicides; null means not reported.';
comment on column incidents.injured is 'Best estimate of the number of people injured; null means not reported.';
comment on column incidents.threatened is 'Best estimate of the number of people threatened; null means not reported.';
comment on column incidents.suicides is 'Number of people who died by suicide, not included in killed unless the dataset says so in killed_includes_suicides; null means not reported.';
comment on column incidents.killed_low is 'Low estimate of the number of people killed.';
comment on column incidents.killed_high is 'High estimate of the number of people killed.';
comment on column incidents.injured_low is 'Low estimate of the number of people injured.';
comment on column incidents.injured_high is 'High estimate of the number of people injured.';
comment on column incidents.lon is 'Public longitude in degrees; null if only the region or jurisdiction is known.';
comment on column incidents.lat is 'Public latitude in degrees; null if only the region or jurisdiction is known.';
comment on column incidents.mercator_x is 'Public point in Web Mercator, counted from the west, from 0 up to 1.';
comment on column incidents.mercator_y is 'Public point in Web Mercator, counted from the north, from 0 up to 1.';
comment on column incidents.place_precision is 'How accurately the public point is known.';
comment on column incidents.date_precision is 'How accurately the date is known.';
comment on column incidents.subtype is 'Sub-type, which belongs to the type named before the dot.';
comment on column incidents.public_id is 'Identifier for citing, which never changes and is never reused.';
comment on column incidents.exact_lon is 'Exact longitude, for editors, if the public point is coarsened. Never published.';
comment on column incidents.exact_lat is 'Exact latitude, for editors, if the public point is coarsened. Never published.';
comment on column incidents.batch_id is 'Import that last wrote the incident.';
comment on column incidents.source_key is 'Identifier given by the source, unique within the dataset.';
comment on column incidents.type_as_reported is 'Type as the source puts it.';
comment on column incidents.content_hash is 'SHA-256 of the content, by which an import recognises unchanged incidents.';
comment on column incidents.search_text is 'Words that text search looks at: folded, each with a space before it, Cyrillic written in Latin letters.';

comment on table jurisdictions is 'Places with their own code, called locations in the interface.';
comment on column jurisdictions.code is 'ISO 3166-1 alpha-2 code, or XK for Kosovo*.';
comment on column jurisdictions.iso3 is 'ISO 3166-1 alpha-3 code, or XKX for Kosovo*.';
comment on column jurisdictions.name is 'English name as it must be printed, with an asterisk if it has a footnote.';
comment on column jurisdictions.note is 'Footnote to the name.';
comment on column jurisdictions.monitored is 'True for places that the Armed Violence Monitoring Platform covers.';

comment on table people is 'Victims and perpetrators. By design there is no column for a name.';
comment on column people.incident_id is 'Incident that the person was involved in.';
comment on column people.age is 'Age in completed years, for editors only. Never published.';
comment on column people.outcome is 'What happened to the person.';
comment on column people.relationship is 'Relationship between victim and perpetrator, from the victim''s side.';

comment on column places.jurisdiction is 'Code of the jurisdiction that the settlement is in.';
comment on column places.region is 'Code of the first-level region that the settlement is in.';
comment on column places.population is 'Number of inhabitants; 0 if not known.';

comment on table publication is 'A single row with the version number of everything that is published.';
comment on column publication.single is 'Always true, so that there is only one row.';
comment on column publication.version is 'Dataset version, which every change to published content raises.';
comment on table publication_changes is 'Incidents whose published content changed, for the latest 10,000 dataset versions.';
comment on column publication_changes.version is 'Dataset version that the change led to.';
comment on column publication_changes.incident_id is 'Incident that changed, even if it is no longer on record; null if there were too many changes to list.';

comment on column regions.code is 'ISO 3166-2 code, or one of ours if ISO has none.';
comment on column regions.name is 'Name as it is printed.';

comment on column revisions.incident_id is 'Incident that changed.';
comment on column revisions.previous is 'The whole record before the change, for editors only.';

comment on table sources is 'Published reports that an incident is based on. Headlines are not kept, because they name people.';
comment on column sources.incident_id is 'Incident that the report is about.';
comment on column sources.url is 'Web address of the report (http or https), kept only if it cannot name anyone.';
comment on column sources.language is 'BCP 47 tag of the report''s language.';

comment on column weapons.incident_id is 'Incident that the weapon was involved in.';
comment on column weapons.count is 'Number of weapons; null means not reported.';
comment on column weapons.class is 'Class of weapon.';
comment on column weapons.mode is 'How the authorities obtained the weapon.';
