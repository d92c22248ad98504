-- What every slice stands on: extensions, the clock that decides limits, and the ledger.
-- Statements stay in the subset of PostgreSQL 15. The first word of a table's comment is its kind
-- (fact, working, derived, published, global); db/tables.sql reads it and puts on tenancy and ledger.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema platform;
create schema clock;
create schema ledger;

-- ── the ledger ────────────────────────────────────────────────────────────────────────────────────────────────

-- A restored database may run under a cluster whose transaction counter starts lower. The epoch keeps the order of
-- acts: everything of an earlier epoch is final.
create table ledger.epochs (
  epoch int primary key,
  began_at timestamptz not null default clock_timestamp(),
  reason text not null
);
comment on table ledger.epochs is 'global. One row per life of the database: first start, then each restore.';
insert into ledger.epochs (epoch, reason) values (1, 'first start');

create function ledger.epoch() returns int language sql stable as 'select max(epoch) from ledger.epochs';

-- Every act says its epoch. Asking for it costs 12 µs an act, so a new epoch writes itself down as the column's default.
create function ledger.begin_epoch() returns trigger language plpgsql as $$
begin
  execute format('alter table ledger.acts alter column epoch set default %s', new.epoch);
  return null;
end
$$;
create trigger begin_epoch after insert on ledger.epochs for each row execute function ledger.begin_epoch();

create table ledger.acts (
  tenant uuid not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'system')),
  verb text not null check (verb ~ '^[a-z][A-Za-z0-9_.-]+$' and char_length(verb) <= 80),
  subject uuid,
  account uuid,
  role text,
  undoes uuid,
  body_hash text not null check (body_hash !~ '[^0-9a-f]' and char_length(body_hash) = 64),
  answer jsonb,
  at timestamptz not null default clock_timestamp(),
  epoch int not null default 1, -- the newest of ledger.epochs, see begin_epoch()
  x xid8 not null default pg_current_xact_id(),
  primary key (tenant, id),
  foreign key (tenant, undoes) references ledger.acts (tenant, id)
);
-- Lengths stand apart from the patterns: {64} in a pattern costs as much as all else that is checked here.
comment on table ledger.acts is 'working. Who did what when. The id comes from the client (UUIDv7) and is the idempotency key. Written whole at the end of its transaction, which claimed the id at its beginning (open_act); never changed afterwards.';
create index acts_about on ledger.acts (tenant, subject, at desc);
create index acts_in_order on ledger.acts (tenant, epoch, x, id);
create index acts_undone on ledger.acts (tenant, undoes) where undoes is not null;

create table ledger.changes (
  tenant uuid not null,
  id bigint generated always as identity,
  act uuid not null,
  table_name text not null,
  row_id uuid not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  salt uuid not null,
  leaf bytea not null,
  primary key (tenant, id),
  -- Asked at COMMIT: the act is written after its changes, and without it nothing is.
  foreign key (tenant, act) references ledger.acts (tenant, id) deferrable initially deferred
);
comment on table ledger.changes is 'working. One row per changed row: the row before and after, and the salted hash (leaf) of both. Personal values stand here as salted hashes only.';
create index changes_of_act on ledger.changes (tenant, act, id);
create index changes_of_row on ledger.changes (tenant, row_id, id);

create table ledger.personal (
  tenant uuid not null,
  change bigint not null,
  side text not null check (side in ('before', 'after')),
  column_name text not null,
  salt uuid not null,
  value jsonb not null,
  primary key (tenant, change, side, column_name),
  foreign key (tenant, change) references ledger.changes (tenant, id)
);
comment on table ledger.personal is 'working. The personal values that changes hold as salted hashes. Erasing a person deletes rows here; the chain still verifies.';

create table ledger.heads (
  tenant uuid not null,
  n bigint not null check (n > 0),
  act uuid not null,
  digest bytea not null,
  prev bytea not null,
  hash bytea not null,
  primary key (tenant, n),
  unique (tenant, act),
  foreign key (tenant, act) references ledger.acts (tenant, id)
);
comment on table ledger.heads is 'derived. The chain: act n with its digest, the hash before it and the hash over both. Written by the chaining job for acts that no open transaction can still precede.';

-- What a change hashes to. jsonb prints its keys in one fixed order, so the text is canonical. Not marked immutable,
-- which PostgreSQL says of none of the functions in it: it would then be called instead of written into its caller.
create function ledger.leaf_of(act uuid, table_name text, row_id uuid, op text, before jsonb, after jsonb, salt uuid)
returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    concat_ws(e'\x1f', act, table_name, row_id, op, coalesce(before::text, '-'), coalesce(after::text, '-'), salt), 'UTF8'))
$$;

create function ledger.hash_of_value(salt uuid, value jsonb) returns text language sql stable parallel safe as $$
  select encode(sha256(convert_to(salt::text || value::text, 'UTF8')), 'hex')
$$;

