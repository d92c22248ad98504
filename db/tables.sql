-- Tenancy and ledger by template: puts policies, grants and triggers on every table by its kind, the first word of
-- its comment. Runs after every migration; every line may run again.
--   fact       tracked by the ledger, an act is required
--   working    a tenant's rows without ledger (drafts, the ledger itself)
--   derived    rebuilt from facts
--   published  a public copy: tracked like a fact, and readable by the portal's role
--   global     no tenant; listed with its reason in db/untracked.json, reached through its own grants below
do $$
declare
  t record;
  personal text;
  here constant text := 'tenant = nullif(current_setting(''app.tenant'', true), '''')::uuid';
begin
  revoke all on schema public from public;
  for t in
    select c.oid, n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as full_name,
      substring(coalesce(obj_description(c.oid, 'pg_class'), '') from '^([a-z]+)\.') as kind
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)'
    order by 2, 3
  loop
    if t.kind is null or t.kind not in ('fact', 'working', 'derived', 'published', 'global') then
      raise exception 'table % has no kind: begin its comment with fact., working., derived., published. or global.', t.full_name;
    end if;
    execute format('grant usage on schema %I to jembatan_app', t.schema);
    if t.kind = 'global' then continue; end if;

    execute format('alter table %s enable row level security', t.full_name);
    execute format('alter table %s force row level security', t.full_name);
    execute format('drop policy if exists in_tenant on %s', t.full_name);
    execute format('create policy in_tenant on %s to jembatan_app using (%s) with check (%s)', t.full_name, here, here);
    execute format('drop policy if exists owner on %s', t.full_name);
    execute format('create policy owner on %s to %I using (true) with check (true)', t.full_name, current_user);
    execute format('grant select, insert, update, delete on %s to jembatan_app', t.full_name);

    -- What the world sees is tracked too: a public page cannot be changed unseen.
    if t.kind in ('fact', 'published') then
      select string_agg(quote_literal(a.attname), ', ' order by a.attnum) into personal
      from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and col_description(t.oid, a.attnum) ~ '^personal\.';
      execute format('drop trigger if exists track on %s', t.full_name);
      execute format('create trigger track after insert or update or delete on %s for each row execute function ledger.track(%s)',
        t.full_name, coalesce(personal, ''));
    end if;
    if t.kind = 'published' then
      execute format('grant usage on schema %I to jembatan_portal', t.schema);
      execute format('grant select on %s to jembatan_portal', t.full_name);
      execute format('drop policy if exists world on %s', t.full_name);
      execute format('create policy world on %s for select to jembatan_portal using (demonstration = (select platform.is_demonstration()))', t.full_name);
      -- Cached pages hang on the number of the last publication.
      execute format('drop trigger if exists count_publication on %s', t.full_name);
      execute format('create constraint trigger count_publication after insert or update or delete on %s deferrable initially deferred
        for each row execute function platform.count_publication()', t.full_name);
    end if;
  end loop;
end
$$;

-- The ledger is written by its trigger and completed by its own act; nothing in it is updated or deleted elsewhere.
revoke delete on ledger.acts from jembatan_app;
revoke update, delete on ledger.changes from jembatan_app;
revoke update, delete on ledger.personal from jembatan_app;
revoke insert, update, delete on ledger.heads from jembatan_app;
grant select on ledger.epochs to jembatan_app;

-- The functions of pg_trgm, which say how alike two names are spelled.
grant usage on schema public to jembatan_app, jembatan_portal;
grant usage on schema platform, clock to jembatan_app, jembatan_identity, jembatan_portal, jembatan_oversight;
grant execute on function platform.enqueue(text, json, text) to jembatan_app, jembatan_identity;
grant select on platform.mode to jembatan_app, jembatan_identity, jembatan_portal, jembatan_oversight;

grant select on relations.sheets to jembatan_app;
grant execute on function relations.read_entered(bytea, uuid) to jembatan_app;
grant usage on schema corrections to jembatan_portal;
grant execute on function corrections.told_by_receipt(text) to jembatan_portal;
grant execute on function platform.publication() to jembatan_portal;
grant usage on schema links to jembatan_portal;
grant execute on function links.told(bytea) to jembatan_portal;
grant usage on schema notices to jembatan_portal;
grant execute on function notices.told(bytea) to jembatan_portal;
grant usage on schema residents to jembatan_portal;
grant execute on function residents.told_by_receipt(text, bytea) to jembatan_portal;
grant execute on function residents.forget(uuid[]) to jembatan_app;
grant usage on schema contests to jembatan_portal;
grant execute on function contests.of_receipt(text) to jembatan_portal;
grant execute on function contests.forget(uuid) to jembatan_app;
grant execute on function workforce.forget(uuid) to jembatan_app;

-- Identity: the global tables, and memberships of all regions to find out where an account may work.
grant usage on schema identity, reference to jembatan_identity;
grant select, insert, update, delete on identity.accounts, identity.sessions, identity.links, identity.attempts to jembatan_identity;
grant select on identity.memberships, reference.regions to jembatan_identity;
grant execute on function identity.enter(bytea) to jembatan_app, jembatan_identity;
drop policy if exists identity_reads on identity.memberships;
create policy identity_reads on identity.memberships for select to jembatan_identity using (true);
drop policy if exists identity_reads on reference.regions;
create policy identity_reads on reference.regions for select to jembatan_identity using (true);

-- Oversight: the register lines of one province, nothing else.
grant usage on schema oversight to jembatan_oversight;
grant select on oversight.register to jembatan_oversight;
grant usage on schema identity to jembatan_oversight;
grant execute on function identity.enter(bytea) to jembatan_oversight;
grant execute on function oversight.list_entered(bytea, text, text, text, text, uuid, int) to jembatan_oversight;
drop policy if exists of_province on oversight.register;
create policy of_province on oversight.register for select to jembatan_oversight
  using (province = nullif(current_setting('app.province', true), ''));
