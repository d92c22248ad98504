-- What makes the product fast: the number that cached public pages hang on, and the reads that are one function each.

-- ── what is published ─────────────────────────────────────────────────────────────────────────────────────────

create table platform.publications (
  one boolean primary key default true check (one),
  n bigint not null default 0
);
comment on table platform.publications is 'global. One row: how many transactions have changed what is published. A public page is kept under this number.';
insert into platform.publications default values;

-- Stands on every published table (db/tables.sql), asked at COMMIT: a number given earlier would be seen before the rows
-- it stands for, and a page drawn in between would be kept under it. The row is locked last and for the COMMIT only.
create function platform.count_publication() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if current_setting('platform.counted', true) is distinct from pg_current_xact_id()::text then
    perform set_config('platform.counted', pg_current_xact_id()::text, true);
    update platform.publications set n = n + 1;
  end if;
  return null;
end
$$;
revoke all on function platform.count_publication() from public;

create function platform.publication() returns bigint language sql stable security definer set search_path = pg_catalog as
  'select n from platform.publications';
revoke all on function platform.publication() from public;

-- ── the register as a whole ───────────────────────────────────────────────────────────────────────────────────

-- All lines of a province in the order of every list, for the list without a filter and for its export.
create index register_in_order on oversight.register (province, ends_on, id);
