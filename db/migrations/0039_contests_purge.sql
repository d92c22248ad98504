-- After the purge day of a contest nothing private of its jurors is kept either: where they live, for whom they work, who
-- their kin are, and what they noted, in the ledger neither. Who judged stands in a decree and stays, as do the marks.
create or replace function contests.forget(asked uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  gone int;
begin
  delete from ledger.personal p using ledger.changes c, contests.contests k
  where k.tenant = here and k.id = asked and k.purged_on is not null
    and c.tenant = here and p.tenant = here and p.change = c.id
    and c.row_id in (
      select e.id from contests.entries e where e.tenant = here and e.contest = asked
      union all select r.id from contests.jurors r where r.tenant = here and r.contest = asked
      union all select s.id from contests.score_sheets s where s.tenant = here and s.contest = asked)
    and (c.table_name, p.column_name) in (
      ('contests.entries', 'entrant'), ('contests.entries', 'phone'), ('contests.entries', 'words'),
      ('contests.jurors', 'village'), ('contests.jurors', 'kecamatan'), ('contests.jurors', 'company'),
      ('contests.jurors', 'kin'), ('contests.score_sheets', 'note'));
  get diagnostics gone = row_count;
  return gone;
end
$$;
