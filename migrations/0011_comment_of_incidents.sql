-- What an incident is, in plainer words. Nothing else changes.

comment on table incidents is 'Events at one place and time in which a weapon was used, fired, used as a threat, seized, stolen or found.';
