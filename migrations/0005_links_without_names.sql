-- No names of people anywhere: most addresses of articles hold their headline, which names people. Links whose address can name
-- somebody are taken out, also of the history; their publisher stays. So are hosts that are a person's own. This is no revision, since
-- a revision would keep what is taken out. The rule is that of packages/domain/src/source-link.ts.

alter table sources add constraint sources_url_names_nobody check (
  url ~* '^https?://[a-z0-9.-]+(:[0-9]+)?(/([0-9][0-9_.-]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)([.](html?|php|aspx?|jsp))?)*/?([?](incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[0-9]+(&(incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[0-9]+)*)?$'
) not valid;

create function pg_temp.publisher_of(link text) returns text
language sql immutable
as $$
  select nullif(regexp_replace(lower(substring(link from '^https?://([^/?#:]*)')), '^www[.]', ''), '')
$$;

create function pg_temp.without_person(publisher text) returns text
language sql immutable
as $$
  select regexp_replace(publisher, '^[^[:space:]]*[.]((blogspot([.][a-z]{2,3}){1,2}|(wordpress|tumblr|typepad|livejournal|medium|substack|weebly|wixsite)[.]com|github[.]io))$', '\1')
$$;

create function pg_temp.names_nobody(link text) returns boolean
language sql immutable
as $$
  select link ~* '^https?://[a-z0-9.-]+(:[0-9]+)?(/([0-9][0-9_.-]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)([.](html?|php|aspx?|jsp))?)*/?([?](incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[0-9]+(&(incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[0-9]+)*)?$'
    and link !~ '^https?://[^/]*/?$'
    and coalesce(pg_temp.publisher_of(link) !~ '(^|[.])(blogspot([.][a-z]{2,3}){1,2}|(wordpress|tumblr|typepad|livejournal|medium|substack|weebly|wixsite)[.]com|github[.]io)$', true)
$$;

update sources
set publisher = pg_temp.without_person(coalesce(publisher, pg_temp.publisher_of(url))),
  url = case when pg_temp.names_nobody(url) then url end
where not pg_temp.names_nobody(url) or publisher is distinct from pg_temp.without_person(publisher);

update revisions
set previous = jsonb_set(previous, '{sources}', (
  select coalesce(jsonb_agg(one || jsonb_build_object(
    'publisher', pg_temp.without_person(coalesce(one ->> 'publisher', pg_temp.publisher_of(one ->> 'url'))),
    'url', case when pg_temp.names_nobody(one ->> 'url') then one ->> 'url' end
  ) order by place), '[]')
  from jsonb_array_elements(previous -> 'sources') with ordinality as listed (one, place)
))
where jsonb_array_length(previous -> 'sources') > 0;

update incidents
set search_text = regexp_replace(search_text, '(^|[[:space:]])[^[:space:]]*[.]((blogspot([.][a-z]{2,3}){1,2}|(wordpress|tumblr|typepad|livejournal|medium|substack|weebly|wixsite)[.]com|github[.]io))(?=[[:space:]]|$)', '\1\2', 'g')
where search_text ~ '(^|[[:space:]])[^[:space:]]*[.](blogspot([.][a-z]{2,3}){1,2}|(wordpress|tumblr|typepad|livejournal|medium|substack|weebly|wixsite)[.]com|github[.]io)([[:space:]]|$)';

alter table sources validate constraint sources_url_names_nobody;
comment on column sources.url is 'Address of the account, http or https, kept only where it can name nobody.';
