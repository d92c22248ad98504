-- The heart: one relation per region and partner, its processes, steps and fields, and what of it is published.
create schema oversight;
create schema relations;

create table oversight.register (
  tenant uuid not null,
  id uuid not null,
  province text not null check (province ~ '^[0-9]{2}$'),
  region_code text not null,
  region_name text not null,
  partner_name text not null,
  country text,
  kind text,
  status text not null check (status in ('none', 'exploring', 'in_process', 'signed_incomplete', 'in_force', 'ending_soon', 'ended', 'not_continued')),
  stage text,
  sectors text[] not null default '{}',
  ends_on date not null default 'infinity',
  last_activity_on text,
  demonstration boolean not null default false,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table oversight.register is 'derived. The one line per relation that province and ministry may read across regions (principle 7): never drafts or notes. Kept by the commands of relations.';
create index register_of_province on oversight.register (province, status, ends_on, id);
create index register_by_status on oversight.register (status, ends_on, id);

create table relations.relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  partner uuid,
  label text check (char_length(label) between 1 and 200),
  cooperation_type text check (cooperation_type in ('ksdpl', 'ksdll', 'ksdd', 'ksdpk', 'sinergi', 'none')),
  purpose text check (char_length(purpose) <= 20000),
  began_on text check (began_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  not_continued_on text check (not_continued_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  last_on text check (last_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  search text not null default '',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  constraint partner_or_label check (partner is not null or label is not null)
);
comment on table relations.relations is 'fact. Region × partner, the page everything hangs on. Without a known partner it has a label. slug is unique over the installation because it is a public address. search and last_on are kept by commands for the list.';
create unique index one_relation_per_partner on relations.relations (tenant, partner) where partner is not null;
create index relations_newest on relations.relations (tenant, (coalesce(last_on, '')), id); -- read backwards: newest first
create index relations_search on relations.relations using gin (tenant, search gin_trgm_ops);

create table relations.processes (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  procedure text not null check (procedure in ('foreign-2018')),
  provisional boolean not null default false,
  began_on text not null check (began_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  initiator text check (initiator in ('region', 'partner', 'third_party')),
  referral text check (referral in ('diaspora')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table relations.processes is 'fact. One run of a procedure; it keeps the version of the law it began under. provisional while the type of cooperation is not yet set.';
create index processes_of_relation on relations.processes (tenant, relation);

create table relations.steps (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  process uuid not null,
  step text not null check (step ~ '^[a-z_]+$'),
  round int not null default 1 check (round > 0),
  holder text not null check (holder ~ '^[a-z_]+$'),
  state text not null check (state in ('running', 'waiting', 'returned', 'done')),
  documented boolean not null default false,
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, process, step, round),
  foreign key (tenant, process) references relations.processes (tenant, id)
);
comment on table relations.steps is 'fact. What happened at a legal step, in which round, with whom. Only a documented step moves the stage.';

create table relations.fields (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  position int not null check (position between 1 and 200),
  sector text check (sector ~ '^[a-z_]+$'),
  name text check (char_length(name) between 1 and 200),
  standing text not null default 'ditawarkan' check (standing in ('ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table relations.fields is 'fact. Fields of cooperation (bidang). A field that was counted but never named has neither sector nor name; it is shown as not named, never invented.';
create index fields_of_relation on relations.fields (tenant, relation, position);

create table relations.standings (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  field uuid not null,
  standing text not null check (standing in ('ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  primary key (tenant, id),
  foreign key (tenant, field) references relations.fields (tenant, id)
);
comment on table relations.standings is 'fact. How far a field of cooperation came, on which day: one row per change, ordered by id within a day. relations.fields.standing is the newest of them.';
create index standings_of_field on relations.standings (tenant, field, id);

create table relations.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  title text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references relations.relations (tenant, id)
);
comment on table relations.published is 'published. What the world sees of a relation: the values chosen at publication, with their sources. Later edits stay inside until published again.';
create index published_relations_of_region on relations.published (region_slug, title, slug);

-- A relation as lists and pages show it, with partner, newest process and steps as JSON, so that 25 of them are one
-- trip. security_invoker: the row policies of the reader hold, not those of the view's owner.
create view relations.sheets with (security_invoker = true) as
select
  r.id, r.slug, r.label, r.cooperation_type as "cooperationType", r.purpose, r.began_on as "beganOn",
  r.not_continued_on as "notContinuedOn", r.last_on as "lastOn", r.search, r.rev,
  case when p.id is null then null else json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind, 'name', p.name,
    'names', p.names, 'nativeName', p.native_name, 'nativeLang', p.native_lang, 'country', p.country) end as partner,
  (select json_build_object('id', c.id, 'procedure', c.procedure, 'provisional', c.provisional, 'beganOn', c.began_on,
     'initiator', c.initiator, 'referral', c.referral, 'steps', coalesce((
       select json_agg(json_build_object('step', s.step, 'round', s.round, 'state', s.state, 'documented', s.documented,
         'occurredOn', s.occurred_on) order by s.occurred_on, s.id)
       from relations.steps s where s.tenant = c.tenant and s.process = c.id), '[]'))
   from relations.processes c where c.tenant = r.tenant and c.relation = r.id order by c.began_on desc, c.id desc limit 1) as process,
  exists (select from relations.published u where u.tenant = r.tenant and u.id = r.id) as published
from relations.relations r left join partners.partners p on p.tenant = r.tenant and p.id = r.partner;

-- The one read of every page in one call: who stands behind the session, and the relation under her region's policies.
-- plpgsql plans the select when it first runs, with the region entered; planned before, PostgreSQL would take the region
-- for empty and read all of it (3 ms instead of 0.1).
create function relations.read_entered(session_hash bytea, relation uuid) returns table (who json, answer json) language plpgsql as $$
begin
  who := identity.enter(session_hash);
  if who is null then return; end if;
  select to_json(s.*) into answer from relations.sheets s where s.id = relation;
  return next;
end
$$;
revoke all on function relations.read_entered(bytea, uuid) from public;
