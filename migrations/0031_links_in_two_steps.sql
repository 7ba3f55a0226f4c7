-- The same rule as before, but for the host, which has many letters and few rules, it is looked at for a host of one letter: for every
-- letter, PostgreSQL works out anew which of the words of the rule could begin or go on there.

set constraints all immediate;
alter table sources drop constraint sources_url_names_nobody;
alter table sources add constraint sources_url_names_nobody check (
  url ~* '^https?://[a-z0-9.-]+(:[0-9]+)?/'
  and 'http://h' || substr(url, 8 + strpos(substr(url, 9), '/')) ~* '^https?://[a-z0-9.-]+(:[0-9]+)?((/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)([.](html?|php|aspx?|jsp))?)*(/20[0-9]{2}([/-][0-9]{1,2}){1,2})?(/[1-9]([_.-]*[0-9]){0,7}([.](html?|php|aspx?|jsp))?)?/?([?](incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7}(&(incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p)=[1-9][0-9]{0,7})*)?$'
);
set constraints all deferred;