-- An act's digest covers the act itself and the numbers and leaves of all its changes in their order.
create function ledger.digest_of(act ledger.acts) returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws(e'\x1f', act.tenant, act.id, act.kind, act.verb, coalesce(act.subject::text, '-'),
      coalesce(act.account::text, '-'), coalesce(act.role, '-'), coalesce(act.undoes::text, '-'), act.body_hash,
      coalesce(act.answer::text, '-'), extract(epoch from act.at)::text, act.epoch, act.x::text), 'UTF8')
    || coalesce((select string_agg(int8send(c.id) || c.leaf, ''::bytea order by c.id)
                 from ledger.changes c where c.tenant = act.tenant and c.act = act.id), ''::bytea))
$$;

-- Opens the act of this transaction, and refuses an act that is known already: what was sent behind it in the same
-- flight then fails too, and the caller gives the stored answer again. A concurrent twin waits here until the first one
-- has ended. The act itself is written last, once and whole: written here and completed later it would cost twice.
create function ledger.open_act(act uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(uuid_hash_extended(act, 0));
  if exists (select from ledger.acts a
    where a.tenant = nullif(current_setting('app.tenant', true), '')::uuid and a.id = open_act.act) then
    raise exception 'ledger: act % is known', act using errcode = 'JB003';
  end if;
  perform set_config('app.act', act::text, true);
end
$$;

-- Nothing may touch an act, whoever asks.
create function ledger.keep_act() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: act % is complete and cannot be changed', old.id using errcode = 'JB002';
end
$$;
create trigger keep_act before update or delete on ledger.acts for each row execute function ledger.keep_act();

create function ledger.keep_forever() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: rows of % are never changed or removed', tg_table_name using errcode = 'JB002';
end
$$;
create trigger keep_forever before update or delete on ledger.changes for each row execute function ledger.keep_forever();
create trigger keep_forever before update or delete on ledger.heads for each row execute function ledger.keep_forever();

-- Stands on every fact table (db/tables.sql). Arguments: the table's personal columns; a table without any goes the
-- short way, one statement.
create function ledger.track() returns trigger language plpgsql as $$
declare
  act uuid := nullif(current_setting('app.act', true), '')::uuid;
  table_name text := tg_table_schema || '.' || tg_table_name;
  op text := lower(tg_op);
  old_row jsonb;
  new_row jsonb;
  row_id uuid;
  owner uuid;
  change bigint;
  salt uuid := gen_random_uuid();
  mark uuid;
  name text;
  kept jsonb := '[]';
begin
  if act is null then
    raise exception 'ledger: % was written without an act', table_name using errcode = 'JB001';
  end if;
  if tg_op = 'UPDATE' and old *= new then return null; end if;
  if tg_op <> 'INSERT' then old_row := to_jsonb(old); row_id := old.id; owner := old.tenant; end if;
  if tg_op <> 'DELETE' then new_row := to_jsonb(new); row_id := new.id; owner := new.tenant; end if;
  if tg_nargs = 0 then
    insert into ledger.changes (tenant, act, table_name, row_id, op, before, after, salt, leaf)
    values (owner, act, table_name, row_id, op, old_row, new_row, salt,
      ledger.leaf_of(act, table_name, row_id, op, old_row, new_row, salt));
    return null;
  end if;
  foreach name in array tg_argv[:] loop
    if old_row -> name is not null and old_row -> name <> 'null' then
      mark := gen_random_uuid();
      kept := kept || jsonb_build_object('side', 'before', 'name', name, 'salt', mark, 'value', old_row -> name);
      old_row := jsonb_set(old_row, array[name], jsonb_build_object('sha256', ledger.hash_of_value(mark, old_row -> name)));
    end if;
    if new_row -> name is not null and new_row -> name <> 'null' then
      mark := gen_random_uuid();
      kept := kept || jsonb_build_object('side', 'after', 'name', name, 'salt', mark, 'value', new_row -> name);
      new_row := jsonb_set(new_row, array[name], jsonb_build_object('sha256', ledger.hash_of_value(mark, new_row -> name)));
    end if;
  end loop;
  insert into ledger.changes (tenant, act, table_name, row_id, op, before, after, salt, leaf)
  values (owner, act, table_name, row_id, op, old_row, new_row, salt,
    ledger.leaf_of(act, table_name, row_id, op, old_row, new_row, salt))
  returning id into change;
  if kept <> '[]' then
    insert into ledger.personal (tenant, change, side, column_name, salt, value)
    select owner, change, k ->> 'side', k ->> 'name', (k ->> 'salt')::uuid, k -> 'value' from jsonb_array_elements(kept) k;
  end if;
  return null;
end
$$;

-- ── the clock ─────────────────────────────────────────────────────────────────────────────────────────────────

-- Filled by the reference slice: whether a real region exists. Kept apart so that clock.at() reads one row.
create table platform.mode (
  one boolean primary key default true check (one),
  real_since timestamptz,
  allowed boolean not null default true
);
comment on table platform.mode is 'global. One row: since when a real region exists, and whether the configuration allows a demonstration until then (set at each start).';
insert into platform.mode default values;

create function platform.is_demonstration() returns boolean language sql stable as
  'select allowed and real_since is null from platform.mode';

-- The one clock for windows, slots and expiries: the database''s own. In a demonstration the visitor''s instant
-- (app.at) counts instead; once a real region exists it is ignored.
create function clock.at() returns timestamptz language sql stable as $$
  select case when nullif(current_setting('app.at', true), '') is not null and platform.is_demonstration()
    then current_setting('app.at', true)::timestamptz else transaction_timestamp() end
$$;

create table platform.migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default clock_timestamp()
);
comment on table platform.migrations is 'global. Which migrations this database has, with the hash of each file.';

