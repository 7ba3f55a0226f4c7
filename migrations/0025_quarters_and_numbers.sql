-- A quarter of a city is not the settlement of a sensitive incident, and the number of a person or a telephone is not part of a link. Links
-- that may have one are taken out, also of the history; their publisher stays. The program takes quarters out, in the same transaction
-- (withholdQuarters in packages/store/src/schema/close-texts.ts). This is no revision, since a revision would keep what is taken out.

alter table places add column part_of integer;
comment on column places.part_of is 'Identifier of the settlement that it is a quarter of; null for a settlement.';
comment on table places is 'Settlements of the gazetteer, and quarters of them.';
comment on column places.jurisdiction is 'Code of the jurisdiction that it is in.';
comment on column places.region is 'Code of the first-level region that it is in.';
comment on column incidents.withheld_place is 'Place in the words of the source, where the gazetteer does not have it, or the quarter, where the settlement is published. For editors.';
comment on column incidents.place is 'Name of the settlement or quarter in the gazetteer; of the settlement if the incident is sensitive.';

alter table sources drop constraint sources_url_names_nobody;
alter table sources add constraint sources_url_names_nobody check (
  url ~* '^https?://[a-z0-9.-]+(:[0-9]+)?((/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)([.](html?|php|aspx?|jsp))?)*(/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/?([?](incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7}(&(incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7})*)?$'
) not valid;

create or replace function pg_temp.names_nobody(link text) returns boolean
language sql immutable
as $$
  select link ~* '^https?://[a-z0-9.-]+(:[0-9]+)?((/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)([.](html?|php|aspx?|jsp))?)*(/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/?([?](incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7}(&(incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7})*)?$'
$$;

create temp table without_link on commit drop as
select distinct incident_id from sources where not pg_temp.names_nobody(url) or not pg_temp.names_nobody(withheld_url);

update sources
set url = case when pg_temp.names_nobody(url) then url end,
  withheld_url = case when pg_temp.names_nobody(withheld_url) then withheld_url end
where not pg_temp.names_nobody(url) or not pg_temp.names_nobody(withheld_url);

update revisions
set previous = jsonb_set(previous, '{sources}', (
  select jsonb_agg(
    one
    || case when not pg_temp.names_nobody(one ->> 'url') then '{"url": null}' else '{}' end::jsonb
    || case when not pg_temp.names_nobody(one ->> 'withheld_url') then '{"withheld_url": null}' else '{}' end::jsonb
    order by place
  )
  from jsonb_array_elements(previous -> 'sources') with ordinality as listed (one, place)
))
where exists (
  select from jsonb_array_elements(previous -> 'sources') one
  where not pg_temp.names_nobody(one ->> 'url') or not pg_temp.names_nobody(one ->> 'withheld_url')
);

alter table sources validate constraint sources_url_names_nobody;

-- Whether the place of an incident may be published: a place of the gazetteer, of a sensitive one no quarter.
create function is_public_place(wanted text, of_jurisdiction text, sensitive boolean) returns boolean
language sql stable
as $$
  select exists (
    select from places p
    where p.jurisdiction = of_jurisdiction and p.name = wanted and (not sensitive or p.part_of is null)
  )
$$;

create or replace function refuse_fine_places(added bigint[]) returns void
language plpgsql
as $$
begin
  if exists (
    select from incidents i
    where i.id = any(added) and i.place is not null and not is_public_place(i.place, i.country, i.sensitive)
  ) then
    raise exception 'The place of an incident must be in the gazetteer, and that of a sensitive one no quarter.'
      using errcode = 'check_violation', constraint = 'incidents_place_is_settlement';
  end if;
end
$$;

create or replace function inserted_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from (select distinct country, place, sensitive from new_rows where place is not null) n
    where not is_public_place(n.place, n.country, n.sensitive)
  ) then
    raise exception 'The place of an incident must be in the gazetteer, and that of a sensitive one no quarter.'
      using errcode = 'check_violation', constraint = 'incidents_place_is_settlement';
  end if;
  return null;
end
$$;

-- A settlement may leave the gazetteer while incidents have its name, which stays.
create or replace function updated_places_are_settlements() returns trigger
language plpgsql
as $$
begin
  perform refuse_fine_places(array(
    select n.id
    from new_rows n join old_rows o on o.id = n.id
    where n.place is not null and ((n.place, n.country) is distinct from (o.place, o.country) or (n.sensitive and not o.sensitive))
  ));
  return null;
end
$$;
