-- Regions and settlements of a location outside the region come with the first import from there, which may therefore add them.
do $do$
declare
  before constant text := '    -- An import tells the planner';
begin
  execute replace(
    pg_get_functiondef('grant_rights()'::regprocedure),
    before,
    $new$    if one.name in ('regions', 'places') then
      execute format('grant insert on %I to monitor_writer', one.name);
    end if;
$new$ || before
  );
end $do$;