-- ── the queue ─────────────────────────────────────────────────────────────────────────────────────────────────

-- The only way from the application's roles into the queue: a job becomes visible when the caller's transaction commits.
create function platform.enqueue(task text, payload json, job_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, job_key := enqueue.job_key, max_attempts := 10);
end
$$;
revoke all on function platform.enqueue(text, json, text) from public;

-- ── undo and chaining ─────────────────────────────────────────────────────────────────────────────────────────

-- A stored side of a change with its personal values put in again; null when one of them was erased.
create function ledger.whole_row(change bigint, side text, stored jsonb) returns jsonb language plpgsql stable as $$
declare
  p record;
  whole jsonb := stored;
  field text;
begin
  for p in select column_name, value from ledger.personal x
    where x.tenant = nullif(current_setting('app.tenant', true), '')::uuid and x.change = whole_row.change and x.side = whole_row.side loop
    whole := jsonb_set(whole, array[p.column_name], p.value);
  end loop;
  for field in select key from jsonb_each(whole) where jsonb_typeof(value) = 'object' and value ? 'sha256' and (select count(*) from jsonb_object_keys(value)) = 1 loop
    return null;
  end loop;
  return whole;
end
$$;

-- Writes one row as it was before a change. Answers false, and writes nothing, when the row is no longer as the change
-- left it: somebody touched it since, or an erased value can no longer be compared.
create function ledger.put_back(change bigint) returns boolean language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  c ledger.changes;
  target regclass;
  before jsonb;
  after jsonb;
  now_row jsonb;
  columns text;
begin
  select * into c from ledger.changes x where x.tenant = here and x.id = put_back.change;
  if not found then return false; end if;
  target := c.table_name::regclass;
  before := ledger.whole_row(c.id, 'before', c.before);
  after := ledger.whole_row(c.id, 'after', c.after);
  execute format('select to_jsonb(t) from %s t where t.tenant = $1 and t.id = $2 for update', target) into now_row using here, c.row_id;
  if now_row is distinct from after then return false; end if;
  if c.op = 'insert' then
    execute format('delete from %s where tenant = $1 and id = $2', target) using here, c.row_id;
    return true;
  end if;
  if before is null then return false; end if;
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
  from pg_attribute a where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
  if c.op = 'delete' then
    execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', target, columns, columns, target) using before;
  else
    -- rev goes on counting: a page that was opened before must notice the undo.
    if before ? 'rev' then before := jsonb_set(before, '{rev}', to_jsonb((after ->> 'rev')::int + 1)); end if;
    execute format('update %s set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where tenant = $2 and id = $3',
      target, columns, columns, target) using before, here, c.row_id;
  end if;
  return true;
end
$$;

-- Chains the acts of one region that no open transaction can still precede, in order. Run as the owner, by one job.
create function ledger.chain_acts(region uuid, at_most int default 10000) returns int language plpgsql as $$
declare
  last ledger.heads;
  seen ledger.acts;
  a ledger.acts;
  n bigint := 0;
  chained int := 0;
  link bytea;
  prev bytea := '\x00';
begin
  perform pg_advisory_xact_lock(hashtext('ledger.chain'), hashtext(region::text));
  select * into last from ledger.heads h where h.tenant = region order by h.n desc limit 1;
  if found then
    n := last.n;
    prev := last.hash;
    select * into seen from ledger.acts x where x.tenant = region and x.id = last.act;
  end if;
  for a in
    select * from ledger.acts x where x.tenant = region
      and (seen.id is null or (x.epoch, x.x, x.id) > (seen.epoch, seen.x, seen.id))
      and (x.epoch < ledger.epoch() or x.x < pg_snapshot_xmin(pg_current_snapshot()))
    order by x.epoch, x.x, x.id limit at_most
  loop
    n := n + 1;
    link := ledger.digest_of(a);
    insert into ledger.heads (tenant, n, act, digest, prev, hash) values (region, n, a.id, link, prev, sha256(prev || link));
    prev := sha256(prev || link);
    chained := chained + 1;
  end loop;
  return chained;
end
$$;
