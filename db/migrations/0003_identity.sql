-- Accounts are global, memberships belong to a region. The global tables are reached by the role jembatan_identity
-- alone; the application's role cannot even read them.
create schema identity;

create table identity.accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email) and char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 200),
  language text not null default 'id' check (language in ('id', 'en', 'ja', 'ko')),
  password_hash text,
  demonstration boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
comment on table identity.accounts is 'global. A person who may sign in; the e-mail address is stored in lower case and mail goes to the stored address only.';

create table identity.memberships (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  account uuid not null references identity.accounts,
  role text not null check (role in ('petugas', 'kepala_bagian', 'pimpinan', 'opd', 'admin_daerah', 'auditor', 'provinsi')),
  unit uuid,
  name text not null check (char_length(name) between 1 and 200),
  email text not null,
  ended_at timestamptz,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id)
);
comment on table identity.memberships is 'fact. An account''s role in a region, with the name and address shown there. One open membership per account and region.';
comment on column identity.memberships.name is 'personal. The person''s name.';
comment on column identity.memberships.email is 'personal. The person''s address.';
create unique index one_open_membership on identity.memberships (tenant, account) where ended_at is null;
create index memberships_of_account on identity.memberships (account);

create table identity.sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  account uuid not null references identity.accounts on delete cascade,
  tenant uuid not null,
  membership uuid not null,
  started_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  foreign key (tenant, membership) references identity.memberships (tenant, id) on delete cascade
);
comment on table identity.sessions is 'global. Open sessions by the SHA-256 of their token; a stolen row opens nothing.';
create index sessions_of_account on identity.sessions (account);
create index sessions_expired on identity.sessions (expires_at);

create table identity.links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('password')),
  account uuid not null references identity.accounts on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  made_at timestamptz not null default clock_timestamp()
);
comment on table identity.links is 'global. One-time links by the SHA-256 of their 128-bit token; used once, gone after expiry.';

create table identity.attempts (
  bucket text not null,
  opens_at timestamptz not null,
  tries int not null default 1,
  primary key (bucket)
);
comment on table identity.attempts is 'global. Counters that slow down guessing: by account and by address, never by anything the caller may choose freely.';

-- One atomic statement: counts this try and says whether it is still allowed.
create function identity.count_try(bucket text, allowed int, seconds int) returns boolean language sql as $$
  insert into identity.attempts as a (bucket, opens_at) values (bucket, clock_timestamp() + make_interval(secs => seconds))
  on conflict (bucket) do update set
    tries = case when a.opens_at < clock_timestamp() then 1 else a.tries + 1 end,
    opens_at = case when a.opens_at < clock_timestamp() then excluded.opens_at else a.opens_at end
  returning tries <= allowed
$$;

-- Who stands behind a session, and the transaction put into her region: one call, so that a read can do it in the same
-- trip. Answers null, and enters nothing, unless the membership is open and the account is not disabled; the people and
-- the regions of the demonstration are reached only while there is a demonstration.
create function identity.enter(hash bytea) returns json language plpgsql security definer set search_path = pg_catalog as $$
declare
  who record;
begin
  select s.id as session, s.account, s.tenant, s.membership, m.role, m.unit, m.name, a.language,
    a.demonstration or r.demonstration as demonstration, r.province, r.zone into who
  from identity.sessions s join identity.accounts a on a.id = s.account
  join identity.memberships m on m.tenant = s.tenant and m.id = s.membership
  join reference.regions r on r.tenant = s.tenant
  where s.token_hash = hash and s.expires_at > clock_timestamp() and a.disabled_at is null and m.ended_at is null;
  if not found then return null; end if;
  -- Asked here, once; as a condition of the join it is asked for every account the plan looks at (35 µs of 94).
  if who.demonstration and not platform.is_demonstration() then return null; end if;
  perform set_config('app.tenant', who.tenant::text, true);
  return row_to_json(who);
end
$$;
revoke all on function identity.enter(bytea) from public;
