-- Exchange of staff, culture, youth, science and experience: bodies on both sides, report, what was applied at home.
create schema exchange;

create table exchange.exchanges (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('pelatihan_aparatur', 'budaya', 'pemuda', 'akademik', 'pengalaman')),
  title text not null check (char_length(title) between 1 and 200),
  title_lang text not null default 'id',
  direction text check (direction in ('keluar', 'masuk', 'dua_arah')),
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  stated text not null default 'direncanakan' check (stated in ('disebut', 'direncanakan', 'berlangsung', 'selesai')),
  place text check (char_length(place) between 1 and 200),
  ours int check (ours between 0 and 100000),
  theirs int check (theirs between 0 and 100000),
  unit uuid,
  report_file uuid,
  report text check (char_length(report) between 1 and 20000),
  report_lang text not null default 'id',
  reported_on text check (reported_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_on text check (cancelled_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_reason text check (char_length(cancelled_reason) between 1 and 2000),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  search text not null default '',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  foreign key (tenant, report_file) references files.files (tenant, id),
  constraint cancelled_with_a_reason check ((cancelled_on is null) = (cancelled_reason is null)),
  constraint ends_after_it_starts check (left(to_on, least(length(to_on), length(from_on))) >= left(from_on, least(length(to_on), length(from_on))))
);
comment on table exchange.exchanges is 'fact. One exchange: what kind, which way, from when to when as far as that is known, with how many people of each side (null: nobody has said), what was reported. unit is the agency that keeps it. stated says where it stands while its days do not decide; disebut is one of which only a report has told. search is kept by commands for the list.';
comment on column exchange.exchanges.occurred_on is 'The day since which the region knows of it; by it records of an earlier day leave it out.';
create index exchanges_newest on exchange.exchanges (tenant, (coalesce(from_on, occurred_on)), id); -- read backwards: newest first

create table exchange.exchange_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  exchange uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, exchange, relation),
  foreign key (tenant, exchange) references exchange.exchanges (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table exchange.exchange_relations is 'fact. Which relations an exchange belongs to: one at least.';
create index exchanges_of_relation on exchange.exchange_relations (tenant, relation);

create table exchange.exchange_fields (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  exchange uuid not null,
  field uuid not null,
  primary key (tenant, id),
  unique (tenant, exchange, field),
  foreign key (tenant, exchange) references exchange.exchanges (tenant, id),
  foreign key (tenant, field) references relations.fields (tenant, id)
);
comment on table exchange.exchange_fields is 'fact. Which fields of cooperation an exchange serves.';
create index exchanges_of_field on exchange.exchange_fields (tenant, field);

create table exchange.bodies (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  exchange uuid not null,
  position int not null check (position between 1 and 20),
  side text not null check (side in ('ours', 'theirs')),
  unit uuid,
  name text check (char_length(name) between 1 and 200),
  name_lang text not null default 'id',
  role text check (char_length(role) between 1 and 200),
  primary key (tenant, id),
  unique (tenant, exchange, position),
  foreign key (tenant, exchange) references exchange.exchanges (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint a_unit_or_a_name check ((unit is null) <> (name is null)),
  constraint units_are_ours check (unit is null or side = 'ours')
);
comment on table exchange.bodies is 'fact. Which body of which side takes part, and what it does there. Ours is a unit of the region or named in words, the partner''s is named in words. Bodies, never people.';
create index exchanges_of_unit on exchange.bodies (tenant, unit) where unit is not null;

create table exchange.applied (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  exchange uuid not null,
  applied_on text not null check (applied_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  what text not null check (char_length(what) between 1 and 2000),
  what_lang text not null default 'id',
  place text check (char_length(place) between 1 and 200),
  unit uuid,
  evidence uuid,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, exchange) references exchange.exchanges (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  foreign key (tenant, evidence) references files.files (tenant, id)
);
comment on table exchange.applied is 'fact. What was applied at home of what was learned: what, where, since when, by which agency, with its evidence. No row: no news yet.';
create index applied_of_exchange on exchange.applied (tenant, exchange, applied_on);

create table exchange.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null,
  day text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references exchange.exchanges (tenant, id)
);
comment on table exchange.published is 'published. What the world sees of an exchange: the values at publication with their sources. Later edits stay inside until published again. day is the one it is sorted by.';
create index published_exchanges_of_region on exchange.published (region_slug, day);
create index published_exchanges_of_relation on exchange.published using gin (relations);

create table exchange.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table exchange.withdrawn is 'published. Exchanges that were taken back: their addresses answer 410 with a sentence until published again.';
